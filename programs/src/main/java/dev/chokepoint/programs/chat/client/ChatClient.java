package dev.chokepoint.programs.chat.client;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Timer;
import dev.chokepoint.programs.chat.client.ChatLine.Kind;
import dev.chokepoint.programs.irc.IrcLimits;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcParser;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;

/**
 * An IRC client for one human: connects, and connects again when the connection is lost; understands what comes, and does what is
 * typed. Typed lines are given to {@link #type} by any thread; a timer of the lane fetches them.
 */
public final class ChatClient implements Program {
    private static final int TYPED_MAX = 10_000;
    private static final long LOOK_NANOS = 20_000_000;
    private static final long FIRST_WAIT_NANOS = 1_000_000_000L;
    private static final long LONGEST_WAIT_NANOS = 60_000_000_000L;
    private static final long SILENCE_NANOS = 120_000_000_000L;
    private static final long LAST_WORDS_NANOS = 3_000_000_000L;

    private final ChatClientConfig config;
    private final ChatView view;
    private final KnownChannels known = new KnownChannels();
    private final Queue<String> typed = new ArrayBlockingQueue<>(TYPED_MAX);
    private Host host; // set by start
    private ChatState state; // set by start
    private ChatEvents events; // set by start
    private ChatCommands commands; // set by start
    private final ChatWire wire = new ChatWire();
    private List<String> wanted;
    private long waitNanos = FIRST_WAIT_NANOS;
    private long heardNanos;
    private boolean everRegistered;
    private boolean registered;
    private volatile boolean hungUp;
    private boolean leaving;
    private boolean over;
    private final ArrayDeque<Timer> waiting = new ArrayDeque<>();

    /**
     * A client.
     *
     * @param config whom it talks to
     * @param view where it shows what happens
     */
    public ChatClient(ChatClientConfig config, ChatView view) {
        this.config = config;
        this.view = view;
        this.wanted = config.channels();
    }

    /**
     * The user has typed a line. Any thread.
     *
     * @param line a command or something to say
     * @return false when too many lines wait, and this one was dropped
     */
    public boolean type(String line) {
        return typed.offer(line);
    }

    /** The user wants to leave now, whatever is still typed. Any thread. */
    public void hangUp() {
        hungUp = true;
    }

    /**
     * Whom the user may mean. Any thread.
     *
     * @return the nicknames of all who are in the user's channels, in alphabetical order
     */
    public Collection<String> nicks() {
        return known.everybody();
    }

    /**
     * Where the user is. Any thread.
     *
     * @return the channels
     */
    public List<String> channels() {
        return known.names();
    }

    /**
     * What can be typed.
     *
     * @return such as {@code /join}
     */
    public static List<String> words() {
        return List.of(ChatCommands.Word.values()).stream()
                .map(ChatCommands.Word::typed)
                .toList();
    }

    @Override
    public void start(Host lane) {
        host = lane;
        state = new ChatState(known, view, config.nick());
        events = new ChatEvents(host, view, state);
        commands = new ChatCommands(host, state, view, wire, this::leave);
        host.after(LOOK_NANOS, this::look);
        connect();
    }

    /** Does what was typed, once the server knows the user and has let it into the channels. */
    private void look() {
        if (over) {
            return;
        }
        host.after(LOOK_NANOS, this::look);
        if (hungUp && !leaving) {
            leave("");
        }
        boolean ready = registered && wanted.isEmpty();
        while (!leaving
                && !typed.isEmpty()
                && (ready || everRegistered && typed.peek().startsWith("/quit"))) {
            commands.run(typed.remove());
        }
    }

    // ---- the connection

    private void connect() {
        waiting.clear();
        events.say(Kind.INFO, "connecting to " + config.host() + " port " + config.port());
        host.resolve(config.host(), this::resolved);
    }

    private void resolved(List<Address> addresses) {
        if (over || leaving) {
            end(false);
        } else if (addresses.isEmpty()) {
            lost("nobody knows the name " + config.host());
        } else {
            Address.Inet to = ((Address.Inet) addresses.getFirst()).withPort(config.port());
            Dialog dialog = new Dialog();
            Connection connection = host.connect(from(to), to, StreamOptions.DEFAULT, 0, dialog);
            config.tls().ifPresent(connection::startTls);
        }
    }

    private Address from(Address to) {
        return host.addresses().stream()
                .filter(address -> address.family() == to.family())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no local address for " + to));
    }

    /** One connection's life. */
    private final class Dialog implements Session {
        private final IrcParser parser = new IrcParser(IrcLimits.FROM_SERVER);
        private final IrcLine line = new IrcLine(IrcLimits.FROM_SERVER);
        private Login login; // set when the connection is ready

        @Override
        public void onOpen(Connection connection) {
            if (config.tls().isEmpty()) {
                begin(connection);
            }
        }

        @Override
        public void onSecured(Connection connection) {
            begin(connection);
        }

        private void begin(Connection connection) {
            heardNanos = host.nanoTime();
            wire.use(connection);
            login = new Login(config, wire, host.random());
            login.begin();
            watch(connection);
        }

        private void watch(Connection connection) {
            host.after(SILENCE_NANOS / 2, () -> {
                long silence = host.nanoTime() - heardNanos;
                if (silence > SILENCE_NANOS + SILENCE_NANOS / 2) {
                    connection.abort();
                } else if (wire.isOpen()) {
                    if (silence > SILENCE_NANOS) {
                        wire.say("PING", "are-you-there");
                    }
                    watch(connection);
                }
            });
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            heardNanos = host.nanoTime();
            for (IrcParser.Event found = parser.parse(bytes, line);
                    found != IrcParser.Event.MORE;
                    found = parser.parse(bytes, line)) {
                if (found == IrcParser.Event.LINE) {
                    read();
                }
            }
        }

        private void read() {
            if (line.isCommand("PING")) {
                wire.text("PONG", "", line.paramCount() > 0 ? line.param(0) : "");
            } else if (!line.isCommand("PONG") && !(leaving && line.isCommand("ERROR"))) {
                switch (login.read(line)) {
                    case NOTHING -> events.read(line);
                    case USED -> {}
                    case WELCOME -> welcome(line.param(0));
                }
                arrive();
            }
        }

        @Override
        public void onClose(Connection connection, CloseReason reason) {
            boolean untrusted = reason instanceof CloseReason.Untrusted;
            wire.forget();
            registered = false;
            if (wanted.isEmpty()) {
                wanted = known.names();
            }
            known.clear();
            if (leaving || untrusted) {
                if (untrusted) {
                    Reasons.text(reason).lines().forEach(part -> events.say(Kind.ERROR, part));
                }
                end(!leaving);
            } else {
                lost(Reasons.text(reason));
            }
        }

        private void arrive() {
            if (!wanted.isEmpty() && (line.numeric() == 366 || isRefusal(line.numeric()))) {
                String channel = line.paramCount() > 1 ? line.param(1) : "";
                wanted =
                        wanted.stream().filter(one -> !known.same(one, channel)).toList();
            }
        }

        private static boolean isRefusal(int numeric) {
            return numeric == 403 || numeric == 405 || numeric == 437 || numeric >= 471 && numeric <= 479;
        }
    }

    private void welcome(String nick) {
        everRegistered = true;
        registered = true;
        waitNanos = FIRST_WAIT_NANOS;
        state.nick(nick);
        events.say(Kind.INFO, "you are " + nick + "; /help shows what you can type");
        for (String channel : wanted) {
            wire.say("JOIN", channel);
        }
    }

    private void lost(String why) {
        if (!everRegistered) {
            events.say(Kind.ERROR, why);
            end(true);
            return;
        }
        long jitter = (long) (waitNanos / 4.0 * host.random().nextDouble());
        events.say(
                Kind.ERROR, why + "; trying again in " + (waitNanos + jitter + 500_000_000L) / 1_000_000_000L + " s");
        waiting.add(host.after(waitNanos + jitter, this::connect));
        waitNanos = Math.min(2 * waitNanos, LONGEST_WAIT_NANOS);
    }

    /** Says good-bye, and is over when the server has heard it. */
    private void leave(String why) {
        leaving = true;
        if (wire.isOpen()) {
            wire.text("QUIT", "", why.isEmpty() ? "bye" : why);
            host.after(LAST_WORDS_NANOS, () -> end(false));
        } else if (!waiting.isEmpty()) {
            waiting.forEach(Timer::cancel);
            end(false);
        } else {
            host.after(LAST_WORDS_NANOS, () -> end(false));
        }
    }

    private void end(boolean failed) {
        if (!over) {
            over = true;
            view.over(failed);
        }
    }
}
