package dev.chokepoint.lab.measure;

import dev.chokepoint.host.world.Phase;
import java.util.ArrayList;
import java.util.List;

/** The phases at places that a run has, numbered from 0 in the order they were first asked for. Not thread-safe. */
public final class Stages {
    private final List<Stage> stages = new ArrayList<>();

    /** No stages yet. */
    public Stages() {}

    /**
     * A phase at a place.
     *
     * @param phase what happens
     * @param place where
     */
    public record Stage(Phase phase, String place) {}

    /**
     * The number of a stage, new or known.
     *
     * @param phase what happens
     * @param place where
     * @return from 0
     */
    public int number(Phase phase, String place) {
        Stage stage = new Stage(phase, place);
        int known = stages.indexOf(stage);
        if (known >= 0) {
            return known;
        }
        stages.add(stage);
        return stages.size() - 1;
    }

    /**
     * The stage of a number.
     *
     * @param number from {@link #number}
     * @return the stage
     */
    public Stage get(int number) {
        return stages.get(number);
    }

    /**
     * How many stages there are.
     *
     * @return 0 or more
     */
    public int count() {
        return stages.size();
    }

    /**
     * All stages by number.
     *
     * @return a copy
     */
    public List<Stage> list() {
        return List.copyOf(stages);
    }
}
