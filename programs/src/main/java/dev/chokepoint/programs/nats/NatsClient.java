package dev.chokepoint.programs.nats;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;

/**
 * A program's connection to a NATS server, ours or another. It opens the connection, opens it again when it breaks, and makes the
 * subscriptions anew; what is published meanwhile waits, as far as there is room. NATS promises nothing ("at most once"):
 * {@link #counts} says what was lost or may have been. Belongs to one lane; not a program by itself.
 */
public final class NatsClient {
    private final Host host;
    private final NatsClientConfig config;
    private final NatsListener listener;
    private final Subscriptions subscriptions = new Subscriptions();
    private final Deque<Waiting> waiting = new ArrayDeque<>();
    private int waitingBytes;
    private NatsLink link = null; // of the current attempt; null between two
    private long retryNanos;
    private boolean closed;
    private long connected;
    private long published;
    private long received;
    private long refused;
    private long uncertain;

    /** A message that waits for a connection. */
    private record Waiting(Subject subject, Subject reply, Payload payload, long number) {}

    /**
     * A client that is not yet connected.
     *
     * @param host the lane whose callbacks it shares
     * @param config what it does
     * @param listener told what becomes of the connection
     */
    public NatsClient(Host host, NatsClientConfig config, NatsListener listener) {
        this.host = Objects.requireNonNull(host, "host");
        this.config = Objects.requireNonNull(config, "config");
        this.listener = Objects.requireNonNull(listener, "listener");
        retryNanos = config.firstRetryNanos();
    }

    /** Opens the connection, and from now on whenever it breaks. To be called once. */
    public void start() {
        if (!closed) {
            link = new NatsLink(host, config, this);
            link.open();
        }
    }

    /**
     * Whether the server has taken the current connection.
     *
     * @return false also between two connections
     */
    public boolean isConnected() {
        return link != null && link.isReady();
    }

    /**
     * Subscribes to a subject or pattern, now and after each reconnect.
     *
     * @param pattern what to
     * @param handler told each message
     * @return the subscription's number, for {@link #unsubscribe}
     */
    public int subscribe(Subject pattern, NatsHandler handler) {
        return subscribe(pattern, "", handler);
    }

    /**
     * Subscribes as a member of a queue group: of the group's members one gets each message.
     *
     * @param pattern what to
     * @param group the group's name, without white space; empty for none
     * @param handler told each message
     * @return the subscription's number, for {@link #unsubscribe}
     */
    public int subscribe(Subject pattern, String group, NatsHandler handler) {
        if (!group.isEmpty() && !Subject.isValid(group)) {
            throw new IllegalArgumentException("queue group \"" + group + "\": must be without white space");
        }
        Subscriptions.Entry entry = subscriptions.add(pattern, group, handler);
        if (link != null && link.isTold()) {
            link.subscribe(entry);
        }
        return entry.number();
    }

    /**
     * Ends a subscription: its handler is not called any more.
     *
     * @param subscription its number; one that is over already is ignored
     */
    public void unsubscribe(int subscription) {
        if (subscriptions.remove(subscription) && link != null && link.isTold()) {
            link.unsubscribe(subscription);
        }
    }

    /**
     * Publishes a message.
     *
     * @param subject what under
     * @param payload from position to limit, which stay as they are; free for reuse when this returns
     * @return false when there is no room for it, or the server takes none so long: it is lost, and counted
     */
    public boolean publish(Subject subject, ByteBuffer payload) {
        return publish(subject, null, payload);
    }

    /**
     * Publishes a message that expects an answer.
     *
     * @param subject what under
     * @param reply what the answer is to be published under; null for none
     * @param payload as {@link #publish(Subject, ByteBuffer)}
     * @return as {@link #publish(Subject, ByteBuffer)}
     */
    public boolean publish(Subject subject, Subject reply, ByteBuffer payload) {
        boolean taken = isConnected() && waiting.isEmpty()
                ? link.publish(subject, reply, payload)
                : await(subject, reply, payload);
        published += taken ? 1 : 0;
        refused += taken ? 0 : 1;
        return taken;
    }

    private boolean await(Subject subject, Subject reply, ByteBuffer payload) {
        int bytes = NatsLink.publishBytes(subject, reply, payload.remaining());
        if (closed || waitingBytes + (long) bytes > config.waitingBytes()) {
            return false;
        }
        long number = config.numbered() ? Numbered.find(payload, payload.position(), payload.limit()) : Numbered.NONE;
        waiting.add(new Waiting(subject, reply, Payload.of(payload), number));
        waitingBytes += bytes;
        return true;
    }

    /**
     * What it has done so far.
     *
     * @return the counts
     */
    public NatsClientCounts counts() {
        return new NatsClientCounts(connected, published, received, refused, uncertain);
    }

    /** Sends what has left, forgets what waits, and closes the connection for good. */
    public void close() {
        closed = true;
        forgetWaiting();
        if (link != null) {
            link.close();
        }
    }

    private void forgetWaiting() {
        refused += waiting.size();
        published -= waiting.size();
        waiting.clear();
        waitingBytes = 0;
    }

    Subscriptions subscriptions() {
        return subscriptions;
    }

    /** The server has taken the connection. What waits leaves in a callback of its own, as it marks messages of its own. */
    void ready() {
        connected++;
        retryNanos = config.firstRetryNanos();
        listener.onConnected();
        host.after(0, this::release);
    }

    private void release() {
        while (isConnected() && !waiting.isEmpty()) {
            Waiting next = waiting.remove();
            waitingBytes -= NatsLink.publishBytes(
                    next.subject(), next.reply(), next.payload().length());
            if (next.number() != Numbered.NONE) {
                host.meter().working(next.number());
            }
            if (!link.publish(next.subject(), next.reply(), next.payload().view())) {
                published--;
                refused++;
            }
        }
    }

    void received(int subscription, NatsMessage message) {
        Subscriptions.Entry entry = subscriptions.find(subscription);
        if (entry != null) { // else it was on its way when the subscription ended
            received++;
            entry.handler().onMessage(message);
        }
    }

    void error(String text) {
        listener.onError(text);
    }

    /** The link is over. */
    void lost(String reason, long unconfirmed) {
        link = null;
        uncertain += unconfirmed;
        if (!closed) {
            long nanos = retryNanos + host.random().nextLong(retryNanos / 4 + 1);
            retryNanos = Math.min(config.lastRetryNanos(), 2 * retryNanos);
            host.after(nanos, this::start);
        }
        listener.onDisconnected(reason);
    }
}
