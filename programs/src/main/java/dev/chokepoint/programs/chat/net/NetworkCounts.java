package dev.chokepoint.programs.chat.net;

/**
 * What a server has told and heard.
 *
 * @param eventsTold lines that say what happened, one for each link or backplane
 * @param messagesTold lines that carry what people say, one for each link or backplane
 * @param heard lines of all kinds that came
 * @param dropped lines that came and named a user, channel or server that is not known, or not reached that way
 * @param splits how often servers were lost, by a link, a backplane or silence
 * @param usersLost how many users went with them
 * @param messagesLost what people said and could not be handed to the backplane
 */
public record NetworkCounts(
        long eventsTold, long messagesTold, long heard, long dropped, long splits, long usersLost, long messagesLost) {

    /** Counts on the lane. */
    static final class Counter {
        long events;
        long messages;
        long heard;
        long dropped;
        long splits;
        long usersLost;
        long messagesLost;

        NetworkCounts counts() {
            return new NetworkCounts(events, messages, heard, dropped, splits, usersLost, messagesLost);
        }
    }
}
