package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.ListenException;
import java.io.IOException;
import java.net.BindException;
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

    /**
     * Makes room for a listener. Netty's native transports would remove whatever is in its way.
     *
     * @throws ListenException somebody listens there, or the file is no socket
     */
    static void makeRoom(Address at) {
        if (at instanceof Address.UnixPath unix && Files.exists(Path.of(unix.path()), LinkOption.NOFOLLOW_LINKS)) {
            boolean stale = isSocket(unix.path()) && !someoneListens(unix.path()) && delete(unix.path());
            if (!stale) {
                throw Causes.listen(at, new BindException("in use"));
            }
        }
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
