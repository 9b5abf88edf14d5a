package dev.chokepoint.programs.direct;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.codec.LineCodec;
import dev.chokepoint.programs.peer.Decoders;
import dev.chokepoint.programs.peer.OwnRandom;
import dev.chokepoint.programs.peer.PeerLink;
import dev.chokepoint.programs.peer.PeerTally;
import dev.chokepoint.programs.peer.Peers;
import dev.chokepoint.programs.talk.Rooms;
import dev.chokepoint.programs.talk.TalkText;
import dev.chokepoint.programs.talk.Talkers;
import java.nio.ByteBuffer;
import java.util.random.RandomGenerator;

/** People who talk directly: each sends what they say to everybody in the room. Lane thread only. */
final class DirectTalkers implements Talkers, Peers.Owner {
    private static final byte[] SAY = {'S', 'A', 'Y', ' '};

    private final Host host;
    private final DirectLoadConfig config;
    private final PeerTally tally;
    private final RandomGenerator random;
    private final Peers peers;
    private final Redial redial;
    private final Decoders<String> decoders = new Decoders<>(new LineCodec(Directory.LINE_BYTES_MAX).text());
    private final Introduction[] introductions;
    private final ByteBuffer line = ByteBuffer.allocate(Peers.LINE_BYTES_MAX);

    DirectTalkers(Host host, DirectLoadConfig config, PeerTally tally) {
        this.host = host;
        this.config = config;
        this.tally = tally;
        random = OwnRandom.of(host);
        int people = rooms().people();
        int mostInRoom = rooms().membersOf(rooms().count() - 1);
        peers = new Peers(host, people, mostInRoom, config.stream(), tally, this);
        redial = new Redial(host, random, peers);
        introductions = new Introduction[people];
    }

    Host host() {
        return host;
    }

    RandomGenerator random() {
        return random;
    }

    Decoders<String> decoders() {
        return decoders;
    }

    private Rooms rooms() {
        return config.plan().rooms();
    }

    /** A person listens, and asks to be introduced. */
    void come(int person) {
        if (!peers.isDead(person)) {
            introductions[person] = new Introduction(this, person, peers.listen(person));
        }
    }

    Connection dial(Introduction introduction, int person) {
        return host.connect(peers.addressOf(person), config.directory(), config.stream(), person, introduction);
    }

    void die(int person) {
        peers.die(person);
        if (introductions[person] != null) {
            introductions[person].die();
        }
    }

    /** What somebody is called at the directory, where others may be called the same among themselves. */
    String nameOf(int person) {
        return config.group() + "/" + Rooms.nickOf(person);
    }

    String roomOf(int person) {
        return config.group() + "/" + Rooms.nameOf(rooms().roomOf(person));
    }

    private int personOf(String name) {
        int own = config.group().length() + 1;
        return name.length() > own && name.startsWith(config.group()) ? Rooms.personOf(name.substring(own)) : -1;
    }

    /** Somebody is in the room. */
    void met(int person, String name, String address) {
        int other = personOf(name);
        if (other >= 0 && other < person) {
            peers.connect(person, other, Address.parse(address));
        }
    }

    /** Somebody is gone from the room, or from the directory only: then what connects them stays. */
    void left(int person, String name) {
        int other = personOf(name);
        if (other >= 0) {
            redial.stop(person, other);
            peers.giveUp(person, other);
        }
    }

    @Override
    public void linked(PeerLink link) {
        redial.done(link);
    }

    @Override
    public void unlinked(PeerLink link, CloseReason reason) {
        if (link.isInitiator() && !link.isGivenUp()) {
            redial.later(link);
        }
    }

    @Override
    public void say(int person, long message) {
        if (peers.isDead(person)) {
            host.meter().failed(message, "dead");
            return;
        }
        tally.said();
        host.meter().working(message);
        Payload text = encode(message);
        int known = 0;
        for (int i = 0; i < peers.count(person); i++) {
            PeerLink link = peers.link(person, i);
            if (link.isKnown()) {
                known++;
                peers.send(link, text);
            }
        }
        if (known == 0) {
            host.meter().failed(message, "no peer");
        }
    }

    private Payload encode(long message) {
        line.clear().put(SAY);
        TalkText.put(message, config.plan().textBytes(), line);
        return Payload.of(line.put((byte) '\n').flip());
    }

    @Override
    public void line(PeerLink link, ByteBuffer said) {
        long message = isSaid(said) ? TalkText.number(said, SAY.length, said.limit()) : TalkText.NONE;
        if (message == TalkText.NONE) {
            link.abort();
        } else {
            tally.received(1);
            host.meter().delivered(message);
        }
    }

    private static boolean isSaid(ByteBuffer said) {
        return said.limit() > SAY.length && said.get(0) == 'S' && said.get(1) == 'A' && said.get(2) == 'Y';
    }
}
