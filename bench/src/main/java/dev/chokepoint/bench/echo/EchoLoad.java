package dev.chokepoint.bench.echo;

import dev.chokepoint.bench.ServerCpu;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * An open-loop client in one spinning thread: messages leave at fixed times over all connections in turn, whatever the server
 * does, and latency counts from the time a message was due. Prints one line:
 * {@code messages serverCpuNanos p50Nanos p99Nanos sendLagP99Nanos}.
 */
final class EchoLoad {
    static final int MESSAGE_BYTES = 64;

    private final List<Conversation> conversations = new ArrayList<>();
    private final Histogram latency = new Histogram(3);
    private final Histogram sendLag = new Histogram(3);
    private final ByteBuffer out = ByteBuffer.allocateDirect(MESSAGE_BYTES);
    private final ByteBuffer in = ByteBuffer.allocateDirect(64 << 10);
    private final Selector selector;
    private final long gapNanos;
    private long received;

    private EchoLoad(Selector selector, long gapNanos) {
        this.selector = selector;
        this.gapNanos = gapNanos;
    }

    /** One connection and the due times of what it has not got back yet. */
    private static final class Conversation {
        private final SocketChannel channel;
        private final long[] due = new long[1 << 16];
        private int sent;
        private int answered;
        private long bytes;

        Conversation(SocketChannel channel) {
            this.channel = channel;
        }
    }

    /** Arguments: port, server's process number, connections, messages a second, seconds to warm up, seconds to measure. */
    public static void main(String[] args) throws IOException {
        int port = Integer.parseInt(args[0]);
        long pid = Long.parseLong(args[1]);
        EchoLoad load = new EchoLoad(Selector.open(), 1_000_000_000L / Long.parseLong(args[3]));
        load.connect(port, Integer.parseInt(args[2]));
        load.drive(Long.parseLong(args[4]) * 1_000_000_000L);
        load.latency.reset();
        load.sendLag.reset();
        long before = load.received;
        long cpuBefore = ServerCpu.nanos(pid);
        load.drive(Long.parseLong(args[5]) * 1_000_000_000L);
        long cpu = ServerCpu.nanos(pid) - cpuBefore;
        System.out.println((load.received - before) + " " + cpu + " " + load.latency.getValueAtPercentile(50) + " "
                + load.latency.getValueAtPercentile(99) + " " + load.sendLag.getValueAtPercentile(99));
    }

    private void connect(int port, int connections) throws IOException {
        for (int i = 0; i < connections; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            Conversation conversation = new Conversation(channel);
            channel.register(selector, SelectionKey.OP_READ, conversation);
            conversations.add(conversation);
        }
    }

    private void drive(long nanos) throws IOException {
        long due = System.nanoTime();
        long end = due + nanos;
        int next = 0;
        while (due < end) {
            long now = System.nanoTime();
            for (; due <= now && due < end; due += gapNanos) {
                send(conversations.get(next++ % conversations.size()), due);
            }
            if (selector.selectNow(key -> receive((Conversation) key.attachment())) == 0) {
                Thread.onSpinWait();
            }
        }
    }

    private void send(Conversation to, long due) throws IOException {
        to.due[to.sent++ & (to.due.length - 1)] = due;
        sendLag.recordValue(Math.max(0, System.nanoTime() - due));
        out.clear();
        while (out.hasRemaining()) {
            to.channel.write(out);
        }
    }

    private void receive(Conversation from) {
        try {
            in.clear();
            from.bytes += Math.max(0, from.channel.read(in));
        } catch (IOException e) {
            throw new IllegalStateException("the server is gone", e);
        }
        long now = System.nanoTime();
        for (; from.bytes >= MESSAGE_BYTES; from.bytes -= MESSAGE_BYTES) {
            latency.recordValue(now - from.due[from.answered++ & (from.due.length - 1)]);
            received++;
        }
    }
}
