package dev.chokepoint.programs.chat.net;

import dev.chokepoint.host.Address;
import dev.chokepoint.programs.chat.Chat;
import dev.chokepoint.programs.chat.Event;
import dev.chokepoint.programs.chat.Message;
import dev.chokepoint.programs.chat.Relay;
import dev.chokepoint.programs.irc.IrcLine;
import java.util.function.Consumer;

/**
 * Joins a chat server to others: what happens here is told to them, what they tell is done here and passed on. Lane only. Make it
 * while the {@link dev.chokepoint.programs.chat.ChatServer} starts.
 */
public final class ChatNetwork implements Relay {
    private final Net net;
    private final Teller teller;
    private final Burst burst;
    private final Splits splits;
    private final Hearer hearer;
    private final SpeechHearer speech;
    private boolean hearing;

    /**
     * A network of one server.
     *
     * @param chat the server; it is told that this is its relay
     * @param sid the server's id, see {@link ServerId}
     * @param listener told who joins and who is lost
     */
    public ChatNetwork(Chat chat, String sid, NetworkListener listener) {
        if (!ServerId.isValid(sid)) {
            throw new IllegalArgumentException(
                    "server id \"" + sid + "\": must be a digit and two digits or capitals, such as 1AB");
        }
        net = new Net(chat, sid, listener);
        teller = new Teller(net);
        burst = new Burst(net);
        splits = new Splits(net);
        hearer = new Hearer(net, splits, burst);
        speech = new SpeechHearer(net);
        chat.use(this);
    }

    /**
     * Joins other servers by links.
     *
     * @param config which
     * @return where other servers may connect, null where they may not
     * @throws dev.chokepoint.host.ListenException the address can't be listened on
     */
    public Address link(LinkConfig config) {
        return new Links(net.chat.host(), config, this, net.listener).start();
    }

    /**
     * Joins other servers through a backplane.
     *
     * @param config which
     */
    public void share(BackplaneConfig config) {
        new Backplane(net, this, config).start();
    }

    /**
     * What it has told and heard.
     *
     * @return the counts so far
     */
    public NetworkCounts counts() {
        return net.counts.counts();
    }

    @Override
    public void happened(Event event) {
        if (!hearing) {
            teller.tell(event);
        }
    }

    Net net() {
        return net;
    }

    /** What this server says of itself first. */
    Greeting greeting(String password) {
        ServerTree.Node self = net.tree.root();
        long wallMillis = net.chat.host().wallTime().toEpochMilli();
        return new Greeting(
                LinkLines.VERSION,
                self.sid(),
                self.born(),
                self.name(),
                password,
                wallMillis,
                self.server().description());
    }

    /** Whether the direct neighbour that way is the same server as one that now links, and has no use for its old link. */
    boolean isReplacedBy(int way, Greeting other) {
        ServerTree.Node known = net.tree.get(other.sid());
        return known != null && known.way() == way && known.hops() == 1 && known.born() <= other.born();
    }

    /** Refuses a server that would be reached two ways. */
    void checkNew(Greeting other) throws LinkException {
        ServerTree.Node known = net.tree.get(other.sid());
        known = known == null ? net.tree.named(other.name()) : known;
        if (known != null) {
            throw new LinkException("loop: " + known.sid() + " " + known.name() + " is linked already, through "
                    + (known.parent() == null ? "here" : known.parent().name()) + "; servers must form a tree");
        }
    }

    /** A neighbour's greeting was good: tells it all, and all others of it. Answers the way's number. */
    int link(Way link, Greeting other) throws LinkException {
        int way = net.ways.add(link);
        burst(way, event -> net.ways.tellWay(way, event));
        String self = net.tree.root().sid();
        NetEvent.Server joined =
                new NetEvent.Server(self, other.sid(), other.born(), other.name(), other.description());
        hear(joined, way);
        net.ways.tell(joined, way);
        return way;
    }

    /** That link is no more; the others are told. */
    void unlink(int way, String reason) {
        net.ways.remove(way);
        for (ServerTree.Node node : net.tree.all().toArray(new ServerTree.Node[0])) {
            if (node.way() == way && node.hops() == 1) {
                lose(node, reason);
                net.tell(new NetEvent.Split(net.tree.root().sid(), node.sid(), reason));
            }
        }
    }

    /** A server, and all behind it, is not reached any more. */
    void lose(ServerTree.Node server, String reason) {
        hearing = true;
        splits.lose(server, reason);
        hearing = false;
    }

    /** A server is reached that way from now on. */
    void join(NetEvent.Server event, int way) throws LinkException {
        hear(event, way);
    }

    /** Tells all that the servers reached that way don't know better. */
    void burst(int way, Consumer<NetEvent> to) {
        burst.all(way, to);
    }

    /** A line came that way. */
    void receive(int way, IrcLine line) throws LinkException {
        net.counts.heard++;
        Message.Kind kind = SpeechHearer.kind(line);
        Heard heard = kind == null ? event(way, line) : said(kind, way, line);
        if (heard == Heard.UNKNOWN) {
            net.counts.dropped++;
        }
    }

    private Heard said(Message.Kind kind, int way, IrcLine line) throws LinkException {
        hearing = true;
        try {
            return speech.hear(kind, line, way);
        } finally {
            hearing = false;
        }
    }

    private Heard event(int way, IrcLine line) throws LinkException {
        NetEvent event = NetEventReader.read(line);
        if (event == null) {
            return Heard.DONE;
        }
        String to = line.hasTags() ? line.tag(Ways.TO) : null;
        String self = net.tree.root().sid();
        if (to != null && !to.equals(self)) {
            return isFrom(event, way) ? pass(event, net.tree.get(to), way) : Heard.UNKNOWN;
        }
        boolean passesOn = to == null && isFrom(event, way);
        Heard heard = hearFrom(event, way);
        if (passesOn) {
            net.ways.tell(event, way);
        }
        return heard;
    }

    /** Does what an event tells, if its source is known and reached that way. */
    Heard hearFrom(NetEvent event, int way) throws LinkException {
        return isFrom(event, way) ? hear(event, way) : Heard.UNKNOWN;
    }

    /** Whether the source is known, and is reached that way. */
    private boolean isFrom(NetEvent event, int way) {
        ServerTree.Node home = net.tree.get(ServerId.ofSource(event.source()));
        boolean known = !ServerId.isUser(event.source()) || net.census.of(event.source()) != null;
        return known && home != null && home.way() == way;
    }

    private Heard pass(NetEvent event, ServerTree.Node to, int way) {
        if (to == null || to.way() == way) {
            return Heard.UNKNOWN;
        }
        net.ways.tellOne(to, event);
        return Heard.DONE;
    }

    private Heard hear(NetEvent event, int way) throws LinkException {
        net.clock.see(StampsOf.latest(event));
        hearing = true;
        try {
            return hearer.hear(event, way);
        } finally {
            hearing = false;
        }
    }
}
