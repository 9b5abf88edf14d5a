package dev.chokepoint.programs.direct;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.codec.Decoder;
import dev.chokepoint.host.codec.FramingException;
import java.nio.ByteBuffer;

/** One person's stream to the directory, opened again after a while whenever it is lost. */
final class Introduction implements Session {
    private static final long FIRST_DELAY_NANOS = 100_000_000L;
    private static final int DOUBLINGS_MAX = 5;

    private final DirectTalkers talkers;
    private final int person;
    private final Address listening;
    private Connection connection;
    private Decoder<String> decoder = null;
    private int failures;
    private boolean dead;

    Introduction(DirectTalkers talkers, int person, Address listening) {
        this.talkers = talkers;
        this.person = person;
        this.listening = listening;
        connection = talkers.dial(this, person);
    }

    @Override
    public void onOpen(Connection opened) {
        opened.send(Payload.of(
                "HELLO " + talkers.nameOf(person) + " " + listening + "\nJOIN " + talkers.roomOf(person) + "\n"));
    }

    @Override
    public void onBytes(Connection from, ByteBuffer bytes) {
        boolean whole = bytes.get(bytes.limit() - 1) == '\n';
        if (decoder == null) {
            decoder = talkers.decoders().lend();
        }
        try {
            while (decoder.decode(bytes)) {
                take(decoder.message());
            }
        } catch (FramingException | IllegalArgumentException e) {
            connection.abort(); // no directory of ours
            return;
        }
        if (whole) {
            talkers.decoders().giveBack(decoder);
            decoder = null;
        }
    }

    private void take(String line) {
        String[] words = line.split(" ", -1);
        if (words.length < expected(words[0])) {
            throw new IllegalArgumentException(line);
        }
        switch (words[0]) {
            case "MEMBER", "CAME" -> talkers.met(person, words[2], words[3]);
            case "LEFT" -> talkers.left(person, words[2]);
            case "JOINED" -> failures = 0;
            default -> connection.close(); // an ERROR; this is tried again
        }
    }

    private static int expected(String word) {
        return switch (word) {
            case "MEMBER", "CAME" -> 4;
            case "LEFT", "JOINED" -> 3;
            default -> 1;
        };
    }

    @Override
    public void onClose(Connection closed, CloseReason reason) {
        decoder = null;
        if (!dead) {
            Host host = talkers.host();
            long delay = FIRST_DELAY_NANOS << Math.min(failures++, DOUBLINGS_MAX);
            host.after(delay / 2 + talkers.random().nextLong(delay), this::again);
        }
    }

    private void again() {
        if (!dead) {
            connection = talkers.dial(this, person);
        }
    }

    void die() {
        dead = true;
        connection.abort();
    }
}
