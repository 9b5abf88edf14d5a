package dev.chokepoint.lab.run;

import dev.chokepoint.lab.measure.Footprint;
import dev.chokepoint.lab.measure.LoadProgress;
import dev.chokepoint.lab.measure.LoadRecord;
import dev.chokepoint.lab.measure.ResourceMeter.Snapshot;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.live.LaneUnits;
import java.io.Serializable;
import java.util.List;

/**
 * What a live run and its worker processes say to each other, as Java-serialized records over the worker's standard input
 * and output. Both ends are always the same build.
 */
final class WorkerTalk {
    private WorkerTalk() {}

    /** Which part of a run a worker plays. */
    enum Role {
        SERVER,
        CLIENTS
    }

    /** From the run to a worker. */
    sealed interface Order extends Serializable {}

    /**
     * The first order: what to be.
     *
     * @param scenarioFile its name, for messages
     * @param scenarioText its text
     * @param variation what is run otherwise
     */
    record Assignment(
            Role role,
            String scenarioFile,
            String scenarioText,
            Variation variation,
            String transport,
            int salt,
            String folder)
            implements Order {}

    /**
     * The second: the load's times on the machine's monotonic clock.
     *
     * @param entrances where clients connect
     */
    record Go(List<String> entrances, long loadStartNanos) implements Order {
        Go {
            entrances = List.copyOf(entrances);
        }
    }

    /** The last: finish now and report. */
    record Finish() implements Order {}

    /** From a worker to the run. */
    sealed interface Word extends Serializable {}

    /** The process runs and has read its assignment. */
    record Ready() implements Word {}

    /**
     * The servers listen.
     *
     * @param at where clients connect
     */
    record Listening(List<String> at) implements Word {
        Listening {
            at = List.copyOf(at);
        }
    }

    /**
     * Its resources at one moment.
     *
     * @param units what its lanes have done so far
     */
    record Sample(Snapshot snapshot, List<LaneUnits> units) implements Word {}

    /** How the load got on; from the clients, at the end of each interval, behind its {@link Sample}. */
    record Counted(LoadProgress load) implements Word {}

    /** The clients have no message under way any more, or waited long enough. */
    record Drained() implements Word {}

    /**
     * The last word.
     *
     * @param notesFile the noted stages
     * @param lag the send lag in the measured window
     * @param footprint what the process took of the machine, CPU time in the measured window
     * @param waitedNanos how long its threads waited for a core meanwhile
     * @param lateNanosP99 how late the emulated links released bytes; 0 when nothing was emulated
     */
    record Done(
            LoadRecord load,
            String notesFile,
            long droppedNotes,
            Lag lag,
            Footprint footprint,
            long waitedNanos,
            long lateNanosP99,
            long processId)
            implements Word {
        /** CPU time of the process in the measured window. */
        long cpuNanos() {
            return footprint.cpuNanos();
        }
    }

    /** Send lag: median and 99th percentile. */
    record Lag(long p50Nanos, long p99Nanos) implements Serializable {}

    /**
     * It can't go on.
     *
     * @param message for people
     */
    record Broken(String message) implements Word {}
}
