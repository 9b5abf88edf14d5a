package dev.chokepoint.cli;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.ReplicationPlan;
import java.util.EnumSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chokepoint live}: real sockets only. */
@Command(
        name = "live",
        header = "Runs a scenario over real sockets on this machine's loopback only.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: @|bold chokepoint live examples/ask.yaml --json=ask.json|@"})
final class LiveCommand implements Callable<Integer> {
    @Mixin
    private RunOptions options;

    @Mixin
    private FormOptions forms;

    @Override
    public Integer call() {
        return new ScenarioRun(options, forms, EnumSet.of(World.LIVE), new ReplicationPlan.Automatic()).run();
    }
}
