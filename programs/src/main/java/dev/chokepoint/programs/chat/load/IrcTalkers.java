package dev.chokepoint.programs.chat.load;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Session;
import dev.chokepoint.programs.irc.IrcLimits;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcParser;
import dev.chokepoint.programs.load.CloseNames;
import dev.chokepoint.programs.talk.Rooms;
import dev.chokepoint.programs.talk.TalkText;
import dev.chokepoint.programs.talk.Talkers;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/** The people of an {@link IrcLoad} as rows of arrays: told apart by their connections' tags. Lane only. */
final class IrcTalkers implements Talkers, Session {
    private enum State {
        /** Has no connection. */
        AWAY,
        CONNECTING,
        REGISTERING,
        JOINING,
        JOINED
    }

    private static final int WELCOME = 1;
    private static final int END_OF_NAMES = 366;

    /** From here on numerics are errors (RFC 2812 section 5.2). */
    private static final int FIRST_ERROR = 400;

    private static final int NO_MOTD = 422;

    private static final long FIRST_DELAY_NANOS = 100_000_000L;

    /** The delay no longer doubles after so many failures in a row. */
    private static final int DOUBLED_MOST = 5;

    private final Host host;
    private final IrcLoadConfig config;
    private final Rooms rooms;
    private final List<Address> addresses;
    private final Words words = new Words();
    private final IrcLine line = new IrcLine(IrcLimits.FROM_SERVER);

    private final Connection[] connections;
    private final State[] states;

    /** Of those whose connection has brought a part of a line. */
    private final IrcParser[] parsers;

    private final ArrayDeque<IrcParser> spareParsers = new ArrayDeque<>();
    private final String[] reasons;
    private final byte[] failures;

    /** How many servers farther than the first one somebody is. */
    private final int[] moves;

    IrcTalkers(Host host, IrcLoadConfig config) {
        this.host = host;
        this.config = config;
        rooms = config.plan().rooms();
        addresses = host.addresses();
        int people = rooms.people();
        connections = new Connection[people];
        states = new State[people];
        Arrays.fill(states, State.AWAY);
        parsers = new IrcParser[people];
        reasons = new String[people];
        Arrays.fill(reasons, "not joined");
        failures = new byte[people];
        moves = new int[people];
    }

    /** Somebody connects. */
    void come(int person) {
        states[person] = State.CONNECTING;
        Address from = addresses.get(person % addresses.size());
        List<Address> servers = config.servers();
        Address to = servers.get((person + moves[person]) % servers.size());
        connections[person] = host.connect(from, to, config.stream(), person, this);
    }

    @Override
    public void say(int person, long message) {
        if (states[person] != State.JOINED) {
            host.meter().failed(message, reasons[person]);
            return;
        }
        host.meter().working(message);
        connections[person].send(
                words.say(roomOf(person), message, config.plan().textBytes()));
    }

    private int roomOf(int person) {
        return config.firstRoom() + rooms.roomOf(person);
    }

    @Override
    public void onOpen(Connection connection) {
        states[(int) connection.tag()] = State.REGISTERING;
        connection.send(words.register(config.firstPerson() + (int) connection.tag()));
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        int person = (int) connection.tag();
        IrcParser parser = parsers[person] == null ? spare() : parsers[person];
        while (true) {
            switch (parser.parse(bytes, line)) {
                case LINE -> hear(person);
                case TOO_LONG -> {}
                case MORE -> {
                    keep(person, parser);
                    return;
                }
            }
        }
    }

    private IrcParser spare() {
        return spareParsers.isEmpty() ? new IrcParser(IrcLimits.FROM_SERVER) : spareParsers.pop();
    }

    /** A parser that holds nothing serves anybody. */
    private void keep(int person, IrcParser parser) {
        if (parser.heldBytes() > 0) {
            parsers[person] = parser;
        } else {
            parsers[person] = null;
            spareParsers.push(parser);
        }
    }

    private void hear(int person) {
        if (line.isCommand("PRIVMSG")) {
            hearText();
        } else if (line.numeric() >= 0) {
            hearNumeric(person, line.numeric());
        } else if (line.isCommand("PING")) {
            connections[person].send(words.pong(line));
        }
    }

    private void hearText() {
        long message = line.paramCount() < 2
                ? TalkText.NONE
                : TalkText.number(line.buffer(), line.paramFrom(1), line.paramTo(1));
        if (message != TalkText.NONE) {
            host.meter().delivered(message);
        }
    }

    private void hearNumeric(int person, int numeric) {
        if (numeric == WELCOME) {
            states[person] = State.JOINING;
            connections[person].send(words.join(roomOf(person)));
        } else if (numeric == END_OF_NAMES) {
            states[person] = State.JOINED;
            failures[person] = 0;
        } else if (numeric >= FIRST_ERROR && numeric != NO_MOTD && states[person] != State.JOINED) {
            reasons[person] = "error " + numeric;
            connections[person].abort();
        }
    }

    @Override
    public void onEnd(Connection connection) {
        lose((int) connection.tag(), "closed");
        connection.close();
    }

    @Override
    public void onClose(Connection connection, CloseReason reason) {
        int person = (int) connection.tag();
        if (states[person] != State.AWAY) {
            lose(person, reason instanceof CloseReason.LocalClosed ? reasons[person] : CloseNames.of(reason));
        }
        long delay = FIRST_DELAY_NANOS << Math.min(failures[person]++, DOUBLED_MOST);
        failures[person] = (byte) Math.min(failures[person], DOUBLED_MOST);
        moves[person]++;
        host.after(delay / 2 + host.random().nextLong(delay), () -> come(person));
    }

    private void lose(int person, String reason) {
        states[person] = State.AWAY;
        reasons[person] = reason;
        parsers[person] = null;
    }
}
