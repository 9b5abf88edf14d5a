package dev.chokepoint.lab.run;

import dev.chokepoint.lab.diagnose.Diagnosis;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioException;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.topology.AddressPlan;
import dev.chokepoint.lab.topology.Topology;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Runs scenarios. */
public final class Lab {
    private Lab() {}

    /**
     * Runs a scenario in one world or several, names the chokepoints, and verifies the next ones in the simulator.
     *
     * @param scenario what to run
     * @param source where it came from
     * @param worlds where to run it, at least one
     * @param plan how often to simulate it
     * @param watching what to look at closely in the simulation
     * @param progress told how it goes; may stop it early
     * @return the results
     * @throws ScenarioException the scenario has what only the simulator can do, and a live run was asked for
     * @throws RunException a live run could not be made, or broke
     */
    public static RunResult run(
            Scenario scenario,
            ScenarioSource source,
            Set<World> worlds,
            ReplicationPlan plan,
            Watching watching,
            RunProgress progress) {
        if (worlds.contains(World.LIVE)) {
            Emulation.require(scenario, source.text().file());
        }
        Instant startedAt = Instant.now();
        List<WorldResult> results = new ArrayList<>();
        if (worlds.contains(World.SIMULATION)) {
            watching.tell(() -> new RunEvent.WorldStarted(World.SIMULATION));
            WorldResult simulated = Replications.watched(watching, scenario, plan, "simulating", progress);
            results.add(told(watching, Verification.verified(scenario, simulated, progress)));
        }
        Calibrations calibrations = new Calibrations(Optional.empty(), List.of());
        if (worlds.contains(World.TWIN) && !progress.stopped()) {
            calibrations = Calibrations.ready(scenario, progress);
            if (calibrations.found().isPresent() && !progress.stopped()) {
                watching.tell(() -> new RunEvent.WorldStarted(World.TWIN));
                WorldResult twin = Twin.of(scenario, calibrations.found().get(), twinPlan(plan), progress);
                results.add(told(watching, calibrations.noted(twin)));
            }
        }
        if (worlds.contains(World.LIVE) && !progress.stopped()) {
            watching.tell(() -> new RunEvent.WorldStarted(World.LIVE));
            WorldResult live = LiveRun.run(scenario, source, watching, progress);
            WorldResult verified = verifiedLike(results, scenario, live, progress);
            results.add(told(watching, calibrations.found().isPresent() ? verified : calibrations.noted(verified)));
        }
        return new RunResult(
                scenario,
                source.text().file(),
                source.text().text(),
                startedAt,
                Machine.describe(),
                Topology.of(scenario, new AddressPlan.Virtual(scenario.family()))
                        .drawing(),
                results,
                Comparison.differences(results),
                Comparison.verdicts(scenario, results));
    }

    /** The twin's intervals are for one more run: more replications don't narrow them much. */
    private static ReplicationPlan twinPlan(ReplicationPlan plan) {
        return switch (plan) {
            case ReplicationPlan.Automatic _, ReplicationPlan.UntilPrecise _ -> new ReplicationPlan.Automatic();
            case ReplicationPlan.Fixed fixed -> fixed;
        };
    }

    private static WorldResult told(Watching watching, WorldResult result) {
        watching.tell(() -> new RunEvent.WorldFinished(result));
        return result;
    }

    /** Where the simulation already verified the same prediction, it needn't be done again; what it changes is the simulation's. */
    private static WorldResult verifiedLike(
            List<WorldResult> before, Scenario scenario, WorldResult live, RunProgress progress) {
        Optional<Diagnosis> known = before.stream().map(WorldResult::diagnosis).findFirst();
        if (known.isPresent() && samePrediction(known.get(), live.diagnosis())) {
            Optional<Diagnosis.Verification> verification =
                    known.get().next().flatMap(Diagnosis.Next::verified).map(Diagnosis.Verification::withoutChanges);
            return live.withDiagnosis(live.diagnosis().withVerification(verification));
        }
        return Verification.verified(scenario, live, progress);
    }

    private static boolean samePrediction(Diagnosis a, Diagnosis b) {
        return a.chokepoint()
                        .map(Diagnosis.Chokepoint::resource)
                        .equals(b.chokepoint().map(Diagnosis.Chokepoint::resource))
                && a.next()
                        .map(next -> next.chokepoint().resource())
                        .equals(b.next().map(next -> next.chokepoint().resource()));
    }
}
