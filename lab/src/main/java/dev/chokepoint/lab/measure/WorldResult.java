package dev.chokepoint.lab.measure;

import dev.chokepoint.lab.diagnose.Diagnosis;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What one world's run of a scenario gave.
 *
 * @param world which world
 * @param load what was asked of it and what it carried
 * @param latency of delivered messages; empty histogram figures are 0 when none was delivered
 * @param phases where the time went, in the order of a message's way; the means sum to {@code latency.meanNanos()}
 * @param resources what each resource did while measured
 * @param diagnosis the chokepoint, with its proof and the next one
 * @param timeline how it went, second by second or finer; of the first replication
 * @param statistics how sure the figures are; empty over real sockets, where one run is made
 * @param generator how the load generator itself did; empty in a simulation
 * @param traceHash identifies every event of a simulation's first replication, 16 hexadecimal digits; empty over real
 *     sockets
 * @param voided why nothing here is to be believed; empty for a valid run
 * @param notes what could not be measured or emulated here, and warnings, in plain sentences
 * @param elapsedNanos how long the run took on this machine's clock
 * @param connection how one TCP connection fared in a simulation's first replication; empty where there was none
 * @param histograms the latencies, for tools that read HdrHistograms
 * @param aftermaths what followed each planned fault; of the first replication
 * @param nodes what passed through each host
 */
public record WorldResult(
        World world,
        LoadFigures load,
        Latency latency,
        List<PhaseShare> phases,
        List<ResourceFigures> resources,
        Diagnosis diagnosis,
        List<TimePoint> timeline,
        Optional<Statistics> statistics,
        Optional<GeneratorFigures> generator,
        Optional<String> traceHash,
        Optional<String> voided,
        List<String> notes,
        long elapsedNanos,
        Optional<ConnectionTrace> connection,
        Histograms histograms,
        List<Aftermath> aftermaths,
        List<NodeBytes> nodes) {
    /**
     * A result without a followed connection, histograms, faults and traffic.
     *
     * @param world as above
     * @param load as above
     * @param latency as above
     * @param phases as above
     * @param resources as above
     * @param diagnosis as above
     * @param timeline as above
     * @param statistics as above
     * @param generator as above
     * @param traceHash as above
     * @param voided as above
     * @param notes as above
     * @param elapsedNanos as above
     */
    public WorldResult(
            World world,
            LoadFigures load,
            Latency latency,
            List<PhaseShare> phases,
            List<ResourceFigures> resources,
            Diagnosis diagnosis,
            List<TimePoint> timeline,
            Optional<Statistics> statistics,
            Optional<GeneratorFigures> generator,
            Optional<String> traceHash,
            Optional<String> voided,
            List<String> notes,
            long elapsedNanos) {
        this(
                world,
                load,
                latency,
                phases,
                resources,
                diagnosis,
                timeline,
                statistics,
                generator,
                traceHash,
                voided,
                notes,
                elapsedNanos,
                Optional.empty(),
                Histograms.NONE,
                List.of(),
                List.of());
    }

    /** Copies the lists. */
    public WorldResult {
        phases = List.copyOf(phases);
        resources = List.copyOf(resources);
        timeline = List.copyOf(timeline);
        notes = List.copyOf(notes);
        aftermaths = List.copyOf(aftermaths);
        nodes = List.copyOf(nodes);
    }

    /**
     * A copy with another diagnosis.
     *
     * @param other the diagnosis
     * @return the copy
     */
    public WorldResult withDiagnosis(Diagnosis other) {
        return with(other, notes, connection, histograms);
    }

    /**
     * A copy with one more note.
     *
     * @param note a plain sentence
     * @return the copy
     */
    public WorldResult withNote(String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return with(diagnosis, more, connection, histograms);
    }

    /**
     * A simulation's result that stands for another one.
     *
     * @param other which world it is
     * @return the copy
     */
    public WorldResult as(World other) {
        return new WorldResult(
                other,
                load,
                latency,
                phases,
                resources,
                diagnosis,
                timeline,
                statistics,
                generator,
                traceHash,
                voided,
                notes,
                elapsedNanos,
                connection,
                histograms,
                aftermaths,
                nodes);
    }

    /**
     * A copy with another followed connection.
     *
     * @param other how it fared
     * @return the copy
     */
    public WorldResult withConnection(Optional<ConnectionTrace> other) {
        return with(diagnosis, notes, other, histograms);
    }

    /**
     * A copy with other histograms.
     *
     * @param other the latencies
     * @return the copy
     */
    public WorldResult withHistograms(Histograms other) {
        return with(diagnosis, notes, connection, other);
    }

    /**
     * A copy with other aftermaths.
     *
     * @param other what followed each planned fault
     * @return the copy
     */
    public WorldResult withAftermaths(List<Aftermath> other) {
        return with(diagnosis, notes, connection, histograms, other, nodes);
    }

    /**
     * A copy with other traffic.
     *
     * @param other what passed through each host
     * @return the copy
     */
    public WorldResult withNodes(List<NodeBytes> other) {
        return with(diagnosis, notes, connection, histograms, aftermaths, other);
    }

    private WorldResult with(
            Diagnosis diagnosed, List<String> said, Optional<ConnectionTrace> followed, Histograms latencies) {
        return with(diagnosed, said, followed, latencies, aftermaths, nodes);
    }

    private WorldResult with(
            Diagnosis diagnosed,
            List<String> said,
            Optional<ConnectionTrace> followed,
            Histograms latencies,
            List<Aftermath> followingFaults,
            List<NodeBytes> traffic) {
        return new WorldResult(
                world,
                load,
                latency,
                phases,
                resources,
                diagnosed,
                timeline,
                statistics,
                generator,
                traceHash,
                voided,
                said,
                elapsedNanos,
                followed,
                latencies,
                followingFaults,
                traffic);
    }

    /** Where a scenario can run. */
    public enum World {
        /** Virtual time: the scenario as written. */
        SIMULATION,
        /** Virtual time: the live run as this machine makes it, with its cores shared, ideal streams and measured costs. */
        TWIN,
        /** Real sockets. */
        LIVE
    }
}
