package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.ResourceUse;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptorTest {
    private static final int DESCRIPTORS = 150;
    private static final int CONNECTS = 400;

    @Test
    void shouldSayHowManyAreNeededAllowedAndHowToGetMore() {
        assumeTrue(Descriptors.limit() < Long.MAX_VALUE, "this system has no limit");

        assertThatThrownBy(() -> Descriptors.require(Descriptors.limit()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("may open " + Descriptors.limit())
                .hasMessageContaining("ulimit -n")
                .hasMessageContaining("LimitNOFILE");
        assertThatCode(() -> Descriptors.require(1)).doesNotThrowAnyException();
    }

    /** In a process of its own, with few descriptors: both ends run out, nothing hangs or spins, and the rest works. */
    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldSurviveRunningOut(Transport transport) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell to lower the limit");
        Process process = new ProcessBuilder(
                        "/bin/sh",
                        "-c",
                        "ulimit -n " + DESCRIPTORS + " && exec \"$@\"",
                        "sh",
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Starving.class.getName(),
                        transport.name())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
        assertThat(output).contains("after some closed: open=true").contains("file descriptors");
    }

    /** Opens more than fits, then closes some and opens one more. */
    static final class Starving {
        private final Map<Long, Connection> open = new ConcurrentHashMap<>();
        private final Map<Long, CloseReason> failed = new ConcurrentHashMap<>();

        public static void main(String[] args) {
            new Starving().run(Transport.valueOf(args[0]));
            System.exit(0);
        }

        private void run(Transport transport) {
            Address local = Address.inet("127.0.0.1", 0);
            try (LiveWorld world = new LiveWorld(1, transport, Observer.NONE)) {
                world.add(new HostSpec("server", List.of(local), 1, 1));
                world.add(new HostSpec("client", List.of(local), 1, 1));
                AtomicReference<Address> at = new AtomicReference<>();
                world.start(
                        "server",
                        () -> host -> at.set(host.listen(local, StreamOptions.DEFAULT, _ -> (_, _) -> {})
                                .local()));
                world.start("client", () -> host -> {
                    for (int i = 0; i < CONNECTS; i++) {
                        host.connect(local, at.get(), StreamOptions.DEFAULT, i, new Quiet());
                    }
                    host.after(1_000_000_000L, () -> open.values().forEach(Connection::close));
                    host.after(2_000_000_000L, () -> {
                        open.clear();
                        host.connect(local, at.get(), StreamOptions.DEFAULT, CONNECTS, new Quiet());
                    });
                });
                world.run(3_000_000_000L);
                for (int i = 0; i < 20 && !open.containsKey((long) CONNECTS); i++) {
                    world.run(500_000_000L);
                }
                System.out.println("after some closed: open=" + open.containsKey((long) CONNECTS));
                Map<String, Integer> reasons = new TreeMap<>();
                failed.values().forEach(reason -> reasons.merge(reason.toString(), 1, Integer::sum));
                System.out.println(reasons);
                world.resources().stream()
                        .filter(use -> use.kind() != ResourceUse.Kind.LANE)
                        .forEach(System.out::println);
            }
        }

        /** Notes the client's outcomes. */
        private final class Quiet implements Session {
            @Override
            public void onOpen(Connection connection) {
                open.put(connection.tag(), connection);
            }

            @Override
            public void onBytes(Connection connection, ByteBuffer bytes) {}

            @Override
            public void onClose(Connection connection, CloseReason reason) {
                failed.put(connection.tag(), reason);
            }
        }
    }
}
