package dev.chokepoint.lab.capacity;

import dev.chokepoint.lab.diagnose.Bounds;
import dev.chokepoint.lab.diagnose.Diagnosis.AnalyticBound;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.programs.load.Workload;
import java.util.Locale;

/**
 * What "load" means for a scenario: the rate of open loops, the clients of closed ones, or where a scenario has both (or a
 * load that changes by design) so many times its own.
 *
 * @param unit the load's unit
 * @param scenario at its own load
 */
public record LoadAxis(Unit unit, Scenario scenario) {
    /** What loads are counted in. */
    public enum Unit {
        /** Messages offered per second. */
        PER_SECOND,
        /** Clients, each of which waits for its answer. */
        CLIENTS,
        /** Times the scenario's own load. */
        TIMES
    }

    /**
     * The axis that fits a scenario.
     *
     * @param scenario at its own load
     * @return by rate, by clients, or by both
     */
    public static LoadAxis of(Scenario scenario) {
        if (scenario.clients().stream().allMatch(group -> group.load() instanceof Workload.Closed)) {
            return new LoadAxis(Unit.CLIENTS, scenario);
        }
        boolean rates = scenario.clients().stream().allMatch(LoadAxis::hasOneRate);
        return new LoadAxis(rates ? Unit.PER_SECOND : Unit.TIMES, scenario);
    }

    private static boolean hasOneRate(ClientGroup group) {
        return group.load() instanceof Workload.Poisson || group.load() instanceof Workload.Constant;
    }

    /** Whether more load means more clients, so that what the clients themselves could carry bounds nothing. */
    boolean scalesClients() {
        return unit != Unit.PER_SECOND;
    }

    /** The load that so many times the scenario's is. Two factors with one load are one scenario. */
    double load(double factor) {
        return switch (unit) {
            case PER_SECOND -> factor * Bounds.offeredPerSecond(scenario);
            case CLIENTS ->
                Variation.NONE.withLoad(factor).of(scenario).clients().stream()
                        .mapToLong(ClientGroup::count)
                        .sum();
            case TIMES -> factor;
        };
    }

    /**
     * What theory lets through at a load: no more than is offered, and no more than the resource carries; what belongs to
     * clients grows with them.
     *
     * @param bound of a resource, at the scenario's own load
     * @param factor so many times that load
     * @return messages per second
     */
    public double atMost(AnalyticBound bound, double factor) {
        boolean ofClients =
                bound.resource().endsWith(" in flight") || bound.resource().endsWith(" window");
        return switch (unit) {
            case PER_SECOND -> Math.min(bound.capacityPerSecond(), load(factor));
            case CLIENTS, TIMES -> ofClients ? factor * bound.capacityPerSecond() : bound.capacityPerSecond();
        };
    }

    /**
     * A load as people read it.
     *
     * @param load in the axis' unit
     * @return such as {@code 940/s}, {@code 37 clients} or {@code 2.3 times}
     */
    public String text(double load) {
        return switch (unit) {
            case PER_SECOND -> Quantities.rate(load);
            case CLIENTS -> String.format(Locale.ROOT, load == 1 ? "%,.0f client" : "%,.0f clients", load);
            case TIMES -> String.format(Locale.ROOT, "%.3g times", load);
        };
    }
}
