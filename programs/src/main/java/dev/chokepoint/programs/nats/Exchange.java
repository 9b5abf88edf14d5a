package dev.chokepoint.programs.nats;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** What the clients of a {@link NatsServer} share: who is subscribed to what, and how a message is spread. Lane only. */
final class Exchange {
    /** From here on a payload is copied once for all its receivers, not once for each. */
    private static final int SHARE_FROM_BYTES = 4096;

    private static final int SPARE_BYTES = 64; // the operation, spaces, sizes, line ends
    private static final byte[] MSG = "MSG ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] HMSG = "HMSG ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] NO_RESPONDERS = "NATS/1.0 503\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Host host;
    private final NatsServerConfig config;
    private final NatsTally tally;
    private final SubjectTree tree = new SubjectTree();
    private final Lines lines = new Lines();
    private String info = "";
    private int clients;
    private long lastClient;

    Exchange(Host host, NatsServerConfig config, NatsTally tally) {
        this.host = host;
        this.config = config;
        this.tally = tally;
    }

    void listeningAt(Address at) {
        String place = switch (at) {
            case Address.Inet inet -> "\"host\":\"" + inet.ip().getHostAddress() + "\",\"port\":" + inet.port() + ",";
            case Address.UnixPath _ -> "";
        };
        info = String.format(
                Locale.ROOT,
                "INFO {\"server_id\":\"%016X\",\"server_name\":\"chokepoint\",\"version\":\"0.1.0\",\"proto\":1,%s"
                        + "\"headers\":true,\"max_payload\":%d,\"client_id\":",
                host.random().nextLong(),
                place,
                config.payloadMost());
    }

    Host host() {
        return host;
    }

    NatsServerConfig config() {
        return config;
    }

    NatsTally tally() {
        return tally;
    }

    SubjectTree tree() {
        return tree;
    }

    /** Whether there is a place for one more client, which is now taken. */
    boolean enter() {
        boolean room = clients < config.connectionsMost();
        clients += room ? 1 : 0;
        tally.add(room ? NatsTally.What.ACCEPTED : NatsTally.What.TURNED_AWAY, 1);
        return room;
    }

    void leave() {
        clients--;
        tally.add(NatsTally.What.CLOSED, 1);
    }

    /** What a new client is told. */
    byte[] info() {
        return (info + ++lastClient + "}\r\n").getBytes(StandardCharsets.UTF_8);
    }

    /** Spreads the message that a client's parser has just found. */
    void spread(ServerClient from, NatsParser message, Receivers receivers) {
        tally.add(NatsTally.What.PUBLISHED, 1);
        if (config.numbered()) {
            markNumber(message);
        }
        Copy copy = new Copy(from, message);
        long deliveries = 0;
        for (Interest interest : receivers.all()) {
            deliveries += copy.sendTo(interest) ? 1 : 0;
        }
        for (Interest[] group : receivers.groups()) {
            deliveries += sendToOne(copy, group) ? 1 : 0;
        }
        tally.add(NatsTally.What.DELIVERED, deliveries);
    }

    private void markNumber(NatsParser message) {
        int start = message.payloadFrom();
        long number = Numbered.find(message.source(), start, start + message.payloadBytes());
        if (number != Numbered.NONE) {
            host.meter().working(number);
        }
    }

    private boolean sendToOne(Copy copy, Interest[] group) {
        int first = host.random().nextInt(group.length);
        for (int i = 0; i < group.length; i++) {
            if (copy.sendTo(group[(first + i) % group.length])) {
                return true;
            }
        }
        return false;
    }

    /** Nobody is there to answer: tells the one who asked, by its own subscription to the reply's subject. */
    void noResponders(ServerClient from, NatsParser message) {
        String reply = message.text(1);
        for (Interest interest : tree.find(reply).all()) {
            if (interest.client() == from) {
                byte[] subject = reply.getBytes(StandardCharsets.UTF_8);
                lines.begin(subject.length + interest.id().length + SPARE_BYTES)
                        .put(HMSG)
                        .put(subject)
                        .space();
                lines.put(interest.id()).space().number(NO_RESPONDERS.length).space();
                from.deliver(
                        lines.number(NO_RESPONDERS.length)
                                .end()
                                .put(NO_RESPONDERS)
                                .end()
                                .bytes(),
                        interest);
                return;
            }
        }
    }

    /**
     * A message on its way to its receivers. All but the subscription's own number is the same for all; clients number theirs
     * from 1 on, so neighbours often share even that, and then the bytes.
     */
    private final class Copy {
        private final ServerClient from;
        private final NatsParser message;
        private final Payload shared; // the payload and its end; null when it is short
        private byte[] id = new byte[0];
        private boolean headers;
        private ByteBuffer encoded = null; // for that subscription, to that kind of client

        Copy(ServerClient from, NatsParser message) {
            this.from = from;
            this.message = message;
            int bytes = message.payloadBytes();
            boolean isLong = bytes >= SHARE_FROM_BYTES && message.headerBytes() == 0;
            shared = isLong ? Payload.of(slice(message.payloadFrom(), bytes + 2)) : null;
        }

        private ByteBuffer slice(int at, int bytes) {
            return message.source().slice(at, bytes);
        }

        /** Whether it went there. */
        boolean sendTo(Interest interest) {
            ServerClient client = interest.client();
            if (client.isOver() || interest.isSpent() || client == from && !client.wantsEcho()) {
                return false;
            }
            encode(interest);
            return shared == null ? client.deliver(encoded, interest) : client.deliver(encoded, shared, interest);
        }

        private void encode(Interest interest) {
            boolean withHeaders = message.headerBytes() > 0 && interest.client().takesHeaders();
            if (encoded == null || headers != withHeaders || !Arrays.equals(id, interest.id())) {
                id = interest.id();
                headers = withHeaders;
                encoded = write();
            }
            encoded.rewind();
        }

        private ByteBuffer write() {
            ByteBuffer source = message.source();
            int skipped = headers ? 0 : message.headerBytes();
            int bytes = message.payloadBytes() - skipped;
            int line = message.to(message.arguments() - 1) - message.from(0);
            lines.begin(line + id.length + SPARE_BYTES + (shared == null ? bytes : 0));
            lines.put(headers ? HMSG : MSG).put(source, message.from(0), message.to(0) - message.from(0));
            lines.space().put(id).space();
            if (!message.op().isShort(message.arguments())) {
                lines.put(source, message.from(1), message.to(1) - message.from(1))
                        .space();
            }
            if (headers) {
                lines.number(message.headerBytes()).space();
            }
            lines.number(bytes).end();
            if (shared == null) {
                lines.put(source, message.payloadFrom() + skipped, bytes).end();
            }
            return lines.bytes();
        }
    }
}
