package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.irc.IrcLine;
import java.util.ArrayList;
import java.util.List;

/** Lines to events. Keeps nothing. */
final class EventReader {
    private EventReader() {}

    /**
     * What a line tells.
     *
     * @return null for a command that this version doesn't know, which is to be ignored
     * @throws EventException the command is known, and the rest does not fit it
     */
    static Event read(IrcLine line) throws EventException {
        return switch (line.command()) {
            case "SERVER" ->
                new Event.Server(source(line, 4), server(line, 0), stamp(line, 1), name(line, 2), line.param(3));
            case "SQUIT" -> new Event.Split(source(line, 2), server(line, 0), line.param(1));
            case "EOB" -> new Event.Synced(source(line, 0));
            case "SYNC" -> new Event.Wanted(source(line, 2), server(line, 0), channel(line, 1));
            case "WALLOPS" -> new Event.Wallops(source(line, 1), line.param(0));
            case "JOIN", "MEMBERS", "PART", "KICK", "MODE", "TOPIC", "INVITE" -> readOfChannel(line);
            default -> readOfUser(line);
        };
    }

    private static Event readOfUser(IrcLine line) throws EventException {
        return switch (line.command()) {
            case "UID" -> came(line);
            case "NICK" -> new Event.Renamed(user(line, 2), stamp(line, 0), name(line, 1));
            case "QUIT" -> new Event.Left(user(line, 1), line.param(0));
            case "KILL" -> new Event.Killed(source(line, 2), uid(line, 0), line.param(1));
            case "AWAY" -> new Event.Away(user(line, 0), line.paramCount() == 0 ? "" : line.param(0));
            case "UMODE" -> new Event.UserModes(user(line, 1), changes(line, 0));
            default -> null;
        };
    }

    private static Event readOfChannel(IrcLine line) throws EventException {
        return switch (line.command()) {
            case "JOIN" -> new Event.Joined(user(line, 3), stamp(line, 0), channel(line, 1), stamp(line, 2));
            case "MEMBERS" ->
                new Event.Members(source(line, 3), stamp(line, 0), channel(line, 1), members(line.param(2)));
            case "PART" -> new Event.Parted(user(line, 3), channel(line, 0), stamp(line, 1), line.param(2));
            case "KICK" ->
                new Event.Kicked(source(line, 4), channel(line, 0), uid(line, 1), stamp(line, 2), line.param(3));
            case "MODE" ->
                new Event.Modes(
                        source(line, 4),
                        stamp(line, 0),
                        channel(line, 1),
                        stamp(line, 2),
                        changes(line, 3),
                        rest(line, 4));
            case "TOPIC" ->
                new Event.Topic(
                        source(line, 5),
                        stamp(line, 0),
                        channel(line, 1),
                        stamp(line, 2),
                        name(line, 3),
                        line.param(4));
            default -> new Event.Invited(user(line, 2), uid(line, 0), channel(line, 1));
        };
    }

    private static Event came(IrcLine line) throws EventException {
        return new Event.Came(
                source(line, 8),
                uid(line, 0),
                stamp(line, 1),
                name(line, 2),
                name(line, 3),
                name(line, 4),
                name(line, 5),
                changes(line, 6),
                line.param(7));
    }

    /** The source, of a line with at least so many parameters. */
    private static String source(IrcLine line, int params) throws EventException {
        if (line.paramCount() < params) {
            throw bad(line, "has " + line.paramCount() + " parameters, must have " + params);
        }
        String source = line.source();
        if (!ServerId.isValid(source) && !ServerId.isUser(source)) {
            throw bad(line, "is from \"" + source + "\", must be from a server's or a user's id");
        }
        return source;
    }

    private static String user(IrcLine line, int params) throws EventException {
        String source = source(line, params);
        if (!ServerId.isUser(source)) {
            throw bad(line, "is from \"" + source + "\", must be from a user's id");
        }
        return source;
    }

    private static String server(IrcLine line, int index) throws EventException {
        return checked(line, line.param(index), "a server's id, such as 1AB", ServerId.isValid(line.param(index)));
    }

    private static String uid(IrcLine line, int index) throws EventException {
        return checked(line, line.param(index), "a user's id, such as 1ABAAAAAC", ServerId.isUser(line.param(index)));
    }

    private static String channel(IrcLine line, int index) throws EventException {
        String name = line.param(index);
        return checked(line, name, "a channel", name.startsWith("#") && isWord(name));
    }

    private static String name(IrcLine line, int index) throws EventException {
        String name = line.param(index);
        return checked(line, name, "a name", isWord(name));
    }

    /** What can stand at any place of a line. */
    private static boolean isWord(String text) {
        return !text.isEmpty() && text.indexOf(' ') < 0 && text.charAt(0) != ':';
    }

    private static String changes(IrcLine line, int index) throws EventException {
        String changes = line.param(index);
        return checked(line, changes, "modes, such as +nt-k", isWord(changes) && "+-".indexOf(changes.charAt(0)) >= 0);
    }

    private static long stamp(IrcLine line, int index) throws EventException {
        long stamp = Stamp.parse(line.param(index));
        checked(line, line.param(index), "a stamp, such as 1767323045500.1AB", stamp != Stamp.NEVER);
        return stamp;
    }

    private static List<Event.Member> members(String text) throws EventException {
        List<Event.Member> members = new ArrayList<>();
        for (String member : text.split(" ", -1)) {
            members.add(member(member));
        }
        return members;
    }

    /** What {@link Event.Member} writes. */
    static Event.Member member(String text) throws EventException {
        int slash = text.indexOf('/');
        long joined = slash < 0 ? Stamp.NEVER : Stamp.parse(text.substring(slash + 1));
        if (joined == Stamp.NEVER || !ServerId.isUser(text.substring(0, slash))) {
            throw new EventException("\"" + text + "\" must be a member, such as 1ABAAAAAC/1767323045500.1AB");
        }
        return new Event.Member(text.substring(0, slash), joined);
    }

    private static List<String> rest(IrcLine line, int from) throws EventException {
        List<String> rest = new ArrayList<>();
        for (int i = from; i < line.paramCount(); i++) {
            rest.add(name(line, i));
        }
        return rest;
    }

    private static String checked(IrcLine line, String text, String allowed, boolean fits) throws EventException {
        if (!fits) {
            throw bad(line, "has \"" + text + "\" where there must be " + allowed);
        }
        return text;
    }

    private static EventException bad(IrcLine line, String problem) {
        return new EventException(line.command() + " " + problem);
    }
}
