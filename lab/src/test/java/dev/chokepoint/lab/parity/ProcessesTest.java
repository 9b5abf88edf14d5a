package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** More ends than one process has descriptors for: over real sockets they live in processes of their own. */
class ProcessesTest extends ParitySuite {
    private static final int DESCRIPTORS = 600;
    /** Two ends of each fit in two processes of so few descriptors, not in one. */
    private static final int CONNECTIONS = 450;

    @Test
    void shouldCarryMoreEndsThanAProcessHasDescriptors() throws IOException {
        Assumptions.assumeTrue(setting.way() == Setting.Way.DIRECT, "one way is enough: it starts processes");
        if (setting.kind().isVirtual()) {
            carryInOneWorld();
        } else {
            carryInTwoProcesses();
        }
    }

    private void carryInOneWorld() {
        Crowd.Echo echo = new Crowd.Echo();
        Address address = stage.actor("server").listen(SERVER_IP, OPTIONS, _ -> echo);
        Crowd crowd = new Crowd(CLIENT_IP, address, CONNECTIONS);

        stage.start("client", () -> crowd);

        stage.await("all answers", () -> crowd.finished() == CONNECTIONS);
        assertThat(crowd.failures()).isEmpty();
        assertThat(echo.mostAtOnce()).isEqualTo(CONNECTIONS);
    }

    private void carryInTwoProcesses() throws IOException {
        Process server = child("server", "0");
        Process client = server;
        try (BufferedReader fromServer = server.inputReader()) {
            String address = fromServer.readLine();
            client = child("client", address);
            try (BufferedReader fromClient = client.inputReader()) {
                assertThat(fromClient.readLine()).isEqualTo("finished " + CONNECTIONS + " []");
            }
            assertThat(fromServer.readLine()).isEqualTo("carried " + CONNECTIONS);
        } finally {
            server.destroyForcibly();
            client.destroyForcibly();
        }
    }

    /** The same programs in a small process with few descriptors. */
    private Process child(String role, String address) throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String command = "ulimit -n " + DESCRIPTORS + " && exec \"$0\" \"$@\"";
        return new ProcessBuilder(
                        "sh",
                        "-c",
                        command,
                        java,
                        "-Xmx96m",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "--sun-misc-unsafe-memory-access=allow",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ProcessesChild.class.getName(),
                        role,
                        setting.kind().name(),
                        setting.breakage().name(),
                        String.valueOf(CONNECTIONS),
                        address)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
