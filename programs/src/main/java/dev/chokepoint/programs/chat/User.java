package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.Hostmask;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Somebody who has registered, here or at another server of the network. Changed by {@link Presence} and its like only. */
public final class User implements Source {
    /** The bits of {@link #modes()}. */
    public static final int INVISIBLE = 1;

    /** An operator of the network. */
    public static final int OPERATOR = 1 << 1;

    /** Receives WALLOPS. */
    public static final int WALLOPS = 1 << 2;

    /** Receives the server's notices about what needs order; operators only. */
    public static final int NOTICES = 1 << 3;

    private final Server server;
    private final Client client;
    private final String userName;
    private final String host;
    private final long signonSeconds;
    private String realName;
    private String nick;
    private String mask;
    private long nickSeconds;
    private String away = "";
    private String account = "";
    private int modes;
    private final ArrayList<Member> memberships = new ArrayList<>(2);
    /** Not joined yet; a channel that has ended since is another object than its successor. */
    private final ArrayList<Channel> invitations = new ArrayList<>(0);

    /**
     * Somebody at another server.
     *
     * @param server which
     * @param who nickname, user name and host
     * @param realName the real name
     * @param signonSeconds when they came to the network, seconds since 1970
     * @param nickSeconds since when they have the nickname, seconds since 1970
     */
    public User(Server server, Hostmask who, String realName, long signonSeconds, long nickSeconds) {
        this(server, null, who, realName, signonSeconds, nickSeconds);
    }

    /** Somebody; {@code client} is null for those of other servers. */
    User(Server server, Client client, Hostmask who, String realName, long signonSeconds, long nickSeconds) {
        this.server = server;
        this.client = client;
        this.userName = who.user();
        this.host = who.host();
        this.realName = realName;
        this.signonSeconds = signonSeconds;
        rename(who.nick(), nickSeconds);
    }

    void rename(String newNick, long atSeconds) {
        nick = newNick;
        nickSeconds = atSeconds;
        mask = newNick + "!" + userName + "@" + host;
    }

    /** The connection, or null for users of other servers. */
    Client client() {
        return client;
    }

    /**
     * Whether this server has the connection.
     *
     * @return false for users of other servers
     */
    public boolean isLocal() {
        return client != null;
    }

    @Override
    public String mask() {
        return mask;
    }

    @Override
    public String name() {
        return nick;
    }

    @Override
    public Server server() {
        return server;
    }

    /**
     * The nickname.
     *
     * @return as the user writes it
     */
    public String nick() {
        return nick;
    }

    /**
     * The user name.
     *
     * @return with a {@code ~}, as nobody has verified it
     */
    public String userName() {
        return userName;
    }

    /**
     * Where the user comes from.
     *
     * @return an address, or a name
     */
    public String host() {
        return host;
    }

    /**
     * The real name.
     *
     * @return any text
     */
    public String realName() {
        return realName;
    }

    void setRealName(String name) {
        realName = name;
    }

    /**
     * When the user came to the network.
     *
     * @return seconds since 1970
     */
    public long signonSeconds() {
        return signonSeconds;
    }

    /**
     * Since when the user has the nickname, which decides collisions.
     *
     * @return seconds since 1970
     */
    public long nickSeconds() {
        return nickSeconds;
    }

    /**
     * Why the user is away.
     *
     * @return empty for somebody who is here
     */
    public Optional<String> away() {
        return away.isEmpty() ? Optional.empty() : Optional.of(away);
    }

    void setAway(String reason) {
        away = reason;
    }

    /**
     * The account that the user has logged in to.
     *
     * @return empty without one
     */
    public String account() {
        return account;
    }

    void setAccount(String name) {
        account = name;
    }

    /**
     * The user's modes.
     *
     * @return bits such as {@link #INVISIBLE}
     */
    public int modes() {
        return modes;
    }

    void setModes(int bits) {
        modes = bits;
    }

    /**
     * Whether all of some modes are set.
     *
     * @param bits such as {@link #OPERATOR}
     * @return whether the user has them
     */
    public boolean has(int bits) {
        return (modes & bits) == bits;
    }

    /**
     * The channels the user is in.
     *
     * @return in the order of joining; read only
     */
    public List<Member> memberships() {
        return memberships;
    }

    void addMembership(Member member) {
        memberships.add(member);
        invitations.remove(member.channel());
    }

    void removeMembership(Member member) {
        memberships.remove(member);
    }

    boolean isInvitedTo(Channel channel) {
        return invitations.contains(channel);
    }

    /** The channels that the user may enter though they are closed. */
    List<Channel> invitations() {
        return invitations;
    }

    /** Remembers the last few. */
    void invite(Channel channel, int most) {
        invitations.remove(channel);
        if (invitations.size() >= most) {
            invitations.removeFirst();
        }
        invitations.add(channel);
    }

    @Override
    public String toString() {
        return mask;
    }
}
