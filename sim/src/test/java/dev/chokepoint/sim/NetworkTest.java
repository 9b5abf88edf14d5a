package dev.chokepoint.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramError;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.world.AccessLinks;
import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Link.Direction;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.host.world.Phase;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Packets over links, routers and access links. The link's rate is 1 byte a microsecond unless said otherwise. */
class NetworkTest {
    private static final long MS = 1_000_000;
    private static final long US = 1_000;
    private static final long BYTE_PER_US = 8_000_000;
    private static final Address A = Address.inet("10.0.0.2", 0);
    private static final Address B = Address.inet("10.0.0.1", 53);
    private static final Address B_HOST = Address.inet("10.0.0.1", 0);
    private static final int HEADERS = 28;
    private static final Direction BACK = new Direction(0, 0, Link.UNLIMITED, 1 << 20);

    /** What arrived: time in µs, the datagram's number, its length. */
    private final List<String> arrivals = new ArrayList<>();

    private final List<DatagramError> errors = new ArrayList<>();

    private final class Receiver implements DatagramHandler {
        private final Host host;

        Receiver(Host host) {
            this.host = host;
        }

        @Override
        public void onDatagram(Datagrams socket, Address from, ByteBuffer datagram) {
            arrivals.add(host.nanoTime() / US + " #" + datagram.getInt(0) + " " + datagram.remaining());
        }

        @Override
        public void onError(Datagrams socket, DatagramError error) {
            errors.add(error);
        }
    }

    private static ByteBuffer numbered(int number, int length) {
        return ByteBuffer.allocate(length).putInt(0, number);
    }

    private static SimWorld hosts(Observer observer) {
        SimWorld world = new SimWorld(1, Worlds.START, SimCosts.FREE, new Streams.Ideal(), observer);
        world.add(new HostSpec("a", List.of(A), HostSpec.UNLIMITED, 1));
        world.add(new HostSpec("b", List.of(B_HOST), HostSpec.UNLIMITED, 1));
        return world;
    }

    private static SimWorld linked(Direction up) {
        SimWorld world = hosts(Observer.NONE);
        world.add(new Link("link", "a", "b", up, BACK));
        return world;
    }

    private void run(SimWorld world, long nanos, Consumer<Datagrams> sends) {
        world.start("b", () -> host -> host.bind(B, DatagramOptions.DEFAULT, 0, new Receiver(host)));
        DatagramOptions roomy = new DatagramOptions(1 << 24, 1 << 20);
        world.start("a", () -> host -> sends.accept(host.bind(A, roomy, 0, new Receiver(host))));
        world.run(nanos);
    }

    @Test
    void shouldCountHeadersAndFramingOnTheWire() {
        Direction up = new Direction(5 * MS, 0, BYTE_PER_US, 1 << 20, new Packets(1500, 38, 100, Impairment.NONE));
        SimWorld world = linked(up);
        run(world, MS * 100, a -> {
            a.send(B, numbered(1, 1_000));
            a.send(B, numbered(2, 4));
        });

        assertThat(arrivals).containsExactly(5_000 + 1_066 + " #1 1000", 5_000 + 1_066 + 70 + " #2 4");
        assertThat(Worlds.resource(world, "link a->b").served()).isEqualTo(1_066 + 70);
    }

    @Test
    void shouldFragmentWhatExceedsTheMtuAndLoseItWithAnyFragment() {
        Direction up = new Direction(0, 0, BYTE_PER_US, 1 << 20, new Packets(1500, 0, 100, Impairment.NONE));
        SimWorld world = linked(up);
        run(world, MS * 100, a -> {
            a.send(B, numbered(1, 4_000));
            a.send(B, numbered(2, 1_472));
            a.send(B, numbered(3, 1_473));
        });

        // 4,008 bytes behind the IP header: 1,480 + 1,480 + 1,048.
        assertThat(arrivals)
                .containsExactly(4_068 + " #1 4000", 4_068 + 1_500 + " #2 1472", 4_068 + 1_500 + 1_521 + " #3 1473");

        arrivals.clear();
        SimWorld lossy =
                linked(new Direction(0, 0, BYTE_PER_US, 1 << 30, Packets.DEFAULT.impaired(Impairment.loss(0.1))));
        int sent = 2_000;
        run(lossy, 60_000 * MS, a -> sendAll(a, sent, 4_000));
        double expected = sent * StrictMath.pow(0.9, 3);
        assertThat((double) arrivals.size()).isCloseTo(expected, within(5 * StrictMath.sqrt(sent * 0.729 * 0.271)));
        assertThat(Worlds.resource(lossy, "link a->b").lost()).isBetween(500L, 700L);
    }

    private static void sendAll(Datagrams socket, int count, int length) {
        for (int i = 0; i < count; i++) {
            assertThat(socket.send(B, numbered(i, length))).isTrue();
        }
    }

    @Test
    void shouldFragmentAgainAtARouterAndIpv6OnlyAtItsSource() {
        SimWorld world = hosts(Observer.NONE);
        world.addRouter("r");
        world.add(new Link("wide", "a", "r", wire(1500), wire(1500)));
        world.add(new Link("narrow", "r", "b", wire(576), wire(576)));
        run(world, 100 * MS, a -> a.send(B, numbered(1, 1_472)));
        // 1,480 bytes in one packet of 1,500, then 552 + 552 + 376 in three with 20 each.
        assertThat(arrivals).containsExactly(1_500 + 1_540 + " #1 1472");

        Address from = Address.inet("fd00::2", 0);
        Address to = Address.inet("fd00::1", 53);
        SimWorld six = new SimWorld(1, Worlds.START, SimCosts.FREE, new Streams.Ideal(), Observer.NONE);
        six.add(new HostSpec("a", List.of(from), HostSpec.UNLIMITED, 1));
        six.add(new HostSpec("b", List.of(Address.inet("fd00::1", 0)), HostSpec.UNLIMITED, 1));
        six.addRouter("r");
        six.add(new Link("wide", "a", "r", wire(1500), wire(1500)));
        six.add(new Link("narrow", "r", "b", wire(1280), wire(1280)));
        arrivals.clear();
        six.start("b", () -> host -> host.bind(to, DatagramOptions.DEFAULT, 0, new Receiver(host)));
        six.start(
                "a",
                () -> host -> host.bind(from, DatagramOptions.DEFAULT, 0, new Receiver(host))
                        .send(to, numbered(1, 1_400)));
        six.run(100 * MS);
        // 1,408 bytes as 1,232 + 176 with 48 of headers each; the second of the first link overlaps the first of the
        // second.
        assertThat(arrivals).containsExactly(1_280 + 1_280 + 224 + " #1 1400");
    }

    private static Direction wire(int mtu) {
        return new Direction(0, 0, BYTE_PER_US, 1 << 20, new Packets(mtu, 0, 100, Impairment.NONE));
    }

    @Test
    void shouldDropWhatFindsTheQueueFullOfPacketsOrBytes() {
        Direction packets = new Direction(0, 0, BYTE_PER_US, 1 << 20, new Packets(1500, 0, 3, Impairment.NONE));
        SimWorld world = linked(packets);
        run(world, 100 * MS, a -> sendAll(a, 10, 100));
        assertThat(arrivals).hasSize(4).last().isEqualTo(4 * (100 + HEADERS) + " #3 100");
        assertThat(Worlds.resource(world, "link a->b").refused()).isEqualTo(6);

        arrivals.clear();
        run(linked(new Direction(0, 0, BYTE_PER_US, 300)), 100 * MS, a -> sendAll(a, 10, 100));
        assertThat(arrivals).hasSize(3);
    }

    @Test
    void shouldDuplicateAndReorderAsManyAsItWasTold() {
        Impairment impairment = new Impairment(0, 0.2, 0.1, 3 * MS);
        Direction up = new Direction(MS, 0, BYTE_PER_US, 1 << 30, Packets.DEFAULT.impaired(impairment));
        int sent = 10_000;
        run(linked(up), 60_000 * MS, a -> sendAll(a, sent, 100));

        assertThat((double) arrivals.size()).isCloseTo(1.2 * sent, within(5 * StrictMath.sqrt(sent * 0.16)));
        long outOfOrder = 0;
        int highest = -1;
        for (String arrival : arrivals) {
            int number = number(arrival);
            outOfOrder += number < highest ? 1 : 0;
            highest = StrictMath.max(highest, number);
        }
        // Held back: a tenth of the packets and of the copies; a copy whose original is held back overtakes it.
        assertThat((double) outOfOrder).isCloseTo(0.1 * 1.2 * sent, within(0.02 * sent));
    }

    private static int number(String arrival) {
        return Integer.parseInt(arrival, arrival.indexOf('#') + 1, arrival.lastIndexOf(' '), 10);
    }

    @Test
    void shouldNeverReorderByJitter() {
        Direction up = new Direction(MS, 10 * MS, BYTE_PER_US, 1 << 30);
        run(linked(up), 60_000 * MS, a -> sendAll(a, 1_000, 10));
        List<Integer> numbers =
                arrivals.stream().map(arrival -> number(arrival)).toList();
        assertThat(numbers).hasSize(1_000).isSorted();
    }

    @Test
    void shouldTakeTheWayWithTheFewestHopsAndKnowWhenThereIsNone() {
        SimWorld world = hosts(Observer.NONE);
        world.addRouter("far");
        world.addRouter("near");
        world.addRouter("further");
        world.add(new HostSpec("island", List.of(Address.inet("10.0.0.3", 0)), 1, 1));
        world.add(new Link("1", "a", "far", wire(1500), wire(1500)));
        world.add(new Link("2", "far", "further", wire(1500), wire(1500)));
        world.add(new Link("3", "further", "b", wire(1500), wire(1500)));
        world.add(new Link("4", "a", "near", wire(1500), wire(1500)));
        world.add(new Link("5", "near", "b", wire(1500), wire(1500)));
        run(world, 100 * MS, a -> {
            a.send(B, numbered(1, 72));
            a.send(Address.inet("10.0.0.3", 53), numbered(2, 72));
            a.send(Address.inet("192.0.2.1", 53), numbered(3, 72));
        });

        assertThat(arrivals).containsExactly("200 #1 72");
        assertThat(errors).containsExactly(new DatagramError.Unreachable(Address.inet("10.0.0.3", 53)));
        assertThat(Worlds.resource(world, "1 a->far").served()).isZero();
    }

    @Test
    void shouldTellOnlyAConnectedSocketThatNobodyListens() {
        SimWorld world = linked(new Direction(MS, 0, BYTE_PER_US, 1 << 20));
        Address closed = Address.inet("10.0.0.1", 9);
        world.start("a", () -> host -> {
            host.bind(A, DatagramOptions.DEFAULT, 0, new Receiver(host)).send(closed, numbered(1, 100));
            host.connectDatagrams(A, closed, DatagramOptions.DEFAULT, 0, new Receiver(host))
                    .send(closed, numbered(2, 100));
        });
        world.run(100 * MS);

        assertThat(errors).containsExactly(new DatagramError.PortUnreachable(closed));
        assertThat(Worlds.resource(world, "link b->a").served()).isEqualTo(2L * (20 + 8 + 20 + 8));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 3_000_000})
    void shouldGiveEachAddressItsOwnLinkThatBehavesLikeAnyOther(long jitter) {
        Direction up = new Direction(2 * MS, jitter, BYTE_PER_US, 2_112);
        run(linked(up), 1_000 * MS, a -> sendAll(a, 4, 500));
        List<String> shared = List.copyOf(arrivals);
        arrivals.clear();

        SimWorld world = new SimWorld(1, Worlds.START, SimCosts.FREE, new Streams.Ideal(), Observer.NONE);
        Address other = Address.inet("10.0.0.3", 0);
        world.add(new HostSpec("a", List.of(A, other), HostSpec.UNLIMITED, 1));
        world.add(new HostSpec("b", List.of(B_HOST), HostSpec.UNLIMITED, 1));
        world.add(new AccessLinks("link", "a", "b", up, BACK));
        DatagramOptions roomy = new DatagramOptions(1 << 24, 1 << 20);
        List<String> others = new ArrayList<>();
        world.start(
                "b",
                () -> host -> host.bind(B, DatagramOptions.DEFAULT, 0, (socket, from, datagram) -> {
                    List<String> to = ((Address.Inet) from).withPort(0).equals(A) ? arrivals : others;
                    to.add(host.nanoTime() / US + " #" + datagram.getInt(0) + " " + datagram.remaining());
                }));
        world.start("a", () -> host -> {
            sendAll(host.bind(A, roomy, 0, new Receiver(host)), 4, 500);
            host.bind(other, roomy, 0, new Receiver(host)).send(B, numbered(9, 500));
        });
        world.run(1_000 * MS);

        assertThat(arrivals).isEqualTo(shared).hasSize(4);
        assertThat(others).hasSize(1);
        assertThat(Worlds.resource(world, "link a->b").capacity()).isEqualTo(2);
        assertThat(Worlds.resource(world, "link a->b").usedNanos()).isEqualTo(5 * 528.0 * US);
    }

    @Test
    void shouldLeadFromOneAddressOfAFleetToAnotherOverBothsOwnLinks() {
        SimWorld world = new SimWorld(1, Worlds.START, SimCosts.FREE, new Streams.Ideal(), Observer.NONE);
        Address other = Address.inet("10.0.0.3", 0);
        world.add(new HostSpec("a", List.of(A, other), HostSpec.UNLIMITED, 1));
        world.addRouter("r");
        world.add(new AccessLinks(
                "own",
                "a",
                "r",
                new Direction(3 * MS, 0, BYTE_PER_US, 1 << 20),
                new Direction(2 * MS, 0, 2 * BYTE_PER_US, 1 << 20)));
        List<String> arrivals = new ArrayList<>();
        world.start("a", () -> host -> {
            Datagrams there = host.bind(
                    other,
                    DatagramOptions.DEFAULT,
                    0,
                    (socket, from, datagram) ->
                            arrivals.add(host.nanoTime() / US + " from " + ((Address.Inet) from).withPort(0)));
            host.bind(A, DatagramOptions.DEFAULT, 0, new Receiver(host)).send(there.local(), numbered(1, 500));
        });
        world.run(100 * MS);

        // 528 µs and 3 ms up, 264 µs and 2 ms down
        assertThat(arrivals).containsExactly("5792 from " + A);
        assertThat(Worlds.resource(world, "own a->r").usedNanos()).isEqualTo(528.0 * US);
        assertThat(Worlds.resource(world, "own r->a").usedNanos()).isEqualTo(264.0 * US);
    }

    @Test
    void shouldRefuseBeyondTheSendBufferAndSayWhenThereIsRoom() {
        SimWorld world = linked(new Direction(0, 0, BYTE_PER_US, 1 << 20));
        List<String> log = new ArrayList<>();
        world.start("a", () -> host -> {
            Datagrams socket = host.bind(A, new DatagramOptions(2_000, 2_000), 7, new DatagramHandler() {
                @Override
                public void onDatagram(Datagrams socket, Address from, ByteBuffer datagram) {}

                @Override
                public void onWritable(Datagrams socket) {
                    log.add(host.nanoTime() / US + " room for " + socket.tag());
                }
            });
            for (int i = 0; i < 4; i++) {
                log.add("sent " + socket.send(B, numbered(i, 800)));
            }
            log.add("refused " + socket.refused());
        });
        world.run(100 * MS);

        assertThat(log)
                .containsExactly("sent true", "sent true", "sent false", "sent false", "refused 2", "828 room for 7");
    }

    @Test
    void shouldSumThePhasesOfADatagramAndShowWhereItWasLost() {
        Itinerary itinerary = new Itinerary();
        SimWorld world = hosts(itinerary);
        Direction up = new Direction(2 * MS, 0, BYTE_PER_US, 1 << 20, Packets.DEFAULT.queue(1));
        world.add(new Link("link", "a", "b", up, BACK));
        world.start(
                "b",
                () -> host -> host.bind(B, DatagramOptions.DEFAULT, 0, (socket, from, datagram) -> {
                    host.meter().working(datagram.getInt(0));
                    host.meter().delivered(datagram.getInt(0));
                }));
        world.start("a", () -> host -> {
            Datagrams socket = host.bind(A, DatagramOptions.DEFAULT, 0, new Receiver(host));
            for (int i = 0; i < 3; i++) {
                host.meter().intended(i, 0);
                host.meter().working(i);
                socket.send(B, numbered(i, 972));
            }
        });
        world.run(100 * MS);

        Itinerary.Way second = itinerary.ways.get(1L);
        assertThat(second.letters()).isEqualTo("SCQTRIC");
        assertThat(second.spent(Phase.QUEUE, "link a->b")).isEqualTo(MS);
        assertThat(second.spent(Phase.TRANSMIT, "link a->b")).isEqualTo(MS);
        assertThat(second.deliveredNanos).isEqualTo(4 * MS).isEqualTo(second.spentInAll());
        assertThat(itinerary.ways.get(2L).places.getLast()).isEqualTo(new Itinerary.Place(Phase.RECOVERY, "link a->b"));
    }

    @Test
    void shouldSayWhatIsWrongWithANetwork() {
        SimWorld world = linked(BACK);
        world.addRouter("r");
        assertThatThrownBy(() -> world.addRouter("a")).hasMessageContaining("two hosts or routers called a");
        assertThatThrownBy(() -> world.add(new AccessLinks("own", "a", "r", BACK, BACK)))
                .hasMessageContaining("a has a link already");
        assertThatThrownBy(() -> world.add(new Link("x", "r", "nobody", BACK, BACK)))
                .hasMessageContaining("no host is called nobody");
        world.start("a", () -> host -> {
            assertThatThrownBy(() -> host.bind(B_HOST, DatagramOptions.DEFAULT, 0, new Receiver(host)))
                    .hasMessageContaining("use one of these");
            Datagrams socket = host.bind(A, DatagramOptions.DEFAULT, 0, new Receiver(host));
            assertThatThrownBy(() -> socket.send(B, ByteBuffer.allocate(65_508)))
                    .hasMessageContaining("65508 bytes")
                    .hasMessageContaining("at most 65507");
            assertThatThrownBy(() -> host.bind(socket.local(), DatagramOptions.DEFAULT, 0, new Receiver(host)))
                    .hasMessageContaining("another datagram socket is bound there");
            socket.close();
            socket.close();
            assertThat(socket.send(B, numbered(1, 10))).isTrue();
        });
        world.run(MS);
    }
}
