package dev.chokepoint.programs.chat.load;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.talk.Rooms;
import dev.chokepoint.programs.talk.TalkText;
import java.nio.ByteBuffer;

/** What people say to their server (RFC 2812 sections 3.1, 3.2.1, 3.3.1, 3.7.3), written into one buffer again and again. */
final class Words {
    private static final int LONGEST = 1024;

    private final ByteBuffer out = ByteBuffer.allocate(LONGEST);

    ByteBuffer register(int person) {
        String nick = Rooms.nickOf(person);
        return line("NICK " + nick + "\r\nUSER " + nick + " 0 * :" + nick);
    }

    ByteBuffer join(int room) {
        return line("JOIN " + Rooms.nameOf(room));
    }

    ByteBuffer say(int room, long message, int bytes) {
        out.clear();
        put("PRIVMSG " + Rooms.nameOf(room) + " :");
        TalkText.put(message, bytes, out);
        return end();
    }

    /** The answer to a PING: what it said. */
    ByteBuffer pong(IrcLine ping) {
        return line("PONG :" + (ping.paramCount() == 0 ? "" : ping.param(ping.paramCount() - 1)));
    }

    private ByteBuffer line(String text) {
        out.clear();
        put(text);
        return end();
    }

    private void put(String text) {
        out.put(text.getBytes(US_ASCII));
    }

    private ByteBuffer end() {
        return out.put((byte) '\r').put((byte) '\n').flip();
    }
}
