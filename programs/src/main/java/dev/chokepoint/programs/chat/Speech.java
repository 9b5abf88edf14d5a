package dev.chokepoint.programs.chat;

import dev.chokepoint.host.Work;
import dev.chokepoint.programs.irc.IrcWriter;
import dev.chokepoint.programs.talk.TalkText;

/** What is said. See {@link Relay} for who calls it. Lane only. */
public final class Speech {
    /** The work of finding and telling the receivers of a message; a unit is one of them. */
    public static final Work ROUTE = new Work.Calibrated("chat.route");

    private final Chat chat;

    Speech(Chat chat) {
        this.chat = chat;
    }

    /**
     * Something is said in a channel.
     *
     * @param from by whom; if local, told only with echo-message
     * @param channel where
     * @param sign {@code @} or {@code +} when it is for those of that rank and higher; else empty
     * @param message what
     */
    public void toChannel(Source from, Channel channel, String sign, Message message) {
        begin(message, channel.localSize());
        Client self = clientOf(from);
        write(from, sign + channel.name(), message);
        boolean tagsOnly = message.kind() == Message.Kind.TAGMSG;
        if (sign.isEmpty() && !tagsOnly) {
            chat.fanout().toMembers(channel, self);
        } else {
            chat.fanout().toMembers(channel, self, ranks(sign), tagsOnly);
        }
        echo(self, tagsOnly);
        chat.relay().happened(new Event.SaidToChannel(from, channel, sign, message));
    }

    private static int ranks(String sign) {
        return switch (sign) {
            case "@" -> Member.OPERATOR;
            case "+" -> Member.OPERATOR | Member.VOICE;
            default -> 0;
        };
    }

    /**
     * Something is said to a user.
     *
     * @param from by whom; if local, told only with echo-message
     * @param user to whom
     * @param message what
     */
    public void toUser(Source from, User user, Message message) {
        begin(message, 1);
        write(from, user.nick(), message);
        boolean tagsOnly = message.kind() == Message.Kind.TAGMSG;
        if (!user.isLocal()) {
            chat.relay().happened(new Event.SaidToUser(from, user, message));
        } else if (!tagsOnly || user.client().has(Cap.MESSAGE_TAGS)) {
            chat.fanout().to(user.client());
        }
        echo(clientOf(from), tagsOnly);
    }

    private void begin(Message message, int receivers) {
        if (message.number() != TalkText.NONE) {
            chat.host().meter().working(message.number());
        }
        chat.host().spend(ROUTE, receivers);
    }

    private void write(Source from, String target, Message message) {
        IrcWriter line = chat.fanout().start(from.mask(), message.kind().name()).param(target);
        if (message.kind() != Message.Kind.TAGMSG) {
            line.text(message.text());
        }
        String id = "msgid=" + message.id();
        chat.fanout().tag(message.tags().isEmpty() ? id : id + ";" + message.tags(), message.atMillis());
    }

    private void echo(Client self, boolean tagsOnly) {
        if (self != null && self.has(Cap.ECHO_MESSAGE) && (!tagsOnly || self.has(Cap.MESSAGE_TAGS))) {
            chat.fanout().to(self);
        }
    }

    private static Client clientOf(Source from) {
        return from instanceof User user ? user.client() : null;
    }
}
