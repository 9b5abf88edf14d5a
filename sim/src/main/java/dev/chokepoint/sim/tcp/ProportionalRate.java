package dev.chokepoint.sim.tcp;

/** Proportional rate reduction with the slow-start reduction bound (RFC 6937 section 3): what recovery may send, and when. */
final class ProportionalRate {
    private long deliveredBytes;
    private long sentBytes;
    private long startPipeBytes;

    /** Recovery begins with {@code pipeBytes} in the network. */
    void start(long pipeBytes) {
        deliveredBytes = 0;
        sentBytes = 0;
        startPipeBytes = Math.max(1, pipeBytes);
    }

    /** Bytes were sent in recovery. */
    void sent(long bytes) {
        sentBytes += bytes;
    }

    /** The window after an acknowledgement told that {@code delivered} more bytes have arrived. */
    long window(long delivered, long pipeBytes, long thresholdBytes, int mss) {
        deliveredBytes += delivered;
        long more;
        if (pipeBytes > thresholdBytes) {
            more = (deliveredBytes * thresholdBytes + startPipeBytes - 1) / startPipeBytes - sentBytes;
        } else {
            long bound = Math.max(deliveredBytes - sentBytes, delivered) + mss;
            more = Math.min(bound, thresholdBytes - pipeBytes);
        }
        return pipeBytes + Math.max(more, sentBytes > 0 ? 0 : mss);
    }
}
