package dev.chokepoint.bench.chat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Many clients of one server in one thread: it connects them, lets them in, and hands what they receive to a reader. */
final class Crowd implements AutoCloseable {
    private static final long PATIENCE_NANOS = 300_000_000_000L;
    private static final int READ_BYTES = 1 << 20;

    /** One of them. */
    static final class Client {
        final SocketChannel channel;
        final LineScan scan = new LineScan();
        /** Bytes received since somebody last set this to 0. */
        long bytes;
        /** Deliveries counted of them. */
        long deliveries;

        Client(SocketChannel channel) {
            this.channel = channel;
        }

        void say(byte[] bytes) throws IOException {
            ByteBuffer all = ByteBuffer.wrap(bytes);
            while (all.hasRemaining()) {
                channel.write(all);
            }
        }
    }

    /** Told what came. */
    @FunctionalInterface
    interface Reader {
        void read(Client client, ByteBuffer bytes) throws IOException;
    }

    private final int port;
    private final Protocol protocol;
    private final Selector selector = Selector.open();
    private final List<Client> clients = new ArrayList<>();
    private final ByteBuffer in = ByteBuffer.allocateDirect(READ_BYTES);
    private int welcome;
    private int joined;
    private long notices;

    Crowd(int port, Protocol protocol) throws IOException {
        this.port = port;
        this.protocol = protocol;
    }

    List<Client> clients() {
        return clients;
    }

    /** Join notices received by all together. */
    long notices() {
        return notices;
    }

    /** Connects so many more and waits until the server has taken them all. */
    void enter(int count) throws IOException {
        for (int i = 0; i < count; i++) {
            SocketChannel channel = SocketChannel.open(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.configureBlocking(false);
            Client client = new Client(channel);
            clients.add(client);
            channel.register(selector, SelectionKey.OP_READ, client);
            client.say(protocol.hello(clients.size()));
            if (i % 64 == 0) {
                poll(this::notice, 0);
            }
        }
        await(() -> welcome == clients.size(), "are welcome");
    }

    /** Lets the last so many join the room, all at once, and waits until each has been told of all who came with or after it. */
    void join(int count) throws IOException {
        long before = joined;
        for (Client client : clients.subList(clients.size() - count, clients.size())) {
            client.say(protocol.join());
            poll(this::notice, 0);
        }
        long due = protocol == Protocol.NATS ? 0 : (before + 1 + before + count) * count / 2;
        await(() -> joined == before + count && notices >= due, "have joined");
        notices -= due;
    }

    private void await(BooleanSupplier holds, String what) throws IOException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!holds.getAsBoolean()) {
            poll(this::notice, 100);
            if (System.nanoTime() > end) {
                throw new IOException("not all " + what + ": of " + clients.size() + " clients " + welcome
                        + " are welcome and " + joined + " have joined; " + notices + " notices");
            }
        }
    }

    private void notice(Client client, ByteBuffer bytes) throws IOException {
        int line = bytes.position();
        while (client.scan.next(bytes)) {
            long command = client.scan.command();
            if (Protocol.isError(command)) {
                throw new IOException("the server says: "
                        + StandardCharsets.US_ASCII.decode(bytes.slice(line, bytes.position() - line)));
            }
            notices += protocol.isNotice(command) ? 1 : 0;
            count(command);
            line = bytes.position();
        }
    }

    /** In NATS the same word answers both. */
    private void count(long command) {
        if (protocol.isWelcome(command) && welcome < clients.size()) {
            welcome++;
        } else if (protocol.isJoined(command)) {
            joined++;
        }
    }

    /** Reads what has come; waits for something at most so long. */
    void poll(Reader reader, long millis) throws IOException {
        if (millis == 0) {
            selector.selectNow(key -> read(key, reader));
        } else {
            selector.select(key -> read(key, reader), millis);
        }
    }

    private void read(SelectionKey key, Reader reader) {
        try {
            Client client = (Client) key.attachment();
            in.clear();
            int count = client.channel.read(in);
            if (count < 0) {
                throw new IOException("the server closed a connection");
            }
            reader.read(client, in.flip());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Reads until nothing has come for a while. */
    void settle(Reader reader) throws IOException {
        long[] last = {System.nanoTime()};
        while (System.nanoTime() - last[0] < 300_000_000L) {
            poll(
                    (client, bytes) -> {
                        last[0] = System.nanoTime();
                        reader.read(client, bytes);
                    },
                    50);
        }
    }

    @Override
    public void close() throws IOException {
        for (Client client : clients) {
            client.channel.close();
        }
        selector.close();
    }
}
