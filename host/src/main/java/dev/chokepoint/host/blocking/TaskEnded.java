package dev.chokepoint.host.blocking;

import java.io.Serial;

/** Unwinds a task whose lane is gone. An error, so that a task's {@code catch (Exception e)} lets it through. */
final class TaskEnded extends Error {
    @Serial
    private static final long serialVersionUID = 1;

    TaskEnded() {
        super("the task's world was closed", null, false, false);
    }
}
