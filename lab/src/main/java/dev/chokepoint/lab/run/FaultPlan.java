package dev.chokepoint.lab.run;

import dev.chokepoint.host.world.Crash;
import dev.chokepoint.host.world.Fault;
import dev.chokepoint.host.world.Rule;
import dev.chokepoint.host.world.Verdict;
import dev.chokepoint.host.world.World;
import dev.chokepoint.lab.scenario.PlannedFault;
import dev.chokepoint.lab.scenario.PlannedFault.CrashProcess;
import dev.chokepoint.lab.scenario.PlannedFault.Partition;
import dev.chokepoint.lab.scenario.PlannedFault.PowerOff;
import dev.chokepoint.lab.scenario.PlannedFault.Restart;
import dev.chokepoint.lab.scenario.PlannedFault.Slow;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What breaks in a run, as far as one process of it has to do with it: what happens to its own hosts, what its hosts are told of
 * others, and what the network does to what they send. Used by the thread that runs the world.
 */
final class FaultPlan {
    /** Something to do at a time; those of one time in the order in which they were planned. */
    private record Moment(long atNanos, int number, Consumer<World> step) {}

    private final List<ClientGroup> groups;
    private final Deployment deployment;
    private final PriorityQueue<Moment> moments =
            new PriorityQueue<>(Comparator.comparingLong(Moment::atNanos).thenComparingInt(Moment::number));
    private int planned;

    /**
     * The plan of a scenario.
     *
     * @param deployment which hosts run in this process
     * @param loadStartNanos when the load begins, from which faults count
     */
    FaultPlan(Scenario scenario, Deployment deployment, long loadStartNanos) {
        this.groups = scenario.clients();
        this.deployment = deployment;
        for (PlannedFault fault : scenario.faults()) {
            at(loadStartNanos + fault.atNanos(), world -> apply(fault, world));
        }
    }

    /** What is planned, for the reader of a result. */
    static List<String> notes(Scenario scenario) {
        return scenario.faults().stream()
                .map(fault -> String.format(
                        Locale.ROOT, "fault %s, counted from the start of the load's warm-up", fault.text()))
                .toList();
    }

    private void at(long nanos, Consumer<World> step) {
        moments.add(new Moment(nanos, planned++, step));
    }

    /** When the next thing happens; {@link Long#MAX_VALUE} for never. */
    long nextNanos() {
        return moments.isEmpty() ? Long.MAX_VALUE : moments.peek().atNanos();
    }

    /** Does what is due. */
    void applyDue(World world) {
        while (nextNanos() <= world.nanoTime()) {
            moments.remove().step().accept(world);
        }
    }

    private void apply(PlannedFault fault, World world) {
        switch (fault.action()) {
            case CrashProcess crash when isOneOfAGroup(crash.host()) -> {} // its group's program sees to that
            case CrashProcess crash -> world.crash(crash.host(), Crash.PROCESS);
            case PowerOff off -> world.crash(off.host(), Crash.HOST);
            case Restart restart -> restart(restart.host(), world);
            case Partition partition ->
                install(Rule.partition(partition.some(), partition.others()), partition.lastsNanos(), world);
            case Slow slow -> install(slow(slow), slow.lastsNanos(), world);
        }
    }

    private boolean isOneOfAGroup(String host) {
        return groups.stream().anyMatch(group -> PlannedFault.numberIn(group, host) > 0);
    }

    private static Rule slow(Slow slow) {
        Verdict delay = new Verdict.Delay(slow.nanos());
        return passage -> passage.from().equals(slow.from()) && passage.to().equals(slow.to()) ? delay : Verdict.PASS;
    }

    private void restart(String host, World world) {
        if (deployment.has(host)) {
            deployment.restart(world, host);
        } else {
            world.revived(host);
        }
    }

    private void install(Rule rule, long lastsNanos, World world) {
        Fault fault = world.install(rule);
        if (lastsNanos < Long.MAX_VALUE - world.nanoTime()) {
            at(world.nanoTime() + lastsNanos, _ -> fault.close());
        }
    }
}
