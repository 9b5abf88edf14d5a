package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.irc.IrcLine;
import java.util.ArrayList;
import java.util.List;

/** Lines to events. Keeps nothing. */
final class NetEventReader {
    private NetEventReader() {}

    /**
     * What a line tells.
     *
     * @return null for a command that this version doesn't know, which is to be ignored
     * @throws LinkException the command is known, and the rest does not fit it
     */
    static NetEvent read(IrcLine line) throws LinkException {
        return switch (line.command()) {
            case "SERVER" ->
                new NetEvent.Server(source(line, 4), server(line, 0), stamp(line, 1), name(line, 2), line.param(3));
            case "SQUIT" -> new NetEvent.Split(source(line, 2), server(line, 0), line.param(1));
            case "EOB" -> new NetEvent.Synced(source(line, 0));
            case "SYNC" -> new NetEvent.Wanted(source(line, 2), server(line, 0), channel(line, 1));
            case "BURST" -> new NetEvent.Asked(source(line, 1), server(line, 0));
            case "WALLOPS" -> new NetEvent.Wallops(source(line, 1), line.param(0));
            case "JOIN", "MEMBERS", "PART", "KICK", "MODE", "TOPIC", "INVITE" -> readOfChannel(line);
            default -> readOfUser(line);
        };
    }

    private static NetEvent readOfUser(IrcLine line) throws LinkException {
        return switch (line.command()) {
            case "UID" -> came(line);
            case "NICK" -> new NetEvent.Renamed(user(line, 2), stamp(line, 0), name(line, 1));
            case "QUIT" -> new NetEvent.Left(user(line, 1), line.param(0));
            case "KILL" -> new NetEvent.Killed(source(line, 2), uid(line, 0), line.param(1));
            case "AWAY" -> new NetEvent.Away(user(line, 0), line.paramCount() == 0 ? "" : line.param(0));
            case "UMODE" -> new NetEvent.UserModes(user(line, 1), changes(line, 0));
            default -> null;
        };
    }

    private static NetEvent readOfChannel(IrcLine line) throws LinkException {
        return switch (line.command()) {
            case "JOIN" -> new NetEvent.Joined(user(line, 3), stamp(line, 0), channel(line, 1), stamp(line, 2));
            case "MEMBERS" ->
                new NetEvent.Members(source(line, 3), stamp(line, 0), channel(line, 1), members(line.param(2)));
            case "PART" -> new NetEvent.Parted(user(line, 3), channel(line, 0), stamp(line, 1), line.param(2));
            case "KICK" ->
                new NetEvent.Kicked(source(line, 4), channel(line, 0), uid(line, 1), stamp(line, 2), line.param(3));
            case "MODE" ->
                new NetEvent.Modes(
                        source(line, 4),
                        stamp(line, 0),
                        channel(line, 1),
                        stamp(line, 2),
                        changes(line, 3),
                        rest(line, 4));
            case "TOPIC" ->
                new NetEvent.Topic(
                        source(line, 5),
                        stamp(line, 0),
                        channel(line, 1),
                        stamp(line, 2),
                        name(line, 3),
                        line.param(4));
            default -> new NetEvent.Invited(user(line, 2), uid(line, 0), channel(line, 1));
        };
    }

    private static NetEvent came(IrcLine line) throws LinkException {
        return new NetEvent.Came(
                source(line, 9),
                uid(line, 0),
                stamp(line, 1),
                name(line, 2),
                name(line, 3),
                name(line, 4),
                name(line, 5),
                changes(line, 6),
                Greeting.number(line, 7),
                line.param(8));
    }

    /** The source, of a line with at least so many parameters. */
    private static String source(IrcLine line, int params) throws LinkException {
        if (line.paramCount() < params) {
            throw bad(line, "has " + line.paramCount() + " parameters, must have " + params);
        }
        String source = line.source();
        if (!ServerId.isValid(source) && !ServerId.isUser(source)) {
            throw bad(line, "is from \"" + source + "\", must be from a server's or a user's id");
        }
        return source;
    }

    private static String user(IrcLine line, int params) throws LinkException {
        String source = source(line, params);
        if (!ServerId.isUser(source)) {
            throw bad(line, "is from \"" + source + "\", must be from a user's id");
        }
        return source;
    }

    private static String server(IrcLine line, int index) throws LinkException {
        return checked(line, line.param(index), "a server's id, such as 1AB", ServerId.isValid(line.param(index)));
    }

    private static String uid(IrcLine line, int index) throws LinkException {
        return checked(line, line.param(index), "a user's id, such as 1ABAAAAAC", ServerId.isUser(line.param(index)));
    }

    private static String channel(IrcLine line, int index) throws LinkException {
        String name = line.param(index);
        return checked(line, name, "a channel", name.startsWith("#") && isWord(name));
    }

    private static String name(IrcLine line, int index) throws LinkException {
        String name = line.param(index);
        return checked(line, name, "a name", isWord(name));
    }

    /** What can stand at any place of a line. */
    private static boolean isWord(String text) {
        return !text.isEmpty() && text.indexOf(' ') < 0 && text.charAt(0) != ':';
    }

    private static String changes(IrcLine line, int index) throws LinkException {
        String changes = line.param(index);
        return checked(line, changes, "modes, such as +nt-k", isWord(changes) && "+-".indexOf(changes.charAt(0)) >= 0);
    }

    private static long stamp(IrcLine line, int index) throws LinkException {
        long stamp = Stamp.parse(line.param(index));
        checked(line, line.param(index), "a stamp, such as 1767323045500.1AB", stamp != Stamp.NEVER);
        return stamp;
    }

    private static List<NetEvent.Member> members(String text) throws LinkException {
        List<NetEvent.Member> members = new ArrayList<>();
        for (String member : text.split(" ", -1)) {
            members.add(member(member));
        }
        return members;
    }

    /** What {@link NetEvent.Member} writes. */
    static NetEvent.Member member(String text) throws LinkException {
        int slash = text.indexOf('/');
        long joined = slash < 0 ? Stamp.NEVER : Stamp.parse(text.substring(slash + 1));
        if (joined == Stamp.NEVER || !ServerId.isUser(text.substring(0, slash))) {
            throw new LinkException("\"" + text + "\" must be a member, such as 1ABAAAAAC/1767323045500.1AB");
        }
        return new NetEvent.Member(text.substring(0, slash), joined);
    }

    private static List<String> rest(IrcLine line, int from) throws LinkException {
        List<String> rest = new ArrayList<>();
        for (int i = from; i < line.paramCount(); i++) {
            rest.add(name(line, i));
        }
        return rest;
    }

    private static String checked(IrcLine line, String text, String allowed, boolean fits) throws LinkException {
        if (!fits) {
            throw bad(line, "has \"" + text + "\" where there must be " + allowed);
        }
        return text;
    }

    private static LinkException bad(IrcLine line, String problem) {
        return new LinkException(line.command() + " " + problem);
    }
}
