package dev.chokepoint.programs.peer;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.codec.LineCodec;
import dev.chokepoint.programs.talk.Rooms;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * People who each listen on an address of their own, and the connections among them: at most one between two. When both connect at
 * once, the connection stays that the one with the higher number opened. Lane thread only.
 */
public final class Peers {
    /** The longest line, without its end. */
    public static final int LINE_BYTES_MAX = 512;

    private static final Payload FULL = Payload.of("FULL\n");
    private static final ByteBuffer FULL_LINE = Payload.of("FULL").view();
    private static final ByteBuffer HELLO = Payload.of("HELLO ").view();
    private static final PeerLink[] NONE = {};

    private final Host host;
    private final StreamOptions stream;
    private final int most;
    private final PeerTally tally;
    private final Owner owner;
    private final Decoders<ByteBuffer> decoders = new Decoders<>(new LineCodec(LINE_BYTES_MAX, LineCodec.Ending.LF));

    /** Each person's connections: first those that are there, in no order. */
    private final PeerLink[][] links;

    private final int[] counts;
    private final Server[] listening;
    private final boolean[] dead;

    /** Whoever uses the connections. Called on the lane. */
    public interface Owner {
        /**
         * A connection is there, and each side knows the other.
         *
         * @param link one person's end of it
         */
        void linked(PeerLink link);

        /**
         * A line came.
         *
         * @param link which way
         * @param line its bytes without the end, valid only during the call
         */
        void line(PeerLink link, ByteBuffer line);

        /**
         * A connection has ended, or could not be opened. No person's own {@linkplain Peers#die death} is told.
         *
         * @param link one person's end of it
         * @param reason why
         */
        void unlinked(PeerLink link, CloseReason reason);
    }

    /**
     * People without a connection.
     *
     * @param host whose lane and addresses they use
     * @param people how many, numbered from 0
     * @param most how many connections each may have, at least 1
     * @param stream the limits of each connection
     * @param tally where they count
     * @param owner told what happens
     */
    public Peers(Host host, int people, int most, StreamOptions stream, PeerTally tally, Owner owner) {
        this.host = host;
        this.stream = stream;
        this.most = most;
        this.tally = tally;
        this.owner = owner;
        links = new PeerLink[people][];
        Arrays.fill(links, NONE);
        counts = new int[people];
        listening = new Server[people];
        dead = new boolean[people];
    }

    Host host() {
        return host;
    }

    Decoders<ByteBuffer> decoders() {
        return decoders;
    }

    /**
     * A person begins to listen, on an address of their own where the host has as many, else on a port of their own.
     *
     * @param person who
     * @return where
     */
    public Address listen(int person) {
        listening[person] = host.listen(addressOf(person), stream, connection -> accept(person, connection));
        return listening[person].local();
    }

    /**
     * A person's own address, which they listen on and connect from.
     *
     * @param person who
     * @return port 0
     */
    public Address addressOf(int person) {
        return host.addresses().get(person % host.addresses().size());
    }

    private Session accept(int person, Connection connection) {
        PeerLink link = new PeerLink(this, person, PeerLink.UNKNOWN, false).over(connection);
        if (counts[person] >= most) {
            connection.send(FULL);
            link.close();
        } else {
            add(link);
        }
        return link;
    }

    /**
     * A person connects to another, unless they are connected already or the person has as many connections as may be.
     *
     * @param person who
     * @param other to whom
     * @param to where that one listens
     */
    public void connect(int person, int other, Address to) {
        if (!dead[person] && counts[person] < most && !isLinked(person, other)) {
            PeerLink link = new PeerLink(this, person, other, true);
            link.over(host.connect(addressOf(person), to, stream, person, link));
            add(link);
        }
    }

    /**
     * Whether there is a connection between two, or one is being opened.
     *
     * @param person the one who is asked
     * @param other the other
     * @return true when they need no other
     */
    public boolean isLinked(int person, int other) {
        return linkTo(person, other) != null;
    }

    private PeerLink linkTo(int person, int other) {
        for (int i = 0; i < counts[person]; i++) {
            if (links[person][i].other() == other) {
                return links[person][i];
            }
        }
        return null;
    }

    /**
     * Nothing more is expected of the connection between two, if there is one.
     *
     * @param person whose end
     * @param other the other
     */
    public void giveUp(int person, int other) {
        PeerLink link = linkTo(person, other);
        if (link != null) {
            link.giveUp();
        }
    }

    /**
     * How many connections a person has, those that are being opened included.
     *
     * @param person who
     * @return 0 or more
     */
    public int count(int person) {
        return counts[person];
    }

    /**
     * One of a person's connections.
     *
     * @param person whose
     * @param index from 0 to {@link #count}
     * @return the connection, perhaps not open yet
     */
    public PeerLink link(int person, int index) {
        return links[person][index];
    }

    /**
     * Changes the order of a person's connections, which means nothing.
     *
     * @param person whose
     * @param a one's index
     * @param b another's
     */
    public void swap(int person, int a, int b) {
        PeerLink[] own = links[person];
        PeerLink moved = own[a];
        own[a] = own[b];
        own[b] = moved;
    }

    private void add(PeerLink link) {
        int person = link.person();
        PeerLink[] own = links[person];
        if (counts[person] == own.length) {
            own = Arrays.copyOf(own, Math.max(4, 2 * own.length));
            links[person] = own;
        }
        own[counts[person]++] = link;
    }

    private boolean remove(PeerLink link) {
        int person = link.person();
        PeerLink[] own = links[person];
        for (int i = 0; i < counts[person]; i++) {
            if (own[i] == link) {
                own[i] = own[--counts[person]];
                own[counts[person]] = null;
                return true;
            }
        }
        return false;
    }

    void greet(PeerLink link) {
        link.connection().send(Payload.of("HELLO " + Rooms.nickOf(link.person()) + "\n"));
        link.knows(link.other());
        begin(link);
    }

    private void begin(PeerLink link) {
        tally.linked();
        owner.linked(link);
    }

    void line(PeerLink link, ByteBuffer line) {
        if (link.wasKnown()) {
            told(link, line);
        } else {
            introduced(link, line);
        }
    }

    private void told(PeerLink link, ByteBuffer line) {
        if (line.equals(FULL_LINE)) {
            link.abort();
        } else {
            owner.line(link, line);
        }
    }

    private void introduced(PeerLink link, ByteBuffer line) {
        int other = personIn(line);
        if (other < 0 || other >= counts.length || other == link.person()) {
            link.abort();
            return;
        }
        PeerLink older = linkTo(link.person(), other);
        if (older != null && older.isInitiator() && link.person() > other) {
            link.close();
            return;
        }
        link.knows(other);
        begin(link);
        if (older != null) {
            older.close();
        }
    }

    /** The number in a greeting, or -1. */
    private static int personIn(ByteBuffer line) {
        int hello = HELLO.remaining();
        if (line.remaining() <= hello + 1
                || line.remaining() > hello + 10
                || !line.slice(0, hello).equals(HELLO)) {
            return PeerLink.UNKNOWN;
        }
        int number = 0;
        for (int i = hello + 1; i < line.limit(); i++) {
            int digit = line.get(i) - '0';
            if (digit < 0 || digit > 9) {
                return PeerLink.UNKNOWN;
            }
            number = 10 * number + digit;
        }
        return number;
    }

    void ended(PeerLink link, CloseReason reason) {
        if (remove(link) && !dead[link.person()]) {
            if (link.wasKnown()) {
                tally.lost();
            }
            if (link.other() != PeerLink.UNKNOWN) {
                owner.unlinked(link, reason);
            }
        }
    }

    /**
     * Sends a line to a peer, or counts that its connection is full.
     *
     * @param link which way
     * @param line the same for several
     * @return whether it was sent
     */
    public boolean send(PeerLink link, Payload line) {
        boolean taken = link.offer(line);
        tally.sent(taken);
        return taken;
    }

    /**
     * A person's process dies.
     *
     * @param person who
     */
    public void die(int person) {
        dead[person] = true;
        if (listening[person] != null) {
            listening[person].close();
        }
        for (int i = 0; i < counts[person]; i++) {
            links[person][i].abort();
        }
    }

    /**
     * Whether a person has died.
     *
     * @param person who
     * @return true from {@link #die} on
     */
    public boolean isDead(int person) {
        return dead[person];
    }
}
