package dev.chokepoint.programs.chat.client;

import dev.chokepoint.host.Host;
import dev.chokepoint.programs.chat.client.ChatLine.Kind;
import dev.chokepoint.programs.irc.Hostmask;
import dev.chokepoint.programs.irc.IrcLine;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;

/** What a server's lines mean to somebody who reads along. Lane only. */
final class ChatEvents {
    private static final char CTCP = 0x01;
    private static final String ACTION = "ACTION ";

    private final Host host;
    private final ChatView view;
    private final ChatState state;
    private final ChatReplies replies;

    ChatEvents(Host host, ChatView view, ChatState state) {
        this.host = host;
        this.view = view;
        this.state = state;
        this.replies = new ChatReplies(this, state);
    }

    void read(IrcLine line) {
        String who = PlainText.of(Hostmask.of(line.source()).nick());
        Instant at = time(line);
        switch (line.command()) {
            case "PRIVMSG" -> said(at, who, line, Kind.MESSAGE);
            case "NOTICE" -> said(at, who, line, Kind.NOTICE);
            case "JOIN" -> joined(at, who, param(line, 0));
            case "PART" -> parted(at, who, param(line, 0), because(line, 1));
            case "QUIT" -> quit(at, who, because(line, 0));
            case "KICK" -> kicked(at, who, param(line, 0), param(line, 1), because(line, 2));
            case "NICK" -> renamed(at, who, param(line, 0));
            case "TOPIC" -> event(at, param(line, 0), who, who + " changes the topic to: " + param(line, 1));
            case "MODE" -> event(at, channel(param(line, 0)), who, who + " sets " + rest(line, 1));
            case "INVITE" ->
                event(at, "", who, who + " invites you to " + param(line, 1) + ": /join " + param(line, 1));
            case "ERROR" -> show(at, Kind.ERROR, "", "the server says: " + param(line, 0));
            default -> replies.read(at, line);
        }
    }

    private Instant time(IrcLine line) {
        String told = line.tag("time");
        try {
            return told == null ? host.wallTime() : Instant.parse(told);
        } catch (DateTimeException e) {
            return host.wallTime();
        }
    }

    private static String channel(String target) {
        return target.startsWith("#") ? target : "";
    }

    static String param(IrcLine line, int index) {
        return index < line.paramCount() ? PlainText.of(line.param(index)) : "";
    }

    static String rest(IrcLine line, int from) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < line.paramCount(); i++) {
            text.append(text.isEmpty() ? "" : " ").append(param(line, i));
        }
        return text.toString();
    }

    private static String because(IrcLine line, int index) {
        String why = param(line, index);
        return why.isEmpty() ? "" : " (" + why + ")";
    }

    // ---- people talk

    private void said(Instant at, String who, IrcLine line, Kind kind) {
        String target = param(line, 0);
        String raw = line.paramCount() > 1 ? line.param(1) : "";
        String where = target.startsWith("#") ? target : who;
        if (!target.startsWith("#") && (line.source().indexOf('!') < 0 || who.isEmpty())) {
            show(at, Kind.INFO, "", PlainText.of(raw));
        } else if (raw.indexOf(CTCP) == 0) {
            asked(at, where, who, raw.replace(String.valueOf(CTCP), ""));
        } else {
            view.show(new ChatLine(at, kind, where, who, PlainText.of(raw)));
        }
    }

    private void asked(Instant at, String where, String who, String request) {
        if (request.startsWith(ACTION)) {
            view.show(new ChatLine(at, Kind.ACTION, where, who, PlainText.of(request.substring(ACTION.length()))));
        } else {
            event(at, "", who, who + "'s program asks yours for " + PlainText.of(request));
        }
    }

    // ---- people come and go

    private void joined(Instant at, String who, String channel) {
        state.known().joined(channel, who);
        if (state.isMe(who)) {
            state.entered(channel);
            event(at, channel, who, "you are in " + channel);
        } else {
            event(at, channel, who, who + " joins " + channel);
        }
    }

    private void parted(Instant at, String who, String channel, String why) {
        if (state.isMe(who)) {
            state.gone(channel);
            event(at, channel, who, "you have left " + channel);
        } else {
            state.known().left(channel, who);
            event(at, channel, who, who + " leaves " + channel + why);
        }
    }

    private void kicked(Instant at, String by, String channel, String whom, String why) {
        if (state.isMe(whom)) {
            state.gone(channel);
            show(at, Kind.ERROR, channel, by + " has thrown you out of " + channel + why);
        } else {
            state.known().left(channel, whom);
            event(at, channel, by, by + " throws " + whom + " out of " + channel + why);
        }
    }

    private void quit(Instant at, String who, String why) {
        List<String> were = state.known().quit(who);
        if (!state.isMe(who)) {
            event(at, were.isEmpty() ? "" : were.getFirst(), who, who + " is gone" + why);
        }
    }

    private void renamed(Instant at, String from, String to) {
        List<String> are = state.known().renamed(from, to);
        if (state.isMe(from)) {
            state.nick(to);
            event(at, "", to, "you are " + to + " now");
        } else {
            event(at, are.isEmpty() ? "" : are.getFirst(), to, from + " is " + to + " now");
        }
    }

    // ---- showing

    private void event(Instant at, String where, String who, String text) {
        view.show(new ChatLine(at, Kind.EVENT, where, who, text));
    }

    void show(Instant at, Kind kind, String where, String text) {
        view.show(new ChatLine(at, kind, where, "", text));
    }

    /** Of the client itself, now. */
    void say(Kind kind, String text) {
        show(host.wallTime(), kind, "", text);
    }
}
