package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.ask.AskServerConfig;
import dev.chokepoint.programs.load.ServiceTime;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code chokepoint serve ask}: HTTP/1.1. */
@Command(
        name = "ask",
        header = "Answers HTTP/1.1 requests: a fixed work, a fixed response.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: @|bold chokepoint serve ask --listen 127.0.0.1:8080 --work 2ms --response 10kB|@",
            "Then:    @|bold curl -i http://127.0.0.1:8080/|@"
        })
final class ServeAskCommand implements Callable<Integer> {
    @Mixin
    private ListenOptions listen;

    @Option(
            names = "--work",
            paramLabel = "TIME",
            defaultValue = "0ms",
            converter = TimeConverter.class,
            description = "CPU time that each request costs (default: ${DEFAULT-VALUE})")
    private long workNanos;

    @Option(
            names = "--response",
            paramLabel = "SIZE",
            defaultValue = "1kB",
            converter = SizeConverter.class,
            description = "length of a whole response, head included (default: ${DEFAULT-VALUE})")
    private long responseBytes;

    @Override
    public Integer call() {
        AskServerConfig config = config();
        return Serving.serve(
                listen.place(),
                "ask",
                announce -> new AskServer(config, announce),
                at -> at instanceof Address.Inet
                        ? "Try: curl -i http://" + at + "/"
                        : "Try: curl -i --unix-socket " + at.toString().substring("unix:".length()) + " http://ask/");
    }

    private AskServerConfig config() {
        try {
            return new AskServerConfig(
                    listen.address(), StreamOptions.DEFAULT, responseBytes, new ServiceTime.Constant(workNanos));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
