package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.CaseMapping;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A channel: from the first join to the last leave. Changed by {@link Membership} and {@link Modes} only. */
public final class Channel {
    private static final Member[] NOBODY = {};

    private final String name;
    private final long createdSeconds;
    private Member[] members = NOBODY;
    private int size;
    private int locals;
    private int flags;
    private String key = "";
    private int limit;
    private Topic topic; // null without one
    private final MaskList bans;
    private final MaskList exceptions;
    private final MaskList invitations;

    Channel(String name, long createdSeconds, CaseMapping mapping) {
        this.name = name;
        this.createdSeconds = createdSeconds;
        bans = new MaskList(mapping);
        exceptions = new MaskList(mapping);
        invitations = new MaskList(mapping);
    }

    /**
     * The name.
     *
     * @return as its first member wrote it
     */
    public String name() {
        return name;
    }

    /**
     * When it began.
     *
     * @return seconds since 1970
     */
    public long createdSeconds() {
        return createdSeconds;
    }

    /**
     * How many are in it.
     *
     * @return members, of all servers
     */
    public int size() {
        return size;
    }

    /**
     * How many of this server's clients are in it.
     *
     * @return those whom a message is delivered to here
     */
    public int localSize() {
        return locals;
    }

    /**
     * A member.
     *
     * @param index from 0, below {@link #size()}; a leave changes who is where
     * @return the member
     */
    public Member member(int index) {
        return members[index];
    }

    /**
     * A user's membership. Takes as long as the user has channels.
     *
     * @param user who
     * @return the member, empty when the user is not in it
     */
    public Optional<Member> member(User user) {
        return Optional.ofNullable(memberOrNull(user));
    }

    Member memberOrNull(User user) {
        List<Member> all = user.memberships();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).channel() == this) {
                return all.get(i);
            }
        }
        return null;
    }

    Member add(User user, int ranks) {
        Member member = new Member(this, user, ranks);
        if (size == members.length) {
            members = Arrays.copyOf(members, Math.max(4, 2 * size));
        }
        member.index = size;
        members[size++] = member;
        locals += user.isLocal() ? 1 : 0;
        user.addMembership(member);
        return member;
    }

    /** The last one takes the place. */
    void remove(Member member) {
        Member last = members[--size];
        members[member.index] = last;
        last.index = member.index;
        members[size] = null;
        locals -= member.user().isLocal() ? 1 : 0;
        member.user().removeMembership(member);
    }

    /**
     * The modes without parameter.
     *
     * @return bits of {@link ChannelFlag}
     */
    public int flags() {
        return flags;
    }

    /**
     * Whether a mode without parameter is set.
     *
     * @param flag which
     * @return whether it is
     */
    public boolean has(ChannelFlag flag) {
        return (flags & flag.bit()) != 0;
    }

    void set(ChannelFlag flag, boolean on) {
        flags = on ? flags | flag.bit() : flags & ~flag.bit();
    }

    /**
     * The key (mode k).
     *
     * @return empty without one
     */
    public String key() {
        return key;
    }

    void setKey(String word) {
        key = word;
    }

    /**
     * How many may be in it (mode l).
     *
     * @return 0 without a limit
     */
    public int limit() {
        return limit;
    }

    void setLimit(int most) {
        limit = most;
    }

    /**
     * What it is about.
     *
     * @return empty without a topic
     */
    public Optional<Topic> topic() {
        return Optional.ofNullable(topic);
    }

    void setTopic(Topic newTopic) {
        topic = newTopic.text().isEmpty() ? null : newTopic;
    }

    /**
     * A list of masks.
     *
     * @param mode {@code b}, {@code e} or {@code I}
     * @return its entries, oldest first; read only
     */
    public List<MaskEntry> masks(char mode) {
        return Collections.unmodifiableList(list(mode).entries());
    }

    MaskList list(char mode) {
        return switch (mode) {
            case 'b' -> bans;
            case 'e' -> exceptions;
            case 'I' -> invitations;
            default -> throw new IllegalArgumentException("list " + mode + ": must be b, e or I");
        };
    }

    boolean bans(User user) {
        return !bans.entries().isEmpty() && bans.fits(user) && !exceptions.fits(user);
    }

    @Override
    public String toString() {
        return name;
    }
}
