package dev.chokepoint.programs.chat;

/** Who is in which channel, and what it is about. See {@link Relay} for who calls it. Lane only. */
public final class Membership {
    private static final int INVITATIONS_KEPT = 20;

    private final Chat chat;

    Membership(Chat chat) {
        this.chat = chat;
    }

    /**
     * A channel, made when there is none; somebody must join it then.
     *
     * @param name valid
     * @param createdSeconds when a new one began, seconds since 1970
     * @return the channel
     */
    public Channel open(String name, long createdSeconds) {
        return chat.channelsByName()
                .computeIfAbsent(chat.mapping().fold(name), _ -> new Channel(name, createdSeconds, chat.mapping()));
    }

    /**
     * A user enters a channel.
     *
     * @param user who is not in it
     * @param channel where
     * @param ranks with which {@link Member#ranks()}
     */
    public void join(User user, Channel channel, int ranks) {
        Member member = channel.add(user, ranks);
        Fanout fanout = chat.fanout();
        fanout.start(user.mask(), "JOIN").param(channel.name());
        fanout.toMembers(channel, null);
        if (ranks != 0 && !user.isLocal()) {
            String letters = (member.isOperator() ? "o" : "") + ((ranks & Member.VOICE) != 0 ? "v" : "");
            fanout.start(user.server().mask(), "MODE").param(channel.name()).param("+" + letters);
            fanout.toMembers(channel, null);
        }
        chat.relay().happened(new Event.Joined(user, channel, ranks));
    }

    /**
     * A user leaves a channel.
     *
     * @param member who and where
     * @param reason what is said, may be empty
     */
    public void part(Member member, String reason) {
        Channel channel = member.channel();
        Fanout fanout = chat.fanout();
        var line = fanout.start(member.user().mask(), "PART").param(channel.name());
        if (!reason.isEmpty()) {
            line.text(reason);
        }
        fanout.toMembers(channel, null);
        remove(member);
        chat.relay().happened(new Event.Parted(member.user(), channel, reason));
    }

    /**
     * A user is thrown out of a channel.
     *
     * @param by by whom
     * @param member who and where
     * @param reason what is said
     */
    public void kick(Source by, Member member, String reason) {
        Channel channel = member.channel();
        Fanout fanout = chat.fanout();
        fanout.start(by.mask(), "KICK")
                .param(channel.name())
                .param(member.user().nick())
                .text(reason);
        fanout.toMembers(channel, null);
        remove(member);
        chat.relay().happened(new Event.Kicked(by, channel, member.user(), reason));
    }

    /** Without telling anybody. An empty channel ends. */
    void remove(Member member) {
        Channel channel = member.channel();
        channel.remove(member);
        if (channel.size() == 0) {
            chat.channelsByName().remove(chat.mapping().fold(channel.name()), channel);
        }
    }

    /**
     * A user is asked into a channel.
     *
     * @param by by whom
     * @param channel where
     * @param user who; told if local
     */
    public void invite(Source by, Channel channel, User user) {
        user.invite(channel, INVITATIONS_KEPT);
        if (user.isLocal()) {
            chat.send(user.client(), by.mask(), "INVITE", user.nick(), channel.name());
        }
        chat.relay().happened(new Event.Invited(by, channel, user));
    }

    /**
     * A channel has another topic.
     *
     * @param by by whom
     * @param channel where
     * @param topic the new one; with an empty text it has none
     */
    public void topic(Source by, Channel channel, Topic topic) {
        channel.setTopic(topic);
        Fanout fanout = chat.fanout();
        fanout.start(by.mask(), "TOPIC").param(channel.name()).text(topic.text());
        fanout.toMembers(channel, null);
        chat.relay().happened(new Event.TopicChanged(by, channel));
    }
}
