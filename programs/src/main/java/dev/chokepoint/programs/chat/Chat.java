package dev.chokepoint.programs.chat;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.programs.irc.CaseMapping;
import dev.chokepoint.programs.irc.IrcLimits;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcWriter;
import dev.chokepoint.programs.irc.Numeric;
import java.util.Collection;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** All that one chat server knows, and the ways to change it. Lane only. */
public final class Chat {
    /** What the server calls itself. */
    public static final String VERSION = "chokepoint-0.1";

    private final Host host;
    private final ChatServerConfig config;
    private final Server self;
    private final long startedSeconds;
    private final String idPrefix;
    private long ids;

    private final Map<String, Server> servers = new LinkedHashMap<>();
    private final Map<String, User> users = new LinkedHashMap<>();
    private final Nicknames nicknames = new Nicknames(this);
    private final Map<String, Channel> channels = new LinkedHashMap<>();
    private final Set<Client> clients = new LinkedHashSet<>();
    private final WhoWas whoWas = new WhoWas();

    private final ServerTime time;
    private final Fanout fanout;
    private final IrcLine line = new IrcLine(IrcLimits.FROM_CLIENT);
    private final IrcWriter writer = new IrcWriter(IrcLimits.FROM_SERVER);
    private final Commands commands = new Commands(this);
    private final Presence presence = new Presence(this);
    private final Membership membership = new Membership(this);
    private final Modes modes = new Modes(this);
    private final Speech speech = new Speech(this);
    private Relay relay = Relay.NONE;
    private Guard guard = Guard.OPEN;
    private Callable<ChatServerConfig> reread;

    Chat(Host host, ChatServerConfig config) {
        this.host = host;
        this.config = config;
        time = new ServerTime(host);
        fanout = new Fanout(time);
        reread = () -> config;
        startedSeconds = time.seconds();
        byte[] secret = new byte[5];
        host.secret(secret);
        idPrefix = HexFormat.of().formatHex(secret);
        self = new Server(config.name(), config.description(), 0);
        servers.put(config.name(), self);
    }

    /**
     * Lets something carry events to other servers; once, while the server starts.
     *
     * @param other told of all events
     */
    public void use(Relay other) {
        relay = other;
    }

    /**
     * Lets something decide who comes in; once, while the server starts.
     *
     * @param other asked about all clients
     */
    public void use(Guard other) {
        guard = other;
    }

    /**
     * Says where a changed configuration comes from when an operator asks for it (REHASH); once, while the server starts. The server's
     * name, its network, where it listens and the lengths of things stay as they were.
     *
     * @param source called beside the lane; what it throws is told to the operators
     */
    public void rereadWith(Callable<ChatServerConfig> source) {
        reread = source;
    }

    Callable<ChatServerConfig> reread() {
        return reread;
    }

    // ---- what changes it

    /**
     * Who is there.
     *
     * @return the ways to change it
     */
    public Presence presence() {
        return presence;
    }

    /**
     * Who is in which channel.
     *
     * @return the ways to change it
     */
    public Membership membership() {
        return membership;
    }

    /**
     * What is allowed in channels.
     *
     * @return the ways to change it
     */
    public Modes modes() {
        return modes;
    }

    /**
     * What is said.
     *
     * @return the ways to say it
     */
    public Speech speech() {
        return speech;
    }

    Relay relay() {
        return relay;
    }

    Guard guard() {
        return guard;
    }

    Commands commands() {
        return commands;
    }

    // ---- what it knows

    /**
     * The lane.
     *
     * @return always the same
     */
    public Host host() {
        return host;
    }

    /**
     * What the server is.
     *
     * @return always the same
     */
    public ChatServerConfig config() {
        return config;
    }

    /**
     * This server.
     *
     * @return always the same
     */
    public Server self() {
        return self;
    }

    /**
     * The time of day.
     *
     * @return seconds since 1970
     */
    public long nowSeconds() {
        return time.seconds();
    }

    /**
     * The time of day.
     *
     * @return milliseconds since 1970
     */
    public long nowMillis() {
        return time.millis();
    }

    /**
     * When the server was started.
     *
     * @return seconds since 1970
     */
    public long startedSeconds() {
        return startedSeconds;
    }

    /**
     * Which letters of names are the same.
     *
     * @return that of the whole network
     */
    public CaseMapping mapping() {
        return CaseMapping.RFC1459;
    }

    /**
     * A number that no message of the network has had: letters, digits and {@code -}.
     *
     * @return a new one
     */
    public String newId() {
        return idPrefix + "-" + Long.toString(ids++, 36);
    }

    /**
     * A user.
     *
     * @param nick in any case
     * @return empty when nobody is called so
     */
    public Optional<User> user(String nick) {
        return Optional.ofNullable(users.get(mapping().fold(nick)));
    }

    /**
     * All users of the network.
     *
     * @return in the order of their nicknames' ages; read only
     */
    public Collection<User> users() {
        return Collections.unmodifiableCollection(users.values());
    }

    /**
     * A channel.
     *
     * @param name in any case
     * @return empty when nobody is in it
     */
    public Optional<Channel> channel(String name) {
        return Optional.ofNullable(channels.get(mapping().fold(name)));
    }

    /**
     * All channels.
     *
     * @return in the order of their creation; read only
     */
    public Collection<Channel> channels() {
        return Collections.unmodifiableCollection(channels.values());
    }

    /**
     * All servers of the network.
     *
     * @return this one first; the relay adds and removes others
     */
    public Map<String, Server> servers() {
        return servers;
    }

    /** All connections, registered or not, in the order they came. */
    Set<Client> clients() {
        return clients;
    }

    Nicknames nicknames() {
        return nicknames;
    }

    WhoWas whoWas() {
        return whoWas;
    }

    Map<String, User> usersByNick() {
        return users;
    }

    Map<String, Channel> channelsByName() {
        return channels;
    }

    // ---- connections

    /**
     * Takes a new connection: for servers that listen in ways of their own besides.
     *
     * @param connection not yet open
     * @return the receiver of its callbacks
     */
    public Session accept(Connection connection) {
        Optional<String> refusal = guard.accept(connection);
        if (refusal.isPresent()) {
            return new RefusedSession(refusal.get());
        }
        Client client = new Client(this, connection);
        clients.add(client);
        return client;
    }

    void closed(Client client, CloseReason reason) {
        if (clients.remove(client)) {
            guard.closed(client, reason);
        }
    }

    // ---- lines to one client

    /** The line that is being worked on. */
    IrcLine line() {
        return line;
    }

    Fanout fanout() {
        return fanout;
    }

    /** Starts a line to one client, which {@link #send(Client, IrcWriter)} sends. */
    IrcWriter write(Client client, String source) {
        writer.begin();
        if (client.has(Cap.SERVER_TIME)) {
            writer.tags(time.tag(time.millis()));
        }
        return writer.source(source);
    }

    /** Starts a numeric reply; its own parameters follow. */
    IrcWriter write(Client client, Numeric numeric) {
        return write(client, self.name()).command(numeric).param(client.target());
    }

    void send(Client client, IrcWriter written) {
        client.send(written.bytes());
    }

    /** A line whose last parameter may have spaces. */
    Payload line(Client client, String source, String command, String... params) {
        return compose(client, source, command, params).payload();
    }

    /** Sends a line whose last parameter may have spaces. */
    void send(Client client, String source, String command, String... params) {
        client.send(compose(client, source, command, params).bytes());
    }

    private IrcWriter compose(Client client, String source, String command, String... params) {
        write(client, source).command(command);
        for (int i = 0; i < params.length - 1; i++) {
            writer.param(word(params[i]));
        }
        return params.length == 0 ? writer : writer.text(params[params.length - 1]);
    }

    /**
     * Sends a numeric reply. With a text of its own the numeric ends with it; otherwise the last of {@code params} may have spaces.
     * Other parameters that a line can't carry are written as {@code *}.
     */
    void reply(Client client, Numeric numeric, String... params) {
        write(client, numeric);
        int words = numeric.text().isEmpty() ? params.length - 1 : params.length;
        for (int i = 0; i < words; i++) {
            writer.param(word(params[i]));
        }
        if (!numeric.text().isEmpty()) {
            writer.text(numeric.text());
        } else if (params.length > 0) {
            writer.text(params[params.length - 1]);
        }
        send(client, writer);
    }

    private static String word(String text) {
        return text.isEmpty() || text.startsWith(":") || text.indexOf(' ') >= 0 ? "*" : text;
    }
}
