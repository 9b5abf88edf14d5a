package dev.chokepoint.programs.nats;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.Timer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * One connection of a {@link NatsClient}: the server says INFO, the client answers CONNECT, its subscriptions and PING, and with
 * the PONG all that is in force.
 */
final class NatsLink implements Session, NatsMessage {
    private static final int LINE_MOST = 1 << 20; // an INFO lists the cluster's addresses
    private static final int PAYLOAD_MOST = 64 << 20; // no server may be configured for more
    private static final int UNANSWERED_MOST = 2;
    private static final int SPARE_BYTES = 32; // spaces, sizes, line ends
    private static final byte[] PUB = ascii("PUB ");
    private static final byte[] SUB = ascii("SUB ");
    private static final byte[] UNSUB = ascii("UNSUB ");
    private static final byte[] PING = ascii("PING\r\n");
    private static final byte[] PONG = ascii("PONG\r\n");

    private final Host host;
    private final NatsClientConfig config;
    private final NatsClient client;
    private final NatsParser parser = new NatsParser(LINE_MOST, PAYLOAD_MOST);
    private final Lines lines = new Lines();
    private Connection connection = null; // until open()
    private Timer pinging = null; // until open()
    private ByteBuffer payload = ByteBuffer.allocate(0); // a view of the parser's source
    private ByteBuffer viewed = payload; // that source
    private long payloadMost = Long.MAX_VALUE;
    private boolean told; // INFO has come and was answered
    private boolean ready;
    private boolean over; // nothing of it matters any more
    private int unanswered;
    private long sent;
    private long sentBeforePing;
    private long confirmed;
    private String complaint = "";

    NatsLink(Host host, NatsClientConfig config, NatsClient client) {
        this.host = host;
        this.config = config;
        this.client = client;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    void open() {
        connection = host.connect(host.addresses().getFirst(), config.server(), config.stream(), 0, this);
        pinging = host.after(config.pingNanos(), this::ping);
    }

    boolean isReady() {
        return ready && !over;
    }

    /** Whether subscriptions may be sent: INFO has been answered. */
    boolean isTold() {
        return told && !over;
    }

    @Override
    public void onBytes(Connection from, ByteBuffer bytes) {
        try {
            while (!over && parser.parse(bytes)) {
                take();
            }
        } catch (NatsException e) {
            complaint = "the server breaks the protocol: " + e.getMessage();
            connection.abort();
        }
    }

    private void take() throws NatsException {
        switch (parser.op()) {
            case MSG, HMSG -> client.received(parser.number(1), this);
            case PING -> send(PONG);
            case PONG -> pong();
            case INFO -> info();
            case OK -> {}
            case ERR -> complain(parser.text(0));
            case PUB, HPUB, SUB, UNSUB, CONNECT -> throw new NatsException(NatsParser.UNKNOWN);
        }
    }

    private void complain(String quoted) {
        complaint = quoted.replaceAll("^'|'$", "");
        client.error(complaint);
    }

    private void info() throws NatsException {
        Map<String, String> server = Json.object(parser.text(0));
        try {
            payloadMost = Long.parseLong(server.getOrDefault("max_payload", Long.toString(payloadMost)));
        } catch (NumberFormatException e) {
            throw new NatsException("max_payload is " + server.get("max_payload"));
        }
        if (!told) {
            told = true;
            introduce();
        }
    }

    private void introduce() {
        String options =
                "CONNECT {\"verbose\":false,\"pedantic\":false,\"tls_required\":false,\"name\":\"" + config.name()
                        + "\",\"lang\":\"java\",\"version\":\"chokepoint\",\"protocol\":1,\"headers\":true,\"echo\":"
                        + config.echo()
                        + "}\r\n";
        send(options.getBytes(StandardCharsets.UTF_8));
        client.subscriptions().forEach(this::subscribe);
        send(PING);
    }

    private void pong() {
        unanswered = 0;
        confirmed = sentBeforePing;
        if (!ready && told) {
            ready = true;
            client.ready();
        }
    }

    /** One PING is under way at most, so its PONG confirms what had left before it. */
    private void ping() {
        if (over) {
            return;
        }
        if (!ready || unanswered >= UNANSWERED_MOST) {
            complaint = "the server does not answer";
            connection.abort();
            return;
        }
        if (unanswered == 0) {
            sentBeforePing = sent;
            send(PING);
        }
        unanswered++;
        pinging = host.after(config.pingNanos(), this::ping);
    }

    private void send(byte[] bytes) {
        connection.send(ByteBuffer.wrap(bytes));
    }

    void subscribe(Subscriptions.Entry entry) {
        byte[] group = entry.group().getBytes(StandardCharsets.UTF_8);
        lines.begin(SUB.length + entry.pattern().utf8().length + group.length + SPARE_BYTES);
        lines.put(SUB).put(entry.pattern().utf8()).space();
        if (group.length > 0) {
            lines.put(group).space();
        }
        connection.send(lines.number(entry.number()).end().bytes());
    }

    void unsubscribe(int number) {
        connection.send(lines.begin(SPARE_BYTES).put(UNSUB).number(number).end().bytes());
    }

    /** At most so many bytes go over the wire. */
    static int publishBytes(Subject subject, Subject reply, int payloadBytes) {
        int replyBytes = reply == null ? 0 : reply.utf8().length;
        return PUB.length + subject.utf8().length + replyBytes + payloadBytes + SPARE_BYTES;
    }

    /** Whether the message was taken: there is room for it, and the server takes any so long. */
    boolean publish(Subject subject, Subject reply, ByteBuffer message) {
        int bytes = message.remaining();
        int most = publishBytes(subject, reply, bytes);
        if (bytes > payloadMost
                || connection.unsentBytes() + most > config.stream().sendLimitBytes()) {
            return false;
        }
        lines.begin(most).put(PUB).put(subject.utf8()).space();
        if (reply != null) {
            lines.put(reply.utf8()).space();
        }
        lines.number(bytes).end().put(message, message.position(), bytes).end();
        connection.send(lines.bytes());
        sent++;
        return true;
    }

    /** For good: what has left still arrives. */
    void close() {
        over = true;
        pinging.cancel();
        connection.close();
    }

    @Override
    public void onClose(Connection from, CloseReason reason) {
        boolean wanted = over;
        over = true;
        pinging.cancel();
        client.lost(complaint.isEmpty() ? describe(reason) : complaint, wanted ? 0 : sent - confirmed);
    }

    private String describe(CloseReason reason) {
        String what = switch (reason) {
            case CloseReason.PeerClosed _ -> "the server closed the connection";
            case CloseReason.LocalClosed _ -> "closed";
            case CloseReason.Refused _ -> "nobody listens there";
            case CloseReason.Reset _ -> "the server reset the connection";
            case CloseReason.TimedOut _ -> "no answer in time";
            case CloseReason.Unreachable _ -> "there is no way to it";
            case CloseReason.Exhausted e -> "this machine has run out of " + e.what();
            case CloseReason.SendLimit e -> e.unsentBytes() + " B wait to be sent, " + e.limitBytes() + " B may";
            case CloseReason.TlsFailed e -> "TLS failed: " + e.detail();
            case CloseReason.Untrusted e -> "it is not trusted: " + e.detail();
            case CloseReason.Failed e -> e.detail();
        };
        return config.server() + ": " + what;
    }

    @Override
    public String subject() {
        return parser.text(0);
    }

    @Override
    public String reply() {
        return parser.op().isShort(parser.arguments()) ? "" : parser.text(2);
    }

    @Override
    @SuppressWarnings("ReferenceEquality") // one view a buffer, not a message
    public ByteBuffer payload() {
        if (viewed != parser.source()) {
            viewed = parser.source();
            payload = viewed.duplicate();
        }
        int start = parser.payloadFrom() + parser.headerBytes();
        return payload.limit(parser.payloadFrom() + parser.payloadBytes()).position(start);
    }
}
