package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.echo.EchoServer;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code chokepoint serve echo}: RFC 862. */
@Command(
        name = "echo",
        header = "Sends back whatever it receives (RFC 862).",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: @|bold chokepoint serve echo --listen 127.0.0.1:7007|@",
            "Then:    @|bold nc 127.0.0.1 7007|@"
        })
final class ServeEchoCommand implements Callable<Integer> {
    @Mixin
    private ListenOptions listen;

    @Override
    public Integer call() {
        return Serving.serve(
                listen.place(),
                "echo",
                announce -> new EchoServer(listen.address(), StreamOptions.DEFAULT, announce),
                at -> at instanceof Address.Inet inet
                        ? "Try: nc " + inet.ip().getHostAddress() + " " + inet.port()
                        : "Try: nc -U " + at.toString().substring("unix:".length()));
    }
}
