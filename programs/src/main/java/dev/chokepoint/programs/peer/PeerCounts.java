package dev.chokepoint.programs.peer;

import java.io.Serializable;

/**
 * What the people of a host have done so far.
 *
 * @param said messages that somebody said
 * @param sent lines with a message that were sent to a peer, said or passed on
 * @param received messages that came to somebody for the first time
 * @param duplicates messages that came to somebody again
 * @param refused lines that were not sent because the connection was full
 * @param linked connections that opened, each counted at both of its ends
 * @param lost open connections that ended, each counted at both of its ends
 * @param hops the sum of the hops that messages took until they came to somebody for the first time
 */
public record PeerCounts(
        long said, long sent, long received, long duplicates, long refused, long linked, long lost, long hops)
        implements Serializable {
    /**
     * How often a message was sent for each time that it was new to somebody: 1 where nothing is sent twice.
     *
     * @return 0 when nothing was received
     */
    public double sentPerDelivery() {
        return received == 0 ? 0 : (double) sent / received;
    }

    /**
     * How many connections a message passed on its way to somebody.
     *
     * @return the mean; 0 when nothing was received
     */
    public double meanHops() {
        return received == 0 ? 0 : (double) hops / received;
    }

    /**
     * Which part of those who should have got a message did.
     *
     * @param others how many people a message is for
     * @return 0 to 1; 1 when nothing was said
     */
    public double coverage(int others) {
        return said == 0 ? 1 : (double) received / ((double) said * others);
    }
}
