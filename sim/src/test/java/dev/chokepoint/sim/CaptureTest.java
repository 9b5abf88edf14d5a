package dev.chokepoint.sim;

import static dev.chokepoint.sim.Worlds.MS;
import static dev.chokepoint.sim.Worlds.resource;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.sim.pcap.Tshark;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Datagrams as a capture shows them, against what the simulator says of itself. */
class CaptureTest {
    private static final int PORT = 40_000;
    private static final long UNLIMITED = Long.MAX_VALUE;

    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("world.pcapng");
    }

    /** A client and a server with a router between them: the first link is fast, the second slow and bad. */
    private static SimWorld routed(Inet client, Inet server) {
        SimWorld world = new SimWorld(1, Worlds.START, SimCosts.FREE, new Streams.Ideal(), Observer.NONE);
        world.add(new HostSpec("client", List.of(client), 1, 1));
        world.add(new HostSpec("server", List.of(server), 1, 1));
        world.addRouter("router");
        Link.Direction fast = new Link.Direction(MS, 0, 100_000_000, 1 << 20);
        Packets bad = Packets.DEFAULT.queue(3).impaired(new Impairment(0.05, 0.05, 0.02, 5 * MS));
        Link.Direction slow = new Link.Direction(10 * MS, MS, 10_000_000, 1 << 20, bad);
        world.add(new Link("access", "client", "router", fast, fast));
        world.add(new Link("core", "router", "server", slow, slow));
        return world;
    }

    private static final class Talker implements DatagramHandler {
        private final Host host;
        private final Inet to;
        private int left = 600;

        Talker(Host host, Inet from, Inet to) {
            this.host = host;
            this.to = to;
            Datagrams socket = host.bind(from, DatagramOptions.DEFAULT, 0, this);
            say(socket);
        }

        /** 8 Mbit/s of all sizes. */
        private void say(Datagrams socket) {
            byte[] bytes = new byte[host.random().nextInt(4_000)];
            Arrays.fill(bytes, (byte) ('a' + left % 26)); // that no other protocol recognises as its own
            socket.send(to, ByteBuffer.wrap(bytes));
            if (--left > 0) {
                host.after(2 * MS, () -> say(socket));
            }
        }

        @Override
        public void onDatagram(Datagrams socket, Address from, ByteBuffer datagram) {}
    }

    private static Program echo(Inet at) {
        return host -> host.bind(at, DatagramOptions.DEFAULT, 0, (socket, from, datagram) -> {
            socket.send(from, datagram);
        });
    }

    private static void talk(SimWorld world, Inet client, Inet server) {
        world.start("server", () -> echo(server.withPort(PORT)));
        world.start("client", () -> host -> new Talker(host, client.withPort(PORT), server.withPort(PORT)));
        world.run(5_000 * MS);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, 10.0.0.2", "fd00::1, fd00::2"})
    void everyPacketOfEveryLinkIsThereAndDropsAreComments(String from, String to) throws IOException {
        Inet client = Address.inet(from, 0);
        Inet server = Address.inet(to, 0);
        SimWorld world = routed(client, server);
        Capture capture = world.capture(Files.newOutputStream(file), UNLIMITED, "a test");
        talk(world, client, server);
        capture.close();
        Tshark tshark = new Tshark(file);

        assertThat(capture.failure()).isEmpty();
        assertThat(capture.links()).isEqualTo(2);
        assertThat(capture.bytes()).isEqualTo(Files.size(file));
        assertThat(tshark.faults()).isEmpty();
        assertThat(tshark.count("frame")).isEqualTo((int) capture.packets());
        String core = "core router->server";
        assertThat(tshark.count("frame.comment contains \"dropped: queue of link " + core + " full\""))
                .isEqualTo((int) resource(world, core).refused())
                .isPositive();
        assertThat(tshark.count("frame.comment contains \"lost on link " + core + "\""))
                .isEqualTo((int) resource(world, core).lost())
                .isPositive();
        assertThat(tshark.count("frame.comment contains \"doubled on link core server->router\""))
                .isEqualTo(tshark.count("frame.comment contains \"duplicate\" && frame.packet_flags_direction == 1"
                        + " && frame.interface_name == \"access client-router\""))
                .isPositive();
        assertThat(tshark.count("frame.interface_name == \"access client-router\" && frame.packet_flags_direction == 2"
                        + " && (udp || ip.flags.mf == 1 || ip.frag_offset > 0 || ipv6.fraghdr)"))
                .isGreaterThanOrEqualTo(600);
    }

    /** On the first link nothing is lost, so every datagram comes together again. */
    @ParameterizedTest
    @CsvSource({"10.0.0.1, 10.0.0.2, ip.ttl == 64, ip.ttl == 63", "fd00::1, fd00::2, ipv6.hlim == 64, ipv6.hlim == 63"})
    void fragmentsAreReassembledAndRoutersCount(String from, String to, String fresh, String routed)
            throws IOException {
        Inet client = Address.inet(from, 0);
        Inet server = Address.inet(to, 0);
        SimWorld world = routed(client, server);
        try (Capture capture = world.capture(Files.newOutputStream(file), UNLIMITED, "")) {
            talk(world, client, server);
            assertThat(capture.leftOut()).isZero();
        }
        Path access = new Tshark(file).only("frame.interface_id == 0 && frame.packet_flags_direction == 2");
        Tshark tshark = new Tshark(access);

        assertThat(tshark.faults()).isEmpty();
        assertThat(tshark.count("udp && udp.checksum.status == 1")).isEqualTo(600);
        assertThat(tshark.count("!(" + fresh + ")")).isZero();
        assertThat(new Tshark(file).count("frame.interface_id == 1 && frame.packet_flags_direction == 2 && " + routed))
                .isGreaterThan(600);
    }

    @ParameterizedTest
    @CsvSource({"10.0.0.1, 10.0.0.2, icmp.code == 3", "fd00::1, fd00::2, icmpv6.code == 4"})
    void aRefusalIsAnIcmpMessage(String from, String to, String unreachable) throws IOException {
        Inet client = Address.inet(from, 0);
        Inet server = Address.inet(to, 0);
        SimWorld world = routed(client, server);
        try (Capture _ = world.capture(Files.newOutputStream(file), UNLIMITED, "")) {
            world.start("client", () -> host -> new Talker(host, client.withPort(PORT), server.withPort(PORT)));
            world.run(1_000 * MS);
        }
        Tshark tshark = new Tshark(file);

        assertThat(tshark.faults()).isEmpty();
        assertThat(tshark.fields(unreachable + " && frame.interface_id == 1", "udp.srcport", "udp.dstport"))
                .isNotEmpty()
                .containsOnly(PORT + "|" + PORT);
    }

    @Test
    void watchingChangesNothing() throws IOException {
        Inet client = Address.inet("10.0.0.1", 0);
        Inet server = Address.inet("10.0.0.2", 0);
        SimWorld unwatched = routed(client, server);
        talk(unwatched, client, server);
        SimWorld watched = routed(client, server);
        try (Capture _ = watched.capture(OutputStream.nullOutputStream(), UNLIMITED, "")) {
            talk(watched, client, server);
        }

        assertThat(watched.traceHash()).isEqualTo(unwatched.traceHash());
    }

    @Test
    void aFullDiskEndsTheCaptureAndNotTheWorld() {
        Inet client = Address.inet("10.0.0.1", 0);
        Inet server = Address.inet("10.0.0.2", 0);
        SimWorld world = routed(client, server);
        Capture capture = world.capture(
                new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                },
                UNLIMITED,
                "");
        talk(world, client, server);
        capture.close();

        assertThat(capture.failure()).get().asString().contains("No space left on device");
        assertThat(capture.handedOnBytes()).isZero();
        assertThat(resource(world, "core server->router").served()).isPositive();
    }
}
