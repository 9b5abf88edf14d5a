package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import java.net.InetAddress;

/** Whom a command may send to: this machine and private networks, others only when the user may and slowly. */
final class Reach {
    private static final long SLOW_NANOS = 100_000_000;

    private Reach() {}

    /** The interval to use towards an address, or a {@link UsageException} when it is not allowed. */
    static long interval(Address to, long askedNanos, boolean authorised) {
        if (!(to instanceof Address.Inet inet) || near(inet.ip())) {
            return askedNanos;
        }
        if (!authorised) {
            throw new UsageException(
                    to + " is neither on this machine nor in a private network: only send to it if you may,"
                            + " and say so with --i-am-authorised (at most 10 requests a second)");
        }
        return Math.max(askedNanos, SLOW_NANOS);
    }

    private static boolean near(InetAddress ip) {
        boolean uniqueLocal = ip.getAddress().length == 16 && (ip.getAddress()[0] & 0xfe) == 0xfc; // RFC 4193
        return ip.isLoopbackAddress() || ip.isSiteLocalAddress() || ip.isLinkLocalAddress() || uniqueLocal;
    }

    /** The local address to connect from: any of the destination's family. */
    static Address localFor(Address to) {
        return switch (to.family()) {
            case IPV4 -> Address.inet("0.0.0.0", 0);
            case IPV6 -> Address.inet("::", 0);
            case UNIX -> to;
        };
    }
}
