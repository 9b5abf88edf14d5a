package dev.chokepoint.bench.chat;

import java.nio.ByteBuffer;

/** Finds the commands of a stream's lines, however it is split; one long and one byte a connection. */
final class LineScan {
    private enum State {
        START,
        PREFIX,
        COMMAND,
        REST
    }

    private State state = State.START;
    private long command;

    /** Scans to the end of the next line whose command is known. */
    boolean next(ByteBuffer in) {
        while (in.hasRemaining()) {
            byte c = in.get();
            switch (state) {
                case START -> start(c);
                case PREFIX -> state = c == ' ' ? State.COMMAND : State.PREFIX;
                case COMMAND -> command(c);
                case REST -> {}
            }
            if (c == '\n') {
                state = State.START;
                return true;
            }
        }
        return false;
    }

    private void start(byte c) {
        command = 0;
        state = c == ':' ? State.PREFIX : State.COMMAND;
        if (c != ':') {
            command(c);
        }
    }

    private void command(byte c) {
        if (c == ' ' || c == '\r') {
            state = State.REST;
        } else {
            command = command << 8 | c & 0xff;
        }
    }

    /** Its letters, one a byte, the last in the lowest. */
    long command() {
        return command;
    }
}
