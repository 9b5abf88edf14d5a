package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Datagrams;
import java.nio.ByteBuffer;

/**
 * The format of a request or an answer, one a datagram. A head in network byte order, then dots up to the datagram's length:
 *
 * <pre>
 * offset 0, 4 bytes  "ASK?" for a request, "ASK!" for an answer
 * offset 4, 4 bytes  the client's own number, which the answer repeats
 * offset 8, 8 bytes  the request's number, 0 or more, which the answer repeats
 * </pre>
 *
 * <p>A server answers nothing else: a datagram's source can be forged, and who gets an answer may not have asked. How long an
 * answer is and how much work it costs the server decides, so that no request can order more.
 */
final class AskDatagram {
    /** The length of a datagram without padding. */
    static final int HEAD_BYTES = 16;

    /** What reading gives for a datagram that is not of the kind looked for. */
    static final long BAD = -1;

    private static final int CLIENT_AT = 4;
    private static final int NUMBER_AT = 8;

    /** Which of the two it is; the first four bytes. */
    enum Kind {
        /** "ASK?". */
        REQUEST('?'),
        /** "ASK!". */
        ANSWER('!');

        private final int magic;

        Kind(char last) {
            magic = 'A' << 24 | 'S' << 16 | 'K' << 8 | last;
        }
    }

    private AskDatagram() {}

    static void requireBytes(String what, long bytes) {
        if (bytes < HEAD_BYTES || bytes > Datagrams.MAX_BYTES) {
            throw new IllegalArgumentException(what + " of " + bytes + " B: must be " + HEAD_BYTES
                    + " (the length of its head) to " + Datagrams.MAX_BYTES + ", what one datagram carries");
        }
    }

    /** A datagram of so many bytes, to be sent again and again with other numbers. */
    static ByteBuffer template(Kind kind, long bytes) {
        ByteBuffer datagram = ByteBuffer.allocateDirect((int) bytes);
        datagram.putInt(kind.magic).position(HEAD_BYTES);
        while (datagram.hasRemaining()) {
            datagram.put((byte) '.');
        }
        return datagram.flip();
    }

    /** Sets the numbers; the datagram is then to be sent, which consumes it. */
    static ByteBuffer write(ByteBuffer template, int client, long number) {
        return template.putInt(CLIENT_AT, client).putLong(NUMBER_AT, number).rewind();
    }

    /** The request's number; {@link #BAD} when it is no datagram of that kind. */
    static long number(Kind kind, ByteBuffer datagram) {
        int at = datagram.position();
        boolean good = datagram.remaining() >= HEAD_BYTES && datagram.getInt(at) == kind.magic;
        return good ? Math.max(BAD, datagram.getLong(at + NUMBER_AT)) : BAD;
    }

    /** The client's number of a good datagram. */
    static int client(ByteBuffer datagram) {
        return datagram.getInt(datagram.position() + CLIENT_AT);
    }
}
