package dev.chokepoint.bench.chat;

import dev.chokepoint.bench.ServerCpu;
import dev.chokepoint.bench.chat.Crowd.Client;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * One speaks, all others hear. A server sends each message to a member as the same number of bytes, so deliveries are counted by
 * bytes, which costs the client next to nothing.
 */
final class Speech {
    /** So many messages may be under way; few enough for every server's queues. */
    private static final int WINDOW_MOST = 256;

    private static final int WINDOW_DELIVERIES = 64_000;
    private static final int BATCH = 256;
    /** A server may slip in a ping or two of its own, which by far make no line. */
    private static final int OTHER_BYTES_MOST = 40;

    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final int DUE_KEPT = 1 << 12;

    private final Crowd crowd;
    private final Client speaker;
    private final List<Client> members;
    private final byte[] message;
    private final ByteBuffer batch;
    private final long lineBytes;
    private final long[] due = new long[DUE_KEPT];
    private final Histogram latency = new Histogram(3);
    private final Histogram sendLag = new Histogram(3);
    private long sentBytes;
    private long deliveries;
    private long paced; // messages sent by pace()

    Speech(Crowd crowd, Client speaker, List<Client> members, byte[] message) throws IOException {
        this.crowd = crowd;
        this.speaker = speaker;
        this.members = members;
        this.message = message;
        batch = ByteBuffer.allocateDirect(BATCH * message.length);
        for (int i = 0; i < BATCH; i++) {
            batch.put(message);
        }
        lineBytes = measureLine();
    }

    /** What one message is to a member, in bytes: all must agree. */
    private long measureLine() throws IOException {
        crowd.settle((_, _) -> {});
        crowd.clients().forEach(client -> client.bytes = 0);
        speaker.say(message);
        crowd.settle((client, bytes) -> client.bytes += bytes.remaining());
        long bytes = members.getFirst().bytes;
        if (bytes < Protocol.TEXT.length() || members.stream().anyMatch(member -> member.bytes != bytes)) {
            throw new IOException("one message came as " + bytes + " B to the first, and not so to all");
        }
        crowd.clients().forEach(client -> client.bytes = 0);
        return bytes;
    }

    Histogram latency() {
        return latency;
    }

    Histogram sendLag() {
        return sendLag;
    }

    /** What a stretch of time showed. */
    record Stretch(long deliveries, long nanos, long serverCpuNanos) {}

    /** As fast as it goes. */
    Stretch flatOut(long nanos, long serverPid) throws IOException {
        long before = deliveries;
        long cpu = ServerCpu.nanos(serverPid);
        long start = System.nanoTime();
        long window = Math.max(1, Math.min(WINDOW_MOST, WINDOW_DELIVERIES / members.size()));
        while (System.nanoTime() - start < nanos) {
            long underWay = sentBytes / message.length - deliveries / members.size();
            if (window - underWay >= Math.max(1, window / 8)) {
                write(window - underWay);
            }
            crowd.poll(this::heard, 1);
        }
        return new Stretch(deliveries - before, System.nanoTime() - start, ServerCpu.nanos(serverPid) - cpu);
    }

    private void write(long messages) throws IOException {
        int offset = (int) (sentBytes % message.length);
        int bytes = (int) Math.min(batch.capacity(), messages * message.length) - offset;
        sentBytes += speaker.channel.write(batch.clear().position(offset).limit(offset + bytes));
    }

    private void heard(Client client, ByteBuffer bytes) {
        client.bytes += bytes.remaining();
        long now = client.bytes / lineBytes;
        deliveries += now - client.deliveries;
        client.deliveries = now;
    }

    /** Waits until all that was said has been heard by all, and checks that it was that and next to nothing else. */
    void drain() throws IOException {
        int rest = (int) (sentBytes % message.length);
        if (rest > 0) {
            speaker.say(Arrays.copyOfRange(message, rest, message.length));
            sentBytes += message.length - rest;
        }
        long said = sentBytes / message.length;
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (deliveries < said * members.size() && System.nanoTime() < end) {
            crowd.poll(this::heard, 10);
        }
        for (Client member : members) {
            long others = member.bytes - said * lineBytes;
            if (others < 0 || others > OTHER_BYTES_MOST) {
                throw new IOException("a member heard " + member.bytes + " B, but " + said + " messages of " + lineBytes
                        + " B were said");
            }
        }
    }

    /** At fixed times, whatever the server does. After a {@link #drain}. */
    void pace(int perSecond, long nanos) throws IOException {
        long first = sentBytes / message.length;
        long gap = 1_000_000_000L / perSecond;
        long next = System.nanoTime();
        long end = next + nanos;
        while (next < end) {
            long now = System.nanoTime();
            if (now >= next) {
                due[(int) (sentBytes / message.length % DUE_KEPT)] = next;
                sendLag.recordValue(now - next);
                speaker.say(message);
                sentBytes += message.length;
                next += gap;
            }
            crowd.poll(this::timed, 0);
        }
        paced = sentBytes / message.length - first;
        drain();
    }

    private void timed(Client client, ByteBuffer bytes) {
        long now = System.nanoTime();
        long before = client.deliveries;
        heard(client, bytes);
        for (long i = before; i < client.deliveries; i++) {
            latency.recordValue(now - due[(int) (i % DUE_KEPT)]);
        }
    }

    long pacedMessages() {
        return paced;
    }
}
