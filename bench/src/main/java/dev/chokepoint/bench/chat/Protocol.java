package dev.chokepoint.bench.chat;

import java.nio.charset.StandardCharsets;

/** What the client says, and what it counts of what it hears. */
enum Protocol {
    /** RFC 2812: a room is a channel. */
    IRC {
        @Override
        byte[] hello(int client) {
            return ascii("NICK " + nick(client) + "\r\nUSER u 0 * :u\r\n");
        }

        @Override
        boolean isWelcome(long command) {
            return command == WELCOME;
        }

        @Override
        byte[] join() {
            return ascii("JOIN " + ROOM + "\r\n");
        }

        @Override
        boolean isJoined(long command) {
            return command == END_OF_NAMES;
        }

        @Override
        boolean isNotice(long command) {
            return command == JOIN;
        }

        @Override
        byte[] message() {
            return ascii("PRIVMSG " + ROOM + " :" + TEXT + "\r\n");
        }
    },
    /** NATS's own: a room is a subject; nobody hears who joins. */
    NATS {
        @Override
        byte[] hello(int client) {
            return ascii("CONNECT {\"verbose\":false,\"pedantic\":false,\"echo\":false}\r\nPING\r\n");
        }

        @Override
        boolean isWelcome(long command) {
            return command == PONG;
        }

        @Override
        byte[] join() {
            return ascii("SUB room 1\r\nPING\r\n");
        }

        @Override
        boolean isJoined(long command) {
            return command == PONG;
        }

        @Override
        boolean isNotice(long command) {
            return false;
        }

        @Override
        byte[] message() {
            return ascii("PUB room " + TEXT.length() + "\r\n" + TEXT + "\r\n");
        }
    };

    /** The room that all join. */
    static final String ROOM = "#bench";

    /** 64 bytes. */
    static final String TEXT = "0123456789abcdef".repeat(4);

    private static final long WELCOME = key("001");
    private static final long END_OF_NAMES = key("366");
    private static final long JOIN = key("JOIN");
    private static final long PONG = key("PONG");
    private static final long ERROR = key("ERROR");
    private static final long ERR = key("-ERR");

    /** A command as {@link LineScan} gives it. */
    private static long key(String command) {
        long key = 0;
        for (int i = 0; i < command.length(); i++) {
            key = key << 8 | command.charAt(i);
        }
        return key;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** Nine characters at most, and of one length, so that all receive equally much. */
    static String nick(int client) {
        return "n" + (100_000 + client);
    }

    /** What opens a conversation. */
    abstract byte[] hello(int client);

    /** The server has taken the client. */
    abstract boolean isWelcome(long command);

    /** Makes it a member of the room. */
    abstract byte[] join();

    /** It is one. */
    abstract boolean isJoined(long command);

    /** Somebody came into the room. */
    abstract boolean isNotice(long command);

    /** Says the text to the room. */
    abstract byte[] message();

    /** The server has something against the client. */
    static boolean isError(long command) {
        return command == ERROR || command == ERR;
    }
}
