package dev.chokepoint.programs.nats;

import java.util.List;

/** Who gets what is published under one subject. */
final class Receivers {
    /** Nobody, found in no tree. */
    static final Receivers UNKNOWN = new Receivers(new Interest[0], List.of(), -1);

    private final Interest[] all;
    private final List<Interest[]> groups;
    private final long version;

    /**
     * What was found.
     *
     * @param all ordinary subscriptions: each gets it
     * @param groups the queue groups' members, none empty: of each group one gets it
     * @param version of the {@link SubjectTree} that it was found in; true as long as that has it
     */
    Receivers(Interest[] all, List<Interest[]> groups, long version) {
        this.all = all;
        this.groups = groups;
        this.version = version;
    }

    Interest[] all() {
        return all;
    }

    List<Interest[]> groups() {
        return groups;
    }

    long version() {
        return version;
    }

    boolean isEmpty() {
        return all.length == 0 && groups.isEmpty();
    }
}
