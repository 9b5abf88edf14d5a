package dev.chokepoint.programs.nats;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.Timer;
import dev.chokepoint.programs.nats.NatsTally.What;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** One client of a {@link NatsServer}. */
final class ServerClient implements Session {
    private static final long FAREWELL_NANOS = 2_000_000_000L;
    private static final int UNANSWERED_MOST = 2;
    private static final byte[] OK = ascii("+OK\r\n");
    private static final byte[] PING = ascii("PING\r\n");
    private static final byte[] PONG = ascii("PONG\r\n");

    private final Exchange exchange;
    private final Connection connection;
    private final NatsParser parser;
    private final Map<String, Interest> interests = new LinkedHashMap<>(2);
    private byte[] lastSubject = new byte[0];
    private Receivers lastReceivers = Receivers.UNKNOWN;
    private Timer pinging = null; // until it has a place
    private boolean over;
    private boolean heard;
    private int unanswered;
    // what CONNECT says; these hold for clients that don't send it, such as people with telnet
    private boolean verbose = true;
    private boolean echo = true;
    private boolean headers;
    private boolean noResponders;

    ServerClient(Exchange exchange, Connection connection) {
        this.exchange = exchange;
        this.connection = connection;
        parser = new NatsParser(NatsServer.LINE_MOST, exchange.config().payloadMost());
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    boolean isOver() {
        return over;
    }

    boolean wantsEcho() {
        return echo;
    }

    boolean takesHeaders() {
        return headers;
    }

    @Override
    public void onOpen(Connection opened) {
        if (!exchange.enter()) {
            farewell("maximum connections exceeded");
            return;
        }
        send(exchange.info());
        pinging = exchange.host().after(exchange.config().pingNanos(), this::ping);
    }

    private void ping() {
        if (over) {
            return;
        }
        if (!heard && unanswered == UNANSWERED_MOST) {
            drop("Stale Connection", What.STALE);
            return;
        }
        if (!heard) {
            unanswered++;
            send(PING);
        }
        heard = false;
        pinging = exchange.host().after(exchange.config().pingNanos(), this::ping);
    }

    @Override
    public void onBytes(Connection from, ByteBuffer bytes) {
        heard = true;
        unanswered = 0;
        try {
            while (!over && parser.parse(bytes)) {
                take();
            }
        } catch (NatsException e) {
            drop(e.getMessage(), What.REFUSED);
        }
    }

    private void take() throws NatsException {
        switch (parser.op()) {
            case PUB, HPUB -> publish();
            case SUB -> subscribe();
            case UNSUB -> unsubscribe();
            case PING -> send(PONG);
            case PONG -> {} // to have been heard is enough
            case CONNECT -> connect();
            case INFO, MSG, HMSG, OK, ERR -> throw new NatsException(NatsParser.UNKNOWN);
        }
    }

    private void connect() throws NatsException {
        Map<String, String> options = Json.object(parser.text(0));
        verbose = is(options, "verbose", true);
        echo = is(options, "echo", true);
        headers = is(options, "headers", false);
        noResponders = headers && is(options, "no_responders", false);
        acknowledge();
    }

    private static boolean is(Map<String, String> options, String name, boolean otherwise) {
        return Boolean.parseBoolean(options.getOrDefault(name, Boolean.toString(otherwise)));
    }

    private void acknowledge() {
        if (verbose) {
            send(OK);
        }
    }

    private void publish() {
        if (!isLastSubject()) {
            String subject = parser.text(0);
            if (!Subject.isValid(subject) || Subject.hasWildcard(subject)) {
                complain("Invalid Publish Subject");
                return;
            }
            lastSubject = subject.getBytes(StandardCharsets.UTF_8);
            lastReceivers = exchange.tree().find(subject);
        }
        acknowledge();
        exchange.spread(this, parser, lastReceivers);
        if (noResponders && lastReceivers.isEmpty() && !parser.op().isShort(parser.arguments())) {
            exchange.noResponders(this, parser);
        }
    }

    /** Most clients publish under the same subject again and again. */
    private boolean isLastSubject() {
        int length = parser.to(0) - parser.from(0);
        boolean same = lastReceivers.version() == exchange.tree().version() && length == lastSubject.length;
        for (int i = 0; same && i < length; i++) {
            same = parser.source().get(parser.from(0) + i) == lastSubject[i];
        }
        return same;
    }

    private void subscribe() {
        int last = parser.arguments() - 1;
        String pattern = parser.text(0);
        String id = parser.text(last);
        if (!Subject.isValid(pattern)) {
            complain("Invalid Subject");
        } else if (interests.size() >= exchange.config().subscriptionsMost()) {
            drop("maximum subscriptions exceeded", What.REFUSED);
        } else {
            if (!interests.containsKey(id)) {
                Interest interest = new Interest(this, pattern, last == 2 ? parser.text(1) : "", id);
                interests.put(id, interest);
                exchange.tree().add(interest);
            }
            acknowledge();
        }
    }

    private void unsubscribe() throws NatsException {
        Interest interest = interests.get(parser.text(0));
        if (interest != null) {
            if (parser.arguments() == 2) {
                interest.endAfter(parser.number(1));
            }
            if (parser.arguments() == 1 || interest.isSpent()) {
                end(interest);
            }
        }
        acknowledge();
    }

    private void end(Interest interest) {
        interest.endAfter(0);
        if (interests.remove(new String(interest.id(), StandardCharsets.UTF_8)) != null) {
            exchange.tree().remove(interest);
        }
    }

    /** Sends a message to one of its subscriptions; false when the client does not read, and is dropped for it. */
    boolean deliver(ByteBuffer message, Interest interest) {
        if (!hasRoom(message.remaining())) {
            return false;
        }
        connection.send(message);
        count(interest);
        return true;
    }

    /** As {@link #deliver(ByteBuffer, Interest)}, in two parts. */
    boolean deliver(ByteBuffer line, Payload payload, Interest interest) {
        if (!hasRoom(line.remaining() + payload.length())) {
            return false;
        }
        connection.send(line);
        connection.send(payload);
        count(interest);
        return true;
    }

    private void count(Interest interest) {
        interest.delivered();
        if (interest.isSpent()) {
            end(interest);
        }
    }

    private boolean hasRoom(int bytes) {
        int most = exchange.config().stream().sendLimitBytes() - NatsServer.FAREWELL_BYTES;
        if (connection.unsentBytes() + bytes <= most) {
            return true;
        }
        drop("Slow Consumer", What.SLOW);
        return false;
    }

    private void send(byte[] bytes) {
        if (hasRoom(bytes.length)) {
            connection.send(ByteBuffer.wrap(bytes));
        }
    }

    /** The connection goes on. */
    private void complain(String error) {
        send(ascii("-ERR '" + error + "'\r\n"));
    }

    private void drop(String error, What counted) {
        if (!over) {
            exchange.tally().add(counted, 1);
            farewell(error);
            leave();
        }
    }

    /** Says why and closes; one that does not read even that is cut off soon. */
    private void farewell(String error) {
        over = true;
        connection.send(ByteBuffer.wrap(ascii("-ERR '" + error + "'\r\n")));
        connection.close();
        exchange.host().after(FAREWELL_NANOS, connection::abort);
    }

    private void leave() {
        over = true;
        if (pinging != null) {
            pinging.cancel();
            pinging = null;
            exchange.leave();
            interests.values().forEach(exchange.tree()::remove);
            interests.clear();
        }
    }

    @Override
    public void onClose(Connection closed, CloseReason reason) {
        leave();
    }
}
