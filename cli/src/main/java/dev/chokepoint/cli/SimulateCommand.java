package dev.chokepoint.cli;

import dev.chokepoint.lab.measure.WorldResult.World;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chokepoint simulate}: virtual time only. */
@Command(
        name = "simulate",
        header = "Runs a scenario in the simulator only: the same seed gives the same result on every machine.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: @|bold chokepoint simulate examples/bottleneck-cpu.yaml --seed 7|@"})
final class SimulateCommand implements Callable<Integer> {
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
        return new ScenarioRun(options, forms, EnumSet.of(World.SIMULATION), replications.plan(), capture.pcap()).run();
    }
}
