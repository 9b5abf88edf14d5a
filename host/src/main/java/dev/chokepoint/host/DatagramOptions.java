package dev.chokepoint.host;

/**
 * The limits of a datagram socket. Over real sockets they set the kernel's buffers, which may round them up.
 *
 * @param sendBufferBytes datagrams of at most this many bytes together (each counted as at least {@link #MIN_CHARGE}) may
 *     wait to leave; one more is refused
 * @param receiveBufferBytes datagrams of at most this many bytes together (counted likewise) may wait for the program; what
 *     arrives beyond is dropped and counted
 */
public record DatagramOptions(int sendBufferBytes, int receiveBufferBytes) {
    /** What an empty datagram counts for in a buffer, so that a buffer's number of datagrams is bounded too. */
    public static final int MIN_CHARGE = 256;

    /** 208 KiB each way, as Linux gives. */
    public static final DatagramOptions DEFAULT = new DatagramOptions(212_992, 212_992);

    /** Checks the limits. */
    public DatagramOptions {
        require(sendBufferBytes, "sendBufferBytes");
        require(receiveBufferBytes, "receiveBufferBytes");
    }

    private static void require(int bytes, String name) {
        if (bytes < MIN_CHARGE) {
            throw new IllegalArgumentException(name + " is " + bytes + ": must be at least " + MIN_CHARGE);
        }
    }

    /**
     * What a datagram counts for in a buffer.
     *
     * @param bytes its length
     * @return bytes
     */
    public static int charge(int bytes) {
        return Math.max(MIN_CHARGE, bytes);
    }
}
