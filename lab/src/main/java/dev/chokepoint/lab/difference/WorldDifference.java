package dev.chokepoint.lab.difference;

import dev.chokepoint.host.world.Phase;
import dev.chokepoint.lab.difference.FigureChange.Verdict;
import dev.chokepoint.lab.measure.WorldResult.World;
import java.util.List;
import java.util.Optional;

/**
 * What changed in one world.
 *
 * @param world which
 * @param figures load, errors, latency and capacity; empty when a side can't be believed
 * @param chokepointBefore the resource that bounded capacity; empty when there was none
 * @param chokepointAfter the one that does now
 * @param phases where the change of the mean latency came from, the largest first
 * @param objectives those that both sides judged, and whether they hold
 * @param unjudged why nothing here was judged; empty when it was
 */
public record WorldDifference(
        World world,
        List<FigureChange> figures,
        Optional<String> chokepointBefore,
        Optional<String> chokepointAfter,
        List<PhaseChange> phases,
        List<ObjectiveChange> objectives,
        Optional<String> unjudged) {
    /** Copies the lists. */
    public WorldDifference {
        figures = List.copyOf(figures);
        phases = List.copyOf(phases);
        objectives = List.copyOf(objectives);
    }

    /**
     * The time that the mean message spent in one phase.
     *
     * @param phase what happened
     * @param place where
     * @param beforeNanos mean over all messages
     * @param afterNanos mean over all messages
     */
    public record PhaseChange(Phase phase, String place, double beforeNanos, double afterNanos) {}

    /**
     * An objective.
     *
     * @param objective as the user wrote it
     * @param before whether it held; empty where it was not asked for
     * @param after whether it holds; empty where it is not asked for any more
     */
    public record ObjectiveChange(String objective, Optional<Boolean> before, Optional<Boolean> after) {
        /**
         * Whether it is missed now and was not before.
         *
         * @return false for one that was missed already
         */
        public boolean newlyMissed() {
            return !after.orElse(true) && before.orElse(true);
        }
    }

    /**
     * Whether another resource bounds capacity now.
     *
     * @return false when either is not known
     */
    public boolean moved() {
        return chokepointBefore.isPresent() && chokepointAfter.isPresent() && !chokepointBefore.equals(chokepointAfter);
    }

    /**
     * Whether it got worse: a figure beyond the noise, or an objective that is newly missed.
     *
     * @return true on a regression
     */
    public boolean regressed() {
        return figures.stream().anyMatch(figure -> figure.verdict() == Verdict.WORSE)
                || objectives.stream().anyMatch(ObjectiveChange::newlyMissed);
    }
}
