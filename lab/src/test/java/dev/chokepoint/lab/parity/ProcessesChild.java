package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Address;
import java.util.concurrent.atomic.AtomicReference;

/** One side of {@link ProcessesTest} in a process of its own. */
final class ProcessesChild {
    private ProcessesChild() {}

    public static void main(String[] arguments) {
        Setting setting =
                new Setting(WorldKind.valueOf(arguments[1]), Setting.Way.DIRECT, Breakage.valueOf(arguments[2]));
        int connections = Integer.parseInt(arguments[3]);
        try (Stage stage = new Stage(setting)) {
            if (arguments[0].equals("server")) {
                serve(stage, connections);
            } else {
                crowd(stage, connections, Address.parse(arguments[4]));
            }
        }
    }

    private static void serve(Stage stage, int connections) {
        stage.host("server", ParitySuite.SERVER_IP);
        Crowd.Echo echo = new Crowd.Echo();
        AtomicReference<Address> address = new AtomicReference<>();
        stage.start(
                "server",
                () -> host -> address.set(host.listen(ParitySuite.SERVER_IP, ParitySuite.OPTIONS, _ -> echo)
                        .local()));
        System.out.println(address.get());
        stage.awaitFor(20_000_000_000L, "all connections to end", () -> echo.closed() == connections);
        System.out.println("carried " + echo.mostAtOnce());
    }

    private static void crowd(Stage stage, int connections, Address to) {
        stage.host("client", ParitySuite.CLIENT_IP);
        Crowd crowd = new Crowd(ParitySuite.CLIENT_IP, to, connections);
        stage.start("client", () -> crowd);
        stage.await("all answers", () -> crowd.finished() == connections);
        System.out.println("finished " + crowd.finished() + " " + crowd.failures());
    }
}
