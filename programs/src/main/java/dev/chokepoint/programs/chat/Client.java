package dev.chokepoint.programs.chat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.programs.irc.IrcLimits;
import dev.chokepoint.programs.irc.IrcParser;
import dev.chokepoint.programs.irc.Numeric;
import java.nio.ByteBuffer;

/** One connection of a {@link ChatServer}: before it has registered, and as a user after. Small, since most are idle. Lane only. */
public final class Client implements Session {
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    /** How long a closed connection may take to send what is pending. */
    private static final long LINGER_NANOS = 5_000_000_000L;

    private final Chat chat;
    private final Connection connection;
    private final IrcParser parser = new IrcParser(IrcLimits.FROM_CLIENT);
    private Registration registration = new Registration(); // null once registered
    private User user; // null until registered
    private int caps;
    private int variant;
    private int lastVisit;
    private long heardNanos;
    /** When it opened; once it has registered, when it last said something to somebody. */
    private long spokeNanos;
    /** Its message timer, which a {@link Guard} keeps. */
    private long timerNanos;

    private boolean pinged;
    private boolean closed;

    /** Reasons to read nothing of it: it doesn't read itself, or it must wait. */
    private boolean full;

    private boolean penalised;
    /** What has been read and can't be done yet; a {@link Guard} says how much there may be. */
    private ByteBuffer held = NOTHING;

    /** What a labelled command has been answered with so far; null outside of one. */
    private Answer answer;

    Client(Chat chat, Connection connection) {
        this.chat = chat;
        this.connection = connection;
        heardNanos = chat.host().nanoTime();
        spokeNanos = heardNanos;
        timerNanos = heardNanos;
    }

    // ---- what it says

    @Override
    public void onBytes(Connection same, ByteBuffer bytes) {
        heardNanos = chat.host().nanoTime();
        readAll(bytes);
        if (bytes.hasRemaining() && !closed) {
            hold(bytes);
        }
    }

    /** Behind what is held already. Who is not penalised is paused, so that it can be no more than one read. */
    private void hold(ByteBuffer bytes) {
        int all = held.remaining() + bytes.remaining();
        if (!penalised || chat.guard().mayHold(all)) {
            held = ByteBuffer.allocate(all).put(held).put(bytes).flip();
        } else {
            close("Excess Flood");
        }
    }

    private void readAll(ByteBuffer bytes) {
        while (!full && !penalised && !closed) {
            switch (parser.parse(bytes, chat.line())) {
                case MORE -> {
                    return;
                }
                case TOO_LONG -> chat.reply(this, Numeric.ERR_INPUTTOOLONG);
                case LINE -> chat.commands().run(this, chat.line());
            }
        }
    }

    /** Does nothing that it says for a while. */
    void penalise(long nanos) {
        if (!penalised && !closed) {
            penalised = true;
            chat.host().after(nanos, () -> {
                penalised = false;
                goOn();
            });
        }
    }

    @Override
    public void onWritable(Connection same) {
        if (full) {
            full = false;
            goOn();
        }
    }

    private void goOn() {
        readAll(held);
        if (!held.hasRemaining()) {
            held = NOTHING;
        }
        if (!full && !closed) {
            connection.resume();
        }
    }

    // ---- what it is told

    /** Sends a line that may be shared. */
    void send(Payload line) {
        if (answer != null) {
            answer.add(line);
        } else if (!connection.send(line)) {
            stopReading();
        }
    }

    /** Sends a line that is for this client only. */
    void send(ByteBuffer line) {
        if (answer != null) {
            answer.add(Payload.of(line));
        } else if (!connection.send(line)) {
            stopReading();
        }
    }

    /** Who doesn't read what it is told need not be listened to. */
    private void stopReading() {
        if (!full && !closed) {
            full = true;
            connection.pause();
        }
    }

    /** What it is told from here on answers a command with this label. */
    void beginAnswer(String label) {
        answer = new Answer(label);
    }

    void endAnswer() {
        if (answer != null) {
            Answer whole = answer;
            answer = null;
            whole.send(chat, this);
        }
    }

    // ---- how it ends

    @Override
    public void onEnd(Connection same) {
        leave("Connection closed");
        connection.close();
    }

    @Override
    public void onClose(Connection same, CloseReason reason) {
        leave(CloseTexts.of(reason));
        chat.closed(this, reason);
    }

    /**
     * Ends the connection, and tells everybody why.
     *
     * @param reason what is said
     */
    public void close(String reason) {
        if (closed) {
            return;
        }
        endAnswer();
        chat.send(this, "", "ERROR", "Closing Link: " + host() + " (" + reason + ")");
        leave(reason);
        connection.close();
        chat.host().after(LINGER_NANOS, connection::abort);
    }

    private void leave(String reason) {
        if (closed) {
            return;
        }
        closed = true;
        held = NOTHING;
        answer = null;
        chat.nicknames().release(this);
        if (user != null) {
            chat.presence().quit(user, reason);
        }
    }

    // ---- what it is

    /**
     * Its connection.
     *
     * @return open until {@link #isClosed()}
     */
    public Connection connection() {
        return connection;
    }

    /**
     * Whether nothing more will come of it.
     *
     * @return true once it has left, was closed, or its connection broke
     */
    public boolean isClosed() {
        return closed;
    }

    /**
     * Whether it is a user.
     *
     * @return false while it registers
     */
    public boolean isRegistered() {
        return user != null;
    }

    /**
     * The user that it is.
     *
     * @return null while it registers
     */
    public User user() {
        return user;
    }

    void registered(User newUser) {
        user = newUser;
        registration = null;
    }

    /** What it has said for its registration; null once it has registered. */
    Registration registration() {
        return registration;
    }

    /**
     * When it last sent anything.
     *
     * @return on the lane's clock, nanoseconds
     */
    public long heardNanos() {
        return heardNanos;
    }

    /**
     * Since when it is silent.
     *
     * @return seconds since it last spoke to somebody
     */
    public long idleSeconds() {
        return (chat.host().nanoTime() - spokeNanos) / 1_000_000_000;
    }

    /** It has said something to somebody. */
    void spoke() {
        spokeNanos = heardNanos;
    }

    /** When it came, while it registers. */
    long openedNanos() {
        return spokeNanos;
    }

    long timerNanos() {
        return timerNanos;
    }

    void moveTimer(long nanos) {
        timerNanos = nanos;
    }

    /** Whether it has been asked if it is still there, and has not answered. */
    boolean isPinged() {
        return pinged;
    }

    void setPinged(boolean asked) {
        pinged = asked;
    }

    /** What waits until it may be done. */
    int heldBytes() {
        return held.remaining();
    }

    /**
     * What replies call it.
     *
     * @return its nickname, or {@code *} before it has one
     */
    public String target() {
        if (user != null) {
            return user.nick();
        }
        return registration.nick.isEmpty() ? "*" : registration.nick;
    }

    /**
     * Where it comes from.
     *
     * @return an address without port, never beginning with a colon
     */
    public String host() {
        if (connection.remote() instanceof Address.Inet inet) {
            String text = inet.ip().getHostAddress();
            return text.startsWith(":") ? "0" + text : text;
        }
        return "localhost";
    }

    /**
     * Whether it has a capability.
     *
     * @param cap which
     * @return whether it was asked for and granted
     */
    public boolean has(Cap cap) {
        return (caps & cap.bit()) != 0;
    }

    int caps() {
        return caps;
    }

    void setCaps(int bits) {
        caps = bits;
        variant = (has(Cap.MESSAGE_TAGS) ? Fanout.TAGS : 0) | (has(Cap.SERVER_TIME) ? Fanout.TIME : 0);
    }

    /** Which encoding of a {@link Fanout} it gets. */
    int variant() {
        return variant;
    }

    /** Whether it has not been asked with this stamp before. */
    boolean isFirstVisit(int stamp) {
        boolean first = lastVisit != stamp;
        lastVisit = stamp;
        return first;
    }
}
