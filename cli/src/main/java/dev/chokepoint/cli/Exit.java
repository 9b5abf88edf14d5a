package dev.chokepoint.cli;

/** The exit statuses, the same for every command. */
final class Exit {
    static final int DONE = 0;
    static final int OBJECTIVE_MISSED = 1;
    static final int BAD_USAGE = 2;
    static final int FAILED = 3;

    /** Ctrl-C, as shells count it. */
    static final int INTERRUPTED = 130;

    private Exit() {}
}
