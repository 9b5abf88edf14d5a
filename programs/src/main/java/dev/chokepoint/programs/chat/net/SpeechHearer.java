package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.Message;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcWriter;
import dev.chokepoint.programs.talk.TalkText;

/** Passes on what people of other servers say, and says it here. */
final class SpeechHearer {
    private static final int TARGET = 0;
    private static final int ID = 1;
    private static final int MILLIS = 2;
    private static final int TEXT = 3;

    private final Net net;

    SpeechHearer(Net net) {
        this.net = net;
    }

    /** What kind of message the line is, or null. */
    static Message.Kind kind(IrcLine line) {
        if (line.isCommand("PRIVMSG")) {
            return Message.Kind.PRIVMSG;
        }
        if (line.isCommand("NOTICE")) {
            return Message.Kind.NOTICE;
        }
        return line.isCommand("TAGMSG") ? Message.Kind.TAGMSG : null;
    }

    Heard hear(Message.Kind kind, IrcLine line, int way) throws LinkException {
        int least = kind == Message.Kind.TAGMSG ? TEXT : TEXT + 1;
        if (line.paramCount() < least) {
            throw new LinkException(kind + " has " + line.paramCount() + " parameters, must have " + least);
        }
        NetUser from = net.census.of(line.source());
        if (from == null || from.home.way() != way) {
            return Heard.UNKNOWN;
        }
        String target = line.param(TARGET);
        return ServerId.isUser(target)
                ? toUser(kind, line, from, net.census.of(target))
                : toChannel(kind, line, from, target);
    }

    private Heard toUser(Message.Kind kind, IrcLine line, NetUser from, NetUser to) throws LinkException {
        if (to == null) {
            return Heard.UNKNOWN;
        }
        Message message = message(kind, line);
        if (to.isHere()) {
            net.chat.speech().toUser(from.user, to.user, message);
        } else {
            write(line, kind, from, message);
            net.ways.say(to.home);
        }
        return Heard.DONE;
    }

    private Heard toChannel(Message.Kind kind, IrcLine line, NetUser from, String target) throws LinkException {
        String sign = target.startsWith("@") || target.startsWith("+") ? target.substring(0, 1) : "";
        NetChannel channel = net.chat
                .channel(target.substring(sign.length()))
                .map(net.census::of)
                .orElse(null);
        if (channel == null) {
            return Heard.UNKNOWN;
        }
        Message message = message(kind, line);
        if (channel.isElsewhere(from.home.way())) {
            write(line, kind, from, message);
            net.ways.say(channel, from.home.way());
        }
        if (channel.here() > 0) {
            net.chat.speech().toChannel(from.user, channel.channel, sign, message);
        }
        return Heard.DONE;
    }

    private Message message(Message.Kind kind, IrcLine line) throws LinkException {
        boolean hasText = kind != Message.Kind.TAGMSG;
        long number = hasText && net.chat.config().numbered()
                ? TalkText.number(line.buffer(), line.paramFrom(TEXT), line.paramTo(TEXT))
                : TalkText.NONE;
        return new Message(
                kind,
                hasText ? line.param(TEXT) : "",
                line.tags(),
                line.param(ID),
                Greeting.number(line, MILLIS),
                number);
    }

    /** The same line again. */
    private void write(IrcLine line, Message.Kind kind, NetUser from, Message message) {
        if (message.number() != TalkText.NONE) {
            net.chat.host().meter().working(message.number());
        }
        IrcWriter again = net.ways.line().tags(message.tags()).source(from.uid).command(kind.name());
        again.param(line.param(TARGET)).param(message.id()).param(message.atMillis());
        if (kind != Message.Kind.TAGMSG) {
            again.text(line.buffer(), line.paramFrom(TEXT), line.paramTo(TEXT));
        }
    }
}
