package dev.chokepoint.cli;

import dev.chokepoint.lab.measure.WorldResult.World;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chokepoint run}: both worlds. */
@Command(
        name = "run",
        header = "Runs a scenario in the simulator and over real sockets, and names its chokepoint.",
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

    @Override
    public Integer call() {
        return new ScenarioRun(options, forms, EnumSet.allOf(World.class), replications.plan(), capture.pcap()).run();
    }
}
