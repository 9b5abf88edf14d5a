package dev.chokepoint.programs.chat.net;

import dev.chokepoint.host.Payload;
import dev.chokepoint.programs.irc.IrcWriter;
import java.util.ArrayList;
import java.util.List;

/** All ways to other servers, by number, and what is sent on them. */
final class Ways {
    /** No way is left out. */
    static final int NONE = Integer.MIN_VALUE;

    /** The tag of what is for one server only. */
    static final String TO = "to";

    private final List<Way> ways = new ArrayList<>();
    private final IrcWriter writer = new IrcWriter(LinkLines.LIMITS);
    private final NetworkCounts.Counter counts;

    Ways(NetworkCounts.Counter counts) {
        this.counts = counts;
    }

    /** Gives it the lowest free number. */
    int add(Way way) {
        int number = ways.indexOf(null);
        if (number < 0) {
            number = ways.size();
            ways.add(null);
        }
        ways.set(number, way);
        return number;
    }

    void remove(int number) {
        ways.set(number, null);
    }

    boolean isAny() {
        for (int i = 0; i < ways.size(); i++) {
            if (ways.get(i) != null) {
                return true;
            }
        }
        return false;
    }

    /** Tells all servers, except those reached one way. */
    void tell(NetEvent event, int except) {
        if (!isAny()) {
            return;
        }
        Payload line = NetEventWriter.write(event, writer.begin()).payload();
        for (int i = 0; i < ways.size(); i++) {
            if (i != except && ways.get(i) != null) {
                counts.events++;
                ways.get(i).tell(line);
            }
        }
    }

    /** Tells all servers that are reached one way. */
    void tellWay(int way, NetEvent event) {
        if (isOpen(way)) {
            counts.events++;
            ways.get(way).tell(NetEventWriter.write(event, writer.begin()).payload());
        }
    }

    /** Tells one server; those on the way pass it on without listening. */
    void tellOne(ServerTree.Node server, NetEvent event) {
        if (isOpen(server.way())) {
            counts.events++;
            IrcWriter line = NetEventWriter.write(event, writer.begin().tag(TO, server.sid()));
            ways.get(server.way()).tell(server.sid(), line.payload());
        }
    }

    /** Starts a line for {@link #say}. */
    IrcWriter line() {
        return writer.begin();
    }

    /** Sends the line to a user's server. */
    void say(ServerTree.Node server) {
        if (isOpen(server.way())) {
            counts.messages++;
            ways.get(server.way()).tell(server.sid(), writer.payload());
        }
    }

    /** Sends the line wherever a channel has members, except one way. */
    void say(NetChannel channel, int except) {
        Payload line = null;
        for (int i = 0; i < ways.size(); i++) {
            if (i != except && channel.isBehind(i) && ways.get(i) != null) {
                line = line == null ? writer.payload() : line;
                counts.messages++;
                ways.get(i).say(channel, line);
            }
        }
    }

    void interest(String channel, boolean has) {
        for (int i = 0; i < ways.size(); i++) {
            if (ways.get(i) != null) {
                ways.get(i).interest(channel, has);
            }
        }
    }

    private boolean isOpen(int way) {
        return way >= 0 && way < ways.size() && ways.get(way) != null;
    }
}
