package dev.chokepoint.programs.chat.net;

import dev.chokepoint.host.Payload;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcParser;
import dev.chokepoint.programs.nats.NatsClient;
import dev.chokepoint.programs.nats.NatsListener;
import dev.chokepoint.programs.nats.NatsMessage;
import dev.chokepoint.programs.nats.Subject;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All other servers, reached through a publish/subscribe server. Each says again and again that it lives; who hears of a server
 * for the first time, or that it began anew, asks it for all it has. What others tell of its users meanwhile waits.
 */
final class Backplane implements Way, NatsListener {
    private final Net net;
    private final ChatNetwork network;
    private final BackplaneConfig config;
    private final Subjects subjects;
    private final NatsClient client;
    private final Subject all;
    private final Map<String, Neighbour> neighbours = new LinkedHashMap<>();
    private final Map<String, Integer> rooms = new LinkedHashMap<>();
    private final Deferred deferred;
    private final IrcParser parser = new IrcParser(LinkLines.LIMITS);
    private final IrcLine line = new IrcLine(LinkLines.LIMITS);
    private final int way;
    private long session; // a new one where others may have missed something of this server

    /** Another server, as far as it is heard. */
    private static final class Neighbour {
        private long heardNanos;
        private boolean asked;
        private boolean synced;
    }

    Backplane(Net net, ChatNetwork network, BackplaneConfig config) {
        this.net = net;
        this.network = network;
        this.config = config;
        subjects = new Subjects(net.chat.config().network());
        all = subjects.all();
        client = new NatsClient(net.chat.host(), config.nats(), this);
        deferred = new Deferred(net.counts);
        way = net.ways.add(this);
    }

    void start() {
        client.subscribe(all, this::received);
        client.subscribe(subjects.server(net.tree.root().sid()), this::received);
        client.start();
        beat();
    }

    private void beat() {
        if (client.isConnected()) {
            loseSilent();
            tell(announcement());
            neighbours.forEach(this::ask);
        }
        net.chat.host().after(config.beatNanos(), this::beat);
    }

    private Payload announcement() {
        ServerTree.Node self = net.tree.root();
        NetEvent.Server event = new NetEvent.Server(
                self.sid(), self.sid(), session, self.name(), self.server().description());
        return NetEventWriter.write(event, net.ways.line()).payload();
    }

    private void loseSilent() {
        long now = net.chat.host().nanoTime();
        for (String sid : neighbours.keySet().toArray(new String[0])) {
            if (now - neighbours.get(sid).heardNanos > config.timeoutNanos()) {
                lose(sid, "silent for " + config.timeoutNanos() / 1_000_000 + " ms");
            }
        }
    }

    private void lose(String sid, String reason) {
        neighbours.remove(sid);
        network.lose(net.tree.get(sid), reason);
        retryDeferred();
    }

    @Override
    public void onConnected() {
        session = net.clock.next();
        tell(announcement());
    }

    @Override
    public void onDisconnected(String reason) {
        if (neighbours.isEmpty()) {
            net.listener.failed(config.nats().server().toString(), reason);
        }
        for (String sid : neighbours.keySet().toArray(new String[0])) {
            lose(sid, "backplane: " + reason);
        }
    }

    @Override
    public void tell(Payload told) {
        publish(all, told);
    }

    @Override
    public void tell(String sid, Payload told) {
        publish(subjects.server(sid), told);
    }

    /** What can't be published while there is a connection is missed by others: they are to begin anew with this server. */
    private boolean publish(Subject subject, Payload told) {
        boolean taken = client.publish(subject, told.view());
        if (!taken && client.isConnected()) {
            session = net.clock.next();
        }
        return taken;
    }

    @Override
    public void say(NetChannel channel, Payload said) {
        if (!client.publish(subjects.room(channel.channel.name()), said.view())) {
            net.counts.messagesLost++;
        }
    }

    @Override
    public void interest(String channel, boolean has) {
        Subject room = subjects.room(channel);
        if (has) {
            rooms.put(room.text(), client.subscribe(room, this::received));
        } else {
            client.unsubscribe(rooms.remove(room.text()));
        }
    }

    private void received(NatsMessage message) {
        ByteBuffer bytes = message.payload();
        try {
            while (parser.parse(bytes, line) == IrcParser.Event.LINE) {
                take();
            }
        } catch (LinkException e) {
            net.counts.dropped++;
            net.listener.failed(config.nats().server().toString(), e.getMessage());
        }
    }

    private void take() throws LinkException {
        Neighbour from = line.source().isEmpty() ? null : neighbours.get(ServerId.ofSource(line.source()));
        if (from != null) {
            from.heardNanos = net.chat.host().nanoTime();
        }
        if (SpeechHearer.kind(line) != null) {
            network.receive(way, line);
            return;
        }
        NetEvent event = NetEventReader.read(line);
        switch (event) {
            case null -> net.counts.dropped++;
            case NetEvent.Server e -> announced(e);
            case NetEvent.Asked e -> asked(e);
            case NetEvent.Synced _ -> synced(from);
            default -> hear(event);
        }
    }

    private void announced(NetEvent.Server e) throws LinkException {
        ServerTree.Node known = net.tree.get(e.sid());
        if (known != null && known.parent() == null) {
            throw new LinkException(
                    "server id " + e.sid() + " is this server's and " + e.name() + "'s: each server must have its own");
        }
        if (known != null && known.born() != e.born()) {
            lose(e.sid(), "it began anew");
            known = null;
        }
        if (known == null) {
            join(e);
        }
    }

    private void join(NetEvent.Server e) throws LinkException {
        String self = net.tree.root().sid();
        network.join(new NetEvent.Server(self, e.sid(), e.born(), e.name(), e.description()), way);
        Neighbour neighbour = new Neighbour();
        neighbour.heardNanos = net.chat.host().nanoTime();
        neighbours.put(e.sid(), neighbour);
        tell(e.sid(), announcement());
        ask(e.sid(), neighbour);
    }

    /** Once; it can't be published where this server's own connection is about to be taken, and is tried again. */
    private void ask(String sid, Neighbour neighbour) {
        if (!neighbour.asked) {
            NetEvent.Asked event = new NetEvent.Asked(net.tree.root().sid(), sid);
            neighbour.asked = publish(
                    subjects.server(sid),
                    NetEventWriter.write(event, net.ways.line()).payload());
        }
    }

    private void asked(NetEvent.Asked e) {
        network.burst(
                way,
                event -> tell(
                        e.source(), NetEventWriter.write(event, net.ways.line()).payload()));
    }

    private void synced(Neighbour from) throws LinkException {
        if (from != null) {
            from.synced = true;
            retryDeferred();
        }
    }

    private void hear(NetEvent event) throws LinkException {
        if (network.hearFrom(event, way) == Heard.UNKNOWN) {
            deferred.add(event, isSyncing());
        }
    }

    private boolean isSyncing() {
        for (Neighbour neighbour : neighbours.values()) {
            if (!neighbour.synced) {
                return true;
            }
        }
        return false;
    }

    private void retryDeferred() {
        deferred.retry(event -> network.hearFrom(event, way), isSyncing());
    }
}
