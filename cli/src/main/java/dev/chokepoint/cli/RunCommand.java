package dev.chokepoint.cli;

import dev.chokepoint.lab.measure.WorldResult.World;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chokepoint run}: both worlds. */
@Command(
        name = "run",
        header = "Runs a scenario in the simulator and over real sockets beside its twin, and names its chokepoint.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: @|bold chokepoint run examples/ask.yaml|@"})
final class RunCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options;

    @Mixin
    private FormOptions forms;

    @Mixin
    private ReplicationOptions replications;

    @Mixin
    private CaptureOptions capture;

    @Option(names = "--no-twin", description = "no twin of the live run, and so no calibration of this machine")
    private boolean withoutTwin;

    @Override
    public Integer call() {
        Set<World> worlds = withoutTwin ? EnumSet.of(World.SIMULATION, World.LIVE) : EnumSet.allOf(World.class);
        return new ScenarioRun(options, forms, worlds, replications.plan(), capture.pcap()).run();
    }
}
