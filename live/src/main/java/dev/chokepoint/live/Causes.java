package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.DatagramError;
import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.ListenException.Reason;
import java.io.FileNotFoundException;
import java.net.PortUnreachableException;
import java.util.Locale;

/**
 * What went wrong, from what the three transports throw. They share no exception types: the kernel's own words (strerror) are
 * what they have in common.
 */
final class Causes {
    private Causes() {}

    /** Why a connect, read or write failed. */
    static CloseReason of(Throwable cause) {
        String text = text(cause);
        if (has(text, "refused") || has(text, "no such file") || cause instanceof FileNotFoundException) {
            return new CloseReason.Refused();
        }
        if (has(text, "reset") || has(text, "broken pipe") || has(text, "closedchannel") || has(text, "aborted")) {
            return new CloseReason.Reset();
        }
        if (has(text, "timed out") || has(text, "timeout")) {
            return new CloseReason.TimedOut();
        }
        if (has(text, "unreachable") || has(text, "no route to host") || has(text, "address family not supported")) {
            return new CloseReason.Unreachable();
        }
        return exhausted(text, cause);
    }

    private static CloseReason exhausted(String text, Throwable cause) {
        if (isOutOfDescriptors(text)) {
            return new CloseReason.Exhausted("file descriptors");
        }
        if (has(text, BlockingSocket.NO_THREAD)) {
            return new CloseReason.Exhausted("threads");
        }
        if (has(text, "assign requested address") && !has(text, "bind(")) { // that one: not an address of ours
            return new CloseReason.Exhausted("local ports");
        }
        if (has(text, "address already in use")) {
            return new CloseReason.Exhausted("local ports");
        }
        if (has(text, "resource temporarily unavailable")) {
            return new CloseReason.Exhausted("accept queue");
        }
        if (has(text, "no buffer space") || has(text, "cannot allocate memory")) {
            return new CloseReason.Exhausted("kernel memory");
        }
        return new CloseReason.Failed(String.valueOf(cause.getMessage()));
    }

    /** What a datagram socket heard of something it sent. */
    static DatagramError datagram(Throwable cause, Address to) {
        if (cause instanceof PortUnreachableException) {
            return new DatagramError.PortUnreachable(to);
        }
        return switch (of(cause)) {
            case CloseReason.Refused _ -> new DatagramError.PortUnreachable(to);
            case CloseReason.Unreachable _ -> new DatagramError.Unreachable(to);
            default -> new DatagramError.Failed(String.valueOf(cause.getMessage()));
        };
    }

    static boolean isOutOfDescriptors(Throwable cause) {
        return isOutOfDescriptors(text(cause));
    }

    private static boolean isOutOfDescriptors(String text) {
        return has(text, "too many open files");
    }

    /** Why a listener could not be opened, with what to do. */
    static ListenException listen(Address at, Throwable cause) {
        return listen(at, cause, "-ltnp");
    }

    /** Why a datagram socket could not be opened, with what to do. */
    static ListenException bindDatagrams(Address at, Throwable cause) {
        return listen(at, cause, "-lunp");
    }

    private static ListenException listen(Address at, Throwable cause, String listing) {
        String text = text(cause);
        if (has(text, "in use")) {
            return new ListenException(at, Reason.IN_USE, inUse(at, listing));
        }
        if (has(text, "assign requested address")) {
            return new ListenException(
                    at, Reason.NOT_LOCAL, "no interface of this machine has that address; `ip address` lists them");
        }
        if (has(text, "permission denied") || has(text, "operation not permitted")) {
            return new ListenException(at, Reason.DENIED, denied(at));
        }
        if (isOutOfDescriptors(text)) {
            return new ListenException(
                    at, Reason.DENIED, "all " + Descriptors.limit() + " file descriptors are open; " + Descriptors.HOW);
        }
        return new ListenException(at, Reason.UNSUPPORTED, unsupported(at, cause));
    }

    private static String inUse(Address at, String listing) {
        return switch (at) {
            case Address.Inet inet ->
                "port " + inet.port() + " is in use; `ss " + listing + " sport = :" + inet.port()
                        + "` shows by whom; choose another port, or 0 for a free one";
            case Address.UnixPath unix ->
                "another process listens there; `ss -lxp src " + unix.path() + "` shows which; choose another path";
        };
    }

    private static String denied(Address at) {
        return switch (at) {
            case Address.Inet inet ->
                "this user may not listen on port " + inet.port()
                        + "; choose one from 1024 on, or lower sysctl net.ipv4.ip_unprivileged_port_start";
            case Address.UnixPath _ -> "this user may not write in that folder; choose a path in one of your own";
        };
    }

    private static String unsupported(Address at, Throwable cause) {
        return switch (at.family()) {
            case IPV6 ->
                "this machine has no IPv6 (" + cause.getMessage()
                        + "); set sysctl net.ipv6.conf.all.disable_ipv6=0, or use an IPv4 address";
            case IPV4 -> "this machine has no IPv4 (" + cause.getMessage() + "); use an IPv6 address";
            case UNIX ->
                "the path can't be used (" + cause.getMessage()
                        + "); it must lie in an existing folder and have at most 107 bytes";
        };
    }

    private static String text(Throwable cause) {
        StringBuilder all = new StringBuilder();
        for (Throwable t = cause; t != null; t = t.getCause()) {
            all.append(t).append('\n');
        }
        return all.toString().toLowerCase(Locale.ROOT);
    }

    private static boolean has(String text, String words) {
        return text.contains(words);
    }
}
