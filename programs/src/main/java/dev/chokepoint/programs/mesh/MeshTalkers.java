package dev.chokepoint.programs.mesh;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.programs.peer.OwnRandom;
import dev.chokepoint.programs.peer.PeerLink;
import dev.chokepoint.programs.peer.PeerTally;
import dev.chokepoint.programs.peer.Peers;
import dev.chokepoint.programs.talk.Rooms;
import dev.chokepoint.programs.talk.TalkText;
import dev.chokepoint.programs.talk.Talkers;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** People who pass on to neighbours what is new to them. Lane thread only. */
final class MeshTalkers implements Talkers, Peers.Owner {
    /** In so many parts of a heartbeat, parts of the people are due, so that not all send at once. */
    static final int SLICES = 64;

    /** A message that has passed so many connections goes no farther: a circle of forgetful peers must end. */
    private static final int HOPS_MAX = 255;

    private static final int SILENT_BEATS = 3;
    private static final byte[] PASS = {'P', 'A', 'S', 'S', ' '};
    private static final int TEXT_AT = PASS.length + 3;
    private static final Payload PING = Payload.of("PING\n");

    private final Host host;
    private final MeshLoadConfig config;
    private final PeerTally tally;
    private final RandomGenerator random;
    private final Peers peers;
    private final Neighbours neighbours;
    private final Remembered remembered;
    private final ByteBuffer line = ByteBuffer.allocate(Peers.LINE_BYTES_MAX);

    MeshTalkers(Host host, MeshLoadConfig config, PeerTally tally) {
        this.host = host;
        this.config = config;
        this.tally = tally;
        random = OwnRandom.of(host);
        Rooms rooms = config.plan().rooms();
        peers = new Peers(host, rooms.people(), 2 * config.neighbours(), config.stream(), tally, this);
        neighbours = new Neighbours(host, rooms, config.neighbours(), peers, random);
        remembered = new Remembered(rooms.people(), config.remembered());
        host.after(config.plan().startNanos() - host.nanoTime(), () -> beat(0));
    }

    void come(int person) {
        neighbours.come(person);
    }

    void die(int person) {
        peers.die(person);
    }

    private void beat(int slice) {
        long silentSince = host.nanoTime() - SILENT_BEATS * config.heartbeatNanos();
        int people = config.plan().rooms().people();
        for (int person = slice; person < people; person += SLICES) {
            for (int i = 0; i < peers.count(person); i++) {
                beat(peers.link(person, i), silentSince);
            }
            neighbours.look(person);
        }
        host.after(config.heartbeatNanos() / SLICES, () -> beat((slice + 1) % SLICES));
    }

    private static void beat(PeerLink link, long silentSince) {
        if (link.isKnown() && link.heardNanos() - silentSince < 0) {
            link.abort();
        } else if (link.isKnown()) {
            link.connection().send(PING);
        }
    }

    @Override
    public void linked(PeerLink link) {
        neighbours.linked(link);
    }

    @Override
    public void unlinked(PeerLink link, CloseReason reason) {
        neighbours.unlinked(link);
    }

    @Override
    public void say(int person, long message) {
        if (peers.isDead(person)) {
            host.meter().failed(message, "dead");
            return;
        }
        tally.said();
        remembered.add(person, message);
        host.meter().working(message);
        if (!pass(person, null, encode(message, 0))) {
            host.meter().failed(message, "no peer");
        }
    }

    @Override
    public void line(PeerLink link, ByteBuffer told) {
        if (told.limit() == PING.length() - 1 && told.get(0) == 'P') {
            return; // that it was heard is all there is to a PING
        }
        long message = isPassed(told) ? TalkText.number(told, TEXT_AT, told.limit()) : TalkText.NONE;
        int hops = message == TalkText.NONE ? 0 : hops(told);
        if (hops <= 0) {
            link.abort();
        } else if (remembered.add(link.person(), message)) {
            received(link, message, hops);
        } else {
            tally.duplicate();
        }
    }

    private void received(PeerLink link, long message, int hops) {
        tally.received(hops);
        if (hops < HOPS_MAX) {
            host.meter().working(message);
            pass(link.person(), link, encode(message, hops));
        }
        host.meter().delivered(message);
    }

    private static boolean isPassed(ByteBuffer told) {
        return told.limit() > TEXT_AT && told.get(0) == 'P' && told.get(1) == 'A' && told.get(4) == ' ';
    }

    /** The connections that it has passed, this one included; 0 or less where that is not said. */
    private static int hops(ByteBuffer told) {
        int high = Character.digit(told.get(PASS.length), 16);
        int low = Character.digit(told.get(PASS.length + 1), 16);
        return high < 0 || low < 0 ? 0 : high * 16 + low + 1;
    }

    private Payload encode(long message, int hops) {
        line.clear().put(PASS);
        line.put((byte) Character.forDigit(hops >> 4, 16)).put((byte) Character.forDigit(hops & 15, 16));
        line.put((byte) ' ');
        TalkText.put(message, config.plan().textBytes(), line);
        return Payload.of(line.put((byte) '\n').flip());
    }

    /** To all neighbours but where it came from (null: nowhere), or to as many as the fan-out says; whether there was any. */
    private boolean pass(int person, PeerLink source, Payload text) {
        int left = config.fanout() < config.neighbours() ? config.fanout() : Integer.MAX_VALUE;
        int count = peers.count(person);
        boolean any = false;
        for (int i = 0; i < count && left > 0; i++) {
            if (left < Integer.MAX_VALUE) {
                peers.swap(person, i, i + random.nextInt(count - i));
            }
            PeerLink link = peers.link(person, i);
            if (link != source && link.isKnown()) {
                peers.send(link, text);
                any = true;
                left--;
            }
        }
        return any;
    }
}
