package dev.chokepoint.programs.chat;

/** A user in a channel. */
public final class Member {
    /** May speak where not everybody may; a bit of {@link #ranks()}. */
    public static final int VOICE = 1;

    /** Rules the channel; a bit of {@link #ranks()}. */
    public static final int OPERATOR = 2;

    private final Channel channel;
    private final User user;
    /** The user's, here because every delivery asks for it; null for users of other servers. */
    final Client client;

    private int ranks;
    /** The place in the channel's array. */
    int index;

    Member(Channel channel, User user, int ranks) {
        this.channel = channel;
        this.user = user;
        this.client = user.client();
        this.ranks = ranks;
    }

    /**
     * Where.
     *
     * @return the channel
     */
    public Channel channel() {
        return channel;
    }

    /**
     * Who.
     *
     * @return the user
     */
    public User user() {
        return user;
    }

    /**
     * What the member may do.
     *
     * @return bits such as {@link #OPERATOR}
     */
    public int ranks() {
        return ranks;
    }

    void setRank(int bit, boolean on) {
        ranks = on ? ranks | bit : ranks & ~bit;
    }

    /**
     * Whether the member rules the channel.
     *
     * @return true for operators
     */
    public boolean isOperator() {
        return (ranks & OPERATOR) != 0;
    }

    /**
     * The signs before the nickname in lists.
     *
     * @param all all of them, highest first (the capability multi-prefix), or the highest only
     * @return such as {@code @+}
     */
    public String signs(boolean all) {
        return switch (ranks) {
            case 0 -> "";
            case VOICE -> "+";
            case OPERATOR -> "@";
            default -> all ? "@+" : "@";
        };
    }
}
