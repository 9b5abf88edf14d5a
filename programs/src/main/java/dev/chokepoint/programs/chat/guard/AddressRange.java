package dev.chokepoint.programs.chat.guard;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * Neighbouring internet addresses: those that share their first bits (RFC 4632 section 3.1).
 *
 * @param base the first of them
 * @param bits how many first bits they share
 */
public record AddressRange(InetAddress base, int bits) {
    /** Checks the number of bits, and that {@code base} has none set behind them. */
    public AddressRange {
        int most = base.getAddress().length * Byte.SIZE;
        if (bits < 0 || bits > most) {
            throw new IllegalArgumentException("/" + bits + ": must be /0 to /" + most);
        }
        if (!Arrays.equals(base.getAddress(), masked(base.getAddress(), bits))) {
            throw new IllegalArgumentException(
                    base.getHostAddress() + "/" + bits + " is not the first address of its range");
        }
    }

    /**
     * Reads {@code 192.0.2.7}, {@code 192.0.2.0/24} or {@code 2001:db8::/32}. Never asks a resolver.
     *
     * @param text a literal address, which is a range of one, or one with its number of shared bits
     * @return the range
     * @throws IllegalArgumentException with what is wrong
     */
    public static AddressRange parse(String text) {
        int slash = text.indexOf('/');
        InetAddress base = literal(slash < 0 ? text : text.substring(0, slash));
        int most = base.getAddress().length * Byte.SIZE;
        return new AddressRange(base, slash < 0 ? most : bits(text.substring(slash + 1)));
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.ofLiteral(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not an address", e);
        }
    }

    private static int bits(String text) {
        if (!text.matches("[0-9]{1,3}")) {
            throw new IllegalArgumentException("\"/" + text + "\" is not a number of bits");
        }
        return Integer.parseInt(text);
    }

    /**
     * Whether an address is one of them.
     *
     * @param address any
     * @return false also for one of the other family
     */
    public boolean contains(InetAddress address) {
        byte[] other = address.getAddress();
        byte[] own = base.getAddress();
        return other.length == own.length && Arrays.equals(own, masked(other, bits));
    }

    private static byte[] masked(byte[] address, int bits) {
        byte[] masked = new byte[address.length];
        for (int i = 0; i < masked.length; i++) {
            int kept = Math.clamp(bits - i * Byte.SIZE, 0, Byte.SIZE);
            masked[i] = (byte) (address[i] & (0xFF00 >> kept));
        }
        return masked;
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        boolean one = bits == base.getAddress().length * Byte.SIZE;
        return base.getHostAddress() + (one ? "" : "/" + bits);
    }
}
