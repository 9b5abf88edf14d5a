package dev.chokepoint.programs.direct;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.codec.Decoder;
import dev.chokepoint.host.codec.FramingException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** A person's stream at the directory. */
final class DirectorySession implements Session {
    private static final int NAME_CHARS_MAX = 64;

    private final Register register;
    private final Connection connection;
    private final List<Room> rooms = new ArrayList<>(1);

    /** Lent while a part of a line has come. */
    private Decoder<String> decoder = null;

    /** Empty until they have said it. */
    private String name = "";

    private String address = "";
    private boolean closed;

    DirectorySession(Register register, Connection connection) {
        this.register = register;
        this.connection = connection;
    }

    String name() {
        return name;
    }

    String address() {
        return address;
    }

    List<Room> rooms() {
        return rooms;
    }

    void tell(Payload line) {
        connection.send(line);
    }

    @Override
    public void onBytes(Connection from, ByteBuffer bytes) {
        boolean whole = bytes.get(bytes.limit() - 1) == '\n';
        if (decoder == null) {
            decoder = register.decoders().lend();
        }
        try {
            while (!closed && decoder.decode(bytes)) {
                take(decoder.message());
            }
        } catch (FramingException | DirectoryException e) {
            connection.send(Payload.of("ERROR " + e.getMessage() + "\n"));
            closed = true;
            connection.close();
        }
        if (whole && !closed) {
            register.decoders().giveBack(decoder);
            decoder = null;
        }
    }

    private void take(String line) throws DirectoryException {
        String[] words = line.split(" ", -1);
        switch (words[0]) {
            case "HELLO" -> hello(words);
            case "JOIN" -> register.join(this, room(words));
            case "PART" -> register.part(this, room(words));
            default ->
                throw new DirectoryException("unknown word \"" + words[0] + "\": HELLO, JOIN and PART are known");
        }
    }

    private void hello(String[] words) throws DirectoryException {
        if (!name.isEmpty()) {
            throw new DirectoryException("you are " + name + " already");
        }
        if (words.length != 3) {
            throw new DirectoryException("write HELLO NAME ADDRESS");
        }
        checkName(words[1]);
        checkAddress(words[2]);
        register.enter(this, words[1]);
        name = words[1];
        address = words[2];
    }

    private String room(String[] words) throws DirectoryException {
        if (name.isEmpty()) {
            throw new DirectoryException("say who you are first: HELLO NAME ADDRESS");
        }
        if (words.length != 2) {
            throw new DirectoryException("write " + words[0] + " ROOM");
        }
        checkName(words[1]);
        return words[1];
    }

    private static void checkName(String text) throws DirectoryException {
        if (text.isEmpty() || text.length() > NAME_CHARS_MAX || !text.chars().allMatch(c -> c > ' ' && c != 0x7f)) {
            throw new DirectoryException("a name has 1 to " + NAME_CHARS_MAX + " visible characters");
        }
    }

    private static void checkAddress(String text) throws DirectoryException {
        try {
            Address.parse(text);
        } catch (IllegalArgumentException e) {
            throw new DirectoryException(e.getMessage());
        }
    }

    @Override
    public void onClose(Connection ended, CloseReason reason) {
        closed = true;
        register.leave(this);
    }
}
