package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Locale;

/** Files that Unix-domain listeners leave behind. Only sockets that nobody listens on are ever removed. */
final class StaleSocket {
    private StaleSocket() {}

    /** Whether a failed listen may be tried again because a dead listener's file was in the way. */
    static boolean removed(Address at, Throwable failure) {
        return at instanceof Address.UnixPath unix
                && String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT).contains("in use")
                && isSocket(unix.path())
                && !someoneListens(unix.path())
                && delete(unix.path());
    }

    /** Removes the file of a listener of our own that was just closed. */
    static void remove(Address at) {
        if (at instanceof Address.UnixPath unix && isSocket(unix.path())) {
            delete(unix.path());
        }
    }

    private static boolean isSocket(String path) {
        try {
            return Files.readAttributes(Path.of(path), BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS)
                    .isOther();
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean someoneListens(String path) {
        try (SocketChannel probe = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            probe.configureBlocking(false); // a full backlog must not hold us; it answers "try again"
            probe.connect(UnixDomainSocketAddress.of(path));
            return true;
        } catch (IOException e) {
            return !String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT).contains("refused");
        }
    }

    private static boolean delete(String path) {
        try {
            return Files.deleteIfExists(Path.of(path));
        } catch (IOException e) {
            return false;
        }
    }
}
