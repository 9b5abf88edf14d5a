package dev.chokepoint.lab.models;

import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.NodeBytes;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult.Verdict;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.topology.Drawing;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one model did at one number of clients.
 *
 * @param scenario as it was run
 * @param drawing its hosts and links
 * @param result all replications together; over real sockets the last run
 * @param runs each run, those of equal number in all models with equal seeds
 * @param estimates carried load, mean latency, p50, p99 and p99.9
 * @param capacity how much it carries; empty when nothing was delivered, or no load met the objectives
 * @param deaths what it costs when a node dies, the worst first; empty where that was not tried
 * @param cost what must run besides the clients
 * @param fanOut how many deliveries a message makes, as the scenario has it
 * @param verdicts one for each objective
 */
public record ModelFigures(
        Scenario scenario,
        Drawing drawing,
        WorldResult result,
        List<WorldResult> runs,
        List<Estimate> estimates,
        Optional<CapacityFigure> capacity,
        List<Death> deaths,
        Cost cost,
        double fanOut,
        List<Verdict> verdicts) {
    /** Copies the lists. */
    public ModelFigures {
        runs = List.copyOf(runs);
        estimates = List.copyOf(estimates);
        deaths = List.copyOf(deaths);
        verdicts = List.copyOf(verdicts);
    }

    /**
     * One of its figures.
     *
     * @param figure carried, mean, p50, p99 or p99.9
     * @return with its interval
     */
    public Estimate of(Figure figure) {
        return estimates.stream()
                .filter(estimate -> estimate.figure() == figure)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The host through which most bytes pass; of clients the average one.
     *
     * @return empty when nothing was delivered
     */
    public Optional<NodeBytes> busiest() {
        return result.nodes().stream().max(Comparator.comparingDouble(NodeBytes::bytesPerMessage));
    }

    /**
     * The node whose death costs most.
     *
     * @return empty where that was not tried
     */
    public Optional<Death> worst() {
        return deaths.stream().findFirst();
    }

    /**
     * Whether it met every objective.
     *
     * @return true where there is none
     */
    public boolean met() {
        return verdicts.stream().allMatch(Verdict::met);
    }
}
