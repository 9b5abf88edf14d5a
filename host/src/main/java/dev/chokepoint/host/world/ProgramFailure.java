package dev.chokepoint.host.world;

import java.io.Serial;

/** A program's callback threw: a defect of the program, which ends the run. */
public final class ProgramFailure extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    /**
     * Names the host and keeps the cause.
     *
     * @param host whose program it was
     * @param lane which lane, from 0
     * @param cause what it threw
     */
    public ProgramFailure(String host, int lane, Throwable cause) {
        super("the program on " + host + " (lane " + lane + ") failed: " + cause, cause);
    }
}
