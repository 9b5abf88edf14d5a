package dev.chokepoint.programs.direct;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;

/**
 * What a {@link Directory} does.
 *
 * @param listen where; port 0 picks a free port
 * @param stream the limits of each connection; a person who doesn't read is dropped past {@code sendLimitBytes}
 * @param peopleMost how many people it knows at once; more are refused
 * @param roomsMost in how many rooms one person may be
 */
public record DirectoryConfig(Address listen, StreamOptions stream, int peopleMost, int roomsMost) {
    /** As many people as it usually knows at most. */
    public static final int PEOPLE_MOST = 1_000_000;

    /** In as many rooms one person usually may be. */
    public static final int ROOMS_MOST = 64;

    /** Checks the numbers. */
    public DirectoryConfig {
        if (peopleMost < 1 || roomsMost < 1) {
            throw new IllegalArgumentException("a directory of at most " + peopleMost + " people in at most "
                    + roomsMost + " rooms each: must be at least 1 of both");
        }
    }

    /**
     * A directory of at most {@value #PEOPLE_MOST} people, in {@value #ROOMS_MOST} rooms each.
     *
     * @param listen where
     * @return the configuration
     */
    public static DirectoryConfig of(Address listen) {
        return new DirectoryConfig(listen, StreamOptions.DEFAULT, PEOPLE_MOST, ROOMS_MOST);
    }
}
