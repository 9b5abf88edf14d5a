package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import dev.chokepoint.programs.ask.AskClient;
import dev.chokepoint.programs.ask.AskClientConfig;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code chokepoint ask}: a client for one's own hands. */
@Command(
        name = "ask",
        header = "Asks an HTTP/1.1 server, one request after another, and says how long each answer took.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: @|bold chokepoint ask 127.0.0.1:8080 --count 5 --interval 200ms|@"})
final class AskCommand implements Callable<Integer> {
    private static final long LOOK_NANOS = 20_000_000;

    @Parameters(
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            description = "whom: 127.0.0.1:8080, [::1]:8080 or unix:/tmp/ask.sock")
    private Address server;

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "5",
            description = "requests (default: ${DEFAULT-VALUE})")
    private int count;

    @Option(
            names = "--interval",
            paramLabel = "TIME",
            defaultValue = "0ms",
            converter = TimeConverter.class,
            description = "from one request to the next; 0ms asks again at once (default: ${DEFAULT-VALUE})")
    private long intervalNanos;

    @Option(
            names = "--i-am-authorised",
            description = "I may send requests to this address; needed outside loopback and private networks, where at"
                    + " most 10 requests a second are sent")
    private boolean authorised;

    @Option(
            names = {"-q", "--quiet"},
            description = "only the summary")
    private boolean quiet;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        AskClientConfig config = config();
        AskPrinter printer = new AskPrinter(spec.commandLine().getOut(), quiet);
        try (Interrupt interrupt = Interrupt.install();
                LiveWorld world = new LiveWorld(1, Transport.best(), Observer.NONE)) {
            world.add(new HostSpec("ask", List.of(Reach.localFor(server)), HostSpec.UNLIMITED, 1));
            world.start("ask", () -> new AskClient(config, printer));
            while (!interrupt.asked() && !printer.finished()) {
                world.run(LOOK_NANOS);
            }
        }
        printer.summary();
        return printer.failures() == 0 ? Exit.DONE : Exit.FAILED;
    }

    private AskClientConfig config() {
        try {
            return AskClientConfig.of(server, count).withInterval(Reach.interval(server, intervalNanos, authorised));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
