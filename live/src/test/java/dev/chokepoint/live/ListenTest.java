package dev.chokepoint.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.ListenException.Reason;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Observer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ListenTest {
    private static final Address LOCAL = Address.inet("127.0.0.1", 0);

    @TempDir
    Path folder;

    private static LiveWorld world(Transport transport, Address address) {
        LiveWorld world = new LiveWorld(1, transport, Observer.NONE);
        world.add(new HostSpec("server", List.of(address), 1, 1));
        return world;
    }

    private static Program listen(Address at) {
        return host -> host.listen(at, StreamOptions.DEFAULT, _ -> new Script(new Notes()));
    }

    private static void refuses(LiveWorld world, Address at, Reason reason, String words) {
        assertThatThrownBy(() -> world.start("server", () -> listen(at)))
                .isInstanceOfSatisfying(
                        ListenException.class, e -> assertThat(e.reason()).isEqualTo(reason))
                .hasMessageContaining(words);
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldSayWhoMayHaveThePortWhenItIsInUse(Transport transport) throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                LiveWorld world = world(transport, LOCAL)) {
            refuses(world, Address.inet("127.0.0.1", other.getLocalPort()), Reason.IN_USE, "ss -ltnp sport = :");
        }
    }

    @Test
    void shouldRefuseAnAddressOfAnotherHost() {
        try (LiveWorld world = world(Transport.best(), LOCAL)) {
            refuses(world, Address.inet("127.0.0.2", 0), Reason.NOT_LOCAL, "127.0.0.1");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldRefuseAnAddressOfAnotherMachine(Transport transport) {
        Address elsewhere = Address.inet("192.0.2.1", 0);
        try (LiveWorld world = world(transport, elsewhere)) {
            refuses(world, elsewhere, Reason.NOT_LOCAL, "ip address");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldReplaceASocketFileThatNobodyListensOn(Transport transport) throws Exception {
        Path path = folder.resolve("stale.sock");
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(path))
                .close(); // which leaves the file
        assertThat(path).exists();

        Notes client = new Notes();
        Address at = new Address.UnixPath(path.toString());
        try (LiveWorld world = world(transport, at)) {
            world.add(new HostSpec("client", List.of(LOCAL), 1, 1));
            world.start(
                    "server",
                    () -> host -> host.listen(
                            at, StreamOptions.DEFAULT, _ -> new Script(new Notes()).onText(ListenTest::say)));
            world.start(
                    "client",
                    () -> host -> host.connect(
                            LOCAL,
                            at,
                            StreamOptions.DEFAULT,
                            0,
                            new Script(client).onOpen(c -> say(c, "hi")).onText((c, _) -> c.close())));

            assertThat(client.untilClosed()).containsExactly("open", "'hi", "LocalClosed");
        }
        assertThat(path).doesNotExist();
    }

    private static void say(Connection connection, String text) {
        connection.send(Payload.of(text));
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldLeaveALivingListenersSocketFileAlone(Transport transport) throws IOException {
        Path path = folder.resolve("alive.sock");
        try (ServerSocketChannel other = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
                LiveWorld world = world(transport, new Address.UnixPath(path.toString()))) {
            other.bind(UnixDomainSocketAddress.of(path));
            refuses(world, new Address.UnixPath(path.toString()), Reason.IN_USE, "ss -lxp");
        }
        assertThat(path).exists();
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldLeaveAnOrdinaryFileAlone(Transport transport) throws IOException {
        Path path = Files.writeString(folder.resolve("precious"), "text");
        try (LiveWorld world = world(transport, new Address.UnixPath(path.toString()))) {
            refuses(world, new Address.UnixPath(path.toString()), Reason.IN_USE, "choose another path");
        }
        assertThat(path).hasContent("text");
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldRefuseAPathThatIsTooLong(Transport transport) {
        Address at = new Address.UnixPath(folder.resolve("x".repeat(150)).toString());
        try (LiveWorld world = world(transport, at)) {
            refuses(world, at, Reason.UNSUPPORTED, "at most 107 bytes");
        }
    }

    @ParameterizedTest
    @MethodSource("dev.chokepoint.live.Transports#available")
    void shouldTalkOverIpv6(Transport transport) throws Exception {
        assumeFalse(isMissingIpv6(), "this machine has no IPv6");
        Address six = Address.inet("::1", 0);
        Notes client = new Notes();
        AtomicReference<Address> at = new AtomicReference<>();
        AtomicReference<Address> seen = new AtomicReference<>();
        try (LiveWorld world = world(transport, six)) {
            world.add(new HostSpec("client", List.of(six), 1, 1));
            world.start(
                    "server",
                    () -> host -> at.set(host.listen(six, StreamOptions.DEFAULT, c -> {
                                seen.set(c.remote());
                                return new Script(new Notes()).onText(ListenTest::say);
                            })
                            .local()));
            world.start(
                    "client",
                    () -> host -> host.connect(
                            six,
                            at.get(),
                            StreamOptions.DEFAULT,
                            0,
                            new Script(client).onOpen(c -> say(c, "six")).onText((c, _) -> c.close())));

            assertThat(client.untilClosed()).containsExactly("open", "'six", "LocalClosed");
        }
        assertThat(at.get().family()).isEqualTo(Address.Family.IPV6);
        assertThat(seen.get().family()).isEqualTo(Address.Family.IPV6);
    }

    private static boolean isMissingIpv6() {
        try (ServerSocket probe = new ServerSocket(0, 1, InetAddress.ofLiteral("::1"))) {
            return !probe.isBound();
        } catch (IOException e) {
            return true;
        }
    }
}
