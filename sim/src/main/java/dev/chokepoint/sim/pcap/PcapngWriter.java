package dev.chokepoint.sim.pcap;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Writes a capture in the pcapng format (draft-ietf-opsawg-pcapng), which Wireshark, tshark and tcpdump read: IP packets without
 * a link-layer header (LINKTYPE_RAW), stamped in nanoseconds, each with its direction and perhaps a comment.
 *
 * <p>Uses 256 KiB whatever it writes, hands on whole blocks only, and stops at a limit. One thread.
 */
public final class PcapngWriter implements Closeable {
    private static final int SECTION = 0x0a0d0d0a;
    private static final int INTERFACE = 1;
    private static final int STATISTICS = 5;
    private static final int PACKET = 6;
    private static final short LINKTYPE_RAW = 101;
    private static final int MOST_TEXT_BYTES = 1_000;
    private static final int BUFFER_BYTES = 256 * 1024;

    /** The longest packet with the longest texts is well below. */
    private static final int MOST_BLOCK_BYTES = 80_000;

    private final OutputStream out;
    private final long limitBytes;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    private final List<Interface> interfaces = new ArrayList<>();
    private long handedOnBytes;
    private long packets;
    private long leftOut;
    private long lastNanos;

    /** Which way a packet goes through its interface. */
    public enum Flow {
        /** Towards the interface's first end. */
        INBOUND(1),
        /** From the interface's first end. */
        OUTBOUND(2);

        private final int flags;

        Flow(int flags) {
            this.flags = flags;
        }
    }

    /** Counts one interface's packets. */
    private static final class Interface {
        private long seen;
        private long leftOut;
    }

    /**
     * Begins a capture. Nothing is handed on before 256 KiB are full, or {@link #flush}.
     *
     * @param out where it goes; written to in whole blocks, closed by {@link #close}
     * @param limitBytes no packet is written once the capture is as big as this
     * @param application who writes it, shown by Wireshark
     * @param comment what it is a capture of, shown by Wireshark
     */
    public PcapngWriter(OutputStream out, long limitBytes, String application, String comment) {
        this.out = Objects.requireNonNull(out, "out");
        this.limitBytes = limitBytes;
        int start = begin(SECTION);
        buffer.putInt(0x1a2b3c4d).putShort((short) 1).putShort((short) 0).putLong(-1); // version 1.0, length not given
        option(1, comment);
        option(4, application);
        end(start);
    }

    /**
     * Adds an interface; packets name it by its number.
     *
     * @param name shown beside each packet
     * @param description what is outbound here, what inbound
     * @param outboundBitsPerSecond the rate, or 0 when it has none
     * @param inboundBitsPerSecond the rate, or 0 when it has none
     * @return its number
     * @throws IOException it could not be written
     */
    public int addInterface(String name, String description, long outboundBitsPerSecond, long inboundBitsPerSecond)
            throws IOException {
        makeRoom();
        int start = begin(INTERFACE);
        buffer.putShort(LINKTYPE_RAW).putShort((short) 0).putInt(0);
        option(2, name);
        option(3, description);
        if (outboundBitsPerSecond == inboundBitsPerSecond) {
            rate(8, outboundBitsPerSecond);
        } else {
            rate(16, outboundBitsPerSecond);
            rate(17, inboundBitsPerSecond);
        }
        optionHeader(9, 1);
        buffer.putInt(9); // time stamps in 10^-9 s; a byte, padded
        end(start);
        interfaces.add(new Interface());
        return interfaces.size() - 1;
    }

    private void rate(int code, long bitsPerSecond) {
        if (bitsPerSecond > 0) {
            optionHeader(code, Long.BYTES);
            buffer.putLong(bitsPerSecond);
        }
    }

    /**
     * Adds a packet, unless the limit is reached; the last packet before the limit says so in a comment.
     *
     * @param on the interface's number
     * @param epochNanos when, since 1970, in nanoseconds
     * @param flow which way it goes
     * @param ip the packet from its IP header on; not moved
     * @param comment shown beside the packet; none when empty
     * @throws IOException it could not be written
     */
    public void packet(int on, long epochNanos, Flow flow, ByteBuffer ip, String comment) throws IOException {
        Interface seenBy = interfaces.get(on);
        seenBy.seen++;
        if (leftOut > 0 || isFull()) {
            seenBy.leftOut++;
            leftOut++;
            return;
        }
        makeRoom();
        int start = begin(PACKET);
        buffer.putInt(on);
        time(epochNanos);
        buffer.putInt(ip.remaining()).putInt(ip.remaining());
        padded(ip.duplicate());
        option(1, comment);
        optionHeader(2, Integer.BYTES);
        buffer.putInt(flow.flags);
        if (isFull()) {
            option(1, "the capture ends here: it has reached its limit of " + limitBytes + " bytes");
        }
        end(start);
        packets++;
        lastNanos = epochNanos;
    }

    private void time(long epochNanos) {
        buffer.putInt((int) (epochNanos >>> 32)).putInt((int) epochNanos);
    }

    private boolean isFull() {
        return bytes() >= limitBytes;
    }

    /**
     * How many packets it holds.
     *
     * @return without those left out
     */
    public long packets() {
        return packets;
    }

    /**
     * How many packets came after the limit was reached.
     *
     * @return 0 when the capture is complete
     */
    public long leftOut() {
        return leftOut;
    }

    /**
     * How big the capture is.
     *
     * @return bytes, handed on or not
     */
    public long bytes() {
        return handedOnBytes + buffer.position();
    }

    /**
     * How much was handed on successfully. After an error what follows is of no use: cut there, the capture is whole again.
     *
     * @return bytes
     */
    public long handedOnBytes() {
        return handedOnBytes;
    }

    /**
     * Hands on everything so far.
     *
     * @throws IOException it could not be written
     */
    public void flush() throws IOException {
        handOn();
        out.flush();
    }

    /** Adds each interface's statistics, hands on the rest and closes what it goes to. */
    @Override
    public void close() throws IOException {
        try (out) {
            for (int i = 0; i < interfaces.size(); i++) {
                makeRoom();
                statistics(i, interfaces.get(i));
            }
            handOn();
        }
    }

    private void statistics(int number, Interface seenBy) {
        int start = begin(STATISTICS);
        buffer.putInt(number);
        time(lastNanos);
        optionHeader(4, Long.BYTES);
        buffer.putLong(seenBy.seen);
        optionHeader(5, Long.BYTES);
        buffer.putLong(seenBy.leftOut);
        end(start);
    }

    private void makeRoom() throws IOException {
        if (buffer.remaining() < MOST_BLOCK_BYTES) {
            handOn();
        }
    }

    private void handOn() throws IOException {
        out.write(buffer.array(), 0, buffer.position());
        handedOnBytes += buffer.position();
        buffer.clear();
    }

    private int begin(int type) {
        int start = buffer.position();
        buffer.putInt(type).putInt(0);
        return start;
    }

    /** Ends the options and the block, whose length is known now. */
    private void end(int start) {
        optionHeader(0, 0);
        int length = buffer.position() + Integer.BYTES - start;
        buffer.putInt(length);
        buffer.putInt(start + Integer.BYTES, length);
    }

    private void option(int code, String text) {
        if (!text.isEmpty()) {
            String shown = text.length() <= MOST_TEXT_BYTES ? text : text.substring(0, MOST_TEXT_BYTES) + " …";
            byte[] utf8 = shown.getBytes(UTF_8);
            optionHeader(code, utf8.length);
            padded(ByteBuffer.wrap(utf8));
        }
    }

    private void optionHeader(int code, int length) {
        buffer.putShort((short) code).putShort((short) length);
    }

    private void padded(ByteBuffer bytes) {
        int padding = -bytes.remaining() & 3;
        buffer.put(bytes);
        for (int i = 0; i < padding; i++) {
            buffer.put((byte) 0);
        }
    }
}
