package dev.chokepoint.programs.ask;

import dev.chokepoint.programs.load.Workload;

/** What a load does whatever carries its requests. */
sealed interface LoadPlan permits AskLoadConfig, AskDatagramLoadConfig {
    /** How many clients there are. */
    int clients();

    /** How many requests of an open workload may wait for an idle client. */
    int queue();

    /** When they ask. */
    Workload workload();

    /** When the load begins. */
    long startNanos();

    /** No request is meant to leave at this time or later. */
    long endNanos();

    /** The first request's number. */
    long firstMessage();

    /** What the next request's number is higher by. */
    long messageStride();

    /** Throws IllegalArgumentException for what no load can do. */
    static void check(int clients, int queue, long startNanos, long endNanos, long firstMessage, long messageStride) {
        require(clients >= 1, "clients", clients, "at least 1");
        require(queue >= 0, "queue", queue, "0 or more");
        require(firstMessage >= 0, "firstMessage", firstMessage, "0 or more");
        require(messageStride >= 1, "messageStride", messageStride, "at least 1");
        require(endNanos - startNanos >= 0, "endNanos", endNanos, "startNanos (" + startNanos + ") or later");
    }

    private static void require(boolean holds, String name, long value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ": must be " + allowed);
        }
    }
}
