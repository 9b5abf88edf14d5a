package dev.chokepoint.sim.pcap;

import java.nio.ByteBuffer;

/**
 * The Internet checksum (RFC 1071): the ones' complement of the ones' complement sum of 16-bit words, most significant byte
 * first. Sums are plain numbers that can be added; only {@link #of} folds them.
 */
final class Checksum {
    private Checksum() {}

    /** The sum of the bytes from position to limit, which it does not move; an odd last byte is padded with zero. */
    static long sum(ByteBuffer bigEndian) {
        return sum(bigEndian, bigEndian.position(), bigEndian.limit());
    }

    /** The sum of the bytes at {@code from} up to, not including, {@code to}. At most 2 GB, so that the sum can't overflow. */
    static long sum(ByteBuffer bigEndian, int from, int to) {
        long sum = 0;
        int at = from;
        for (; to - at >= Integer.BYTES; at += Integer.BYTES) {
            sum += bigEndian.getInt(at) & 0xffff_ffffL; // 2^16 is 1 in this arithmetic: two words at once
        }
        for (; at < to; at++) {
            sum += (long) (bigEndian.get(at) & 0xff) << ((at - from) % 2 == 0 ? 8 : 0);
        }
        return sum;
    }

    /** The checksum of everything in {@code sum}, 16 bits. */
    static int of(long sum) {
        long folded = sum;
        while (folded >>> 16 != 0) {
            folded = (folded & 0xffff) + (folded >>> 16);
        }
        return (int) ~folded & 0xffff;
    }
}
