package dev.chokepoint.programs.talk;

import dev.chokepoint.programs.load.Workload;

/**
 * What is said, and when.
 *
 * @param rooms who is together with whom
 * @param textBytes the length of each text, {@value TalkText#MIN_BYTES} to {@value TalkText#MAX_BYTES}
 * @param workload when somebody speaks; the rate is that of all people together
 * @param startNanos when talking begins, on the host's clock; people come together before
 * @param endNanos nothing is meant to be said at this time or later
 * @param firstMessage the first message's number, 0 or more
 * @param messageStride what the next one's number is higher by, so that talks side by side never share one
 */
public record TalkPlan(
        Rooms rooms,
        int textBytes,
        Workload.Open workload,
        long startNanos,
        long endNanos,
        long firstMessage,
        long messageStride) {
    /** Checks the numbers. */
    public TalkPlan {
        require(
                textBytes >= TalkText.MIN_BYTES && textBytes <= TalkText.MAX_BYTES,
                "textBytes",
                textBytes,
                TalkText.MIN_BYTES + " to " + TalkText.MAX_BYTES);
        require(endNanos - startNanos >= 0, "endNanos", endNanos, "startNanos (" + startNanos + ") or later");
        require(firstMessage >= 0, "firstMessage", firstMessage, "0 or more");
        require(messageStride >= 1, "messageStride", messageStride, "at least 1");
    }

    private static void require(boolean holds, String name, long value, String allowed) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ": must be " + allowed);
        }
    }
}
