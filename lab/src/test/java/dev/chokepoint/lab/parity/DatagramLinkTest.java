package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Packets;
import dev.chokepoint.host.world.ResourceUse;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Links of its own that lose, double and reorder. Counts of n independent fates must lie within 6.5 standard deviations: a fair
 * world fails one of them in less than one run of 10^9.
 */
class DatagramLinkTest extends DatagramSuite {
    private static final Address NEAR_IP = Address.inet("127.66.0.6", 0);
    private static final Address FAR_IP = Address.inet("127.66.0.7", 0);
    private static final long MILLI = 1_000_000;
    private static final double SIGMAS = 6.5;
    private static final int COUNT = 2_000;
    private static final int BURST = 50;

    private final DatagramProbe atFar = new DatagramProbe();
    private Socket near;
    private Socket far;

    private void open(Link.Direction direction) {
        Assumptions.assumeTrue(setting.way() == Setting.Way.DIRECT, "it has a link of its own");
        stage.host("near", NEAR_IP);
        stage.host("far", FAR_IP);
        stage.world().add(new Link("own", "near", "far", direction, direction));
        far = bind(stage.actor("far"), FAR_IP, ROOMY, 0, atFar);
        near = bind(stage.actor("near"), NEAR_IP, ROOMY, 0, new DatagramProbe());
    }

    private static Link.Direction impaired(Impairment impairment) {
        return new Link.Direction(MILLI, 0, 10_000_000_000L, 4 << 20, Packets.DEFAULT.impaired(impairment));
    }

    /** Sends all in bursts, each of which is over before the next: what the kernel's buffers certainly hold. */
    private void sendAll(int count, int bytes) {
        for (int sent = 0; sent < count; sent += BURST) {
            near.sendNumbers(far.local(), sent, BURST, bytes);
            stage.pass(8 * MILLI);
        }
        stage.settle();
    }

    private static void assertFair(int happened, int of, double probability) {
        double deviation = SIGMAS * Math.sqrt(of * probability * (1 - probability));
        assertThat((double) happened).isBetween(of * probability - deviation, of * probability + deviation);
    }

    private ResourceUse use() {
        return stage.world().resources().stream()
                .filter(each -> each.name().equals("own near->far"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void shouldLoseItsFractionAndKeepTheOrderOfTheRest() {
        open(impaired(Impairment.loss(0.3)));

        sendAll(COUNT, 100);

        assertFair(atFar.count(), COUNT, 0.7);
        assertThat(atFar.numbers()).isSorted().doesNotHaveDuplicates();
        assertThat(use().lost()).isEqualTo(COUNT - atFar.count());
    }

    /** 9000 bytes are 7 packets, each of which may be lost. */
    @Test
    void shouldLoseADatagramWithAnyOfItsFragments() {
        open(impaired(Impairment.loss(0.1)));

        sendAll(1_000, 9_000);

        assertFair(atFar.count(), 1_000, StrictMath.pow(0.9, 7));
        assertThat(atFar.heard()).allMatch(each -> each.bytes().remaining() == 9_000);
    }

    @Test
    void shouldDoubleItsFraction() {
        open(impaired(new Impairment(0, 0.3, 0, 0)));

        sendAll(COUNT, 100);

        assertThat(new HashSet<>(atFar.numbers())).hasSize(COUNT);
        assertFair(atFar.count() - COUNT, COUNT, 0.3);
    }

    @Test
    void shouldLetLaterOnesOvertakeItsFraction() {
        open(impaired(new Impairment(0, 0, 0.2, 4 * MILLI)));

        sendAll(COUNT, 100);

        List<Integer> numbers = atFar.numbers();
        assertThat(numbers)
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, COUNT).boxed().toList());
        int overtaken = 0;
        int highest = -1;
        for (int number : numbers) {
            overtaken += number < highest ? 1 : 0;
            highest = Math.max(highest, number);
        }
        // a held one that nobody is behind is not overtaken: of each burst, a quarter of one is
        double expected = 0.2 * (COUNT - 0.25 * COUNT / BURST);
        assertThat((double) overtaken).isBetween(expected * 0.7, expected * 1.3);
    }

    @Test
    void shouldNotReorderByJitter() {
        open(new Link.Direction(MILLI, 5 * MILLI, 10_000_000_000L, 4 << 20));

        sendAll(500, 100);

        assertThat(atFar.numbers()).isEqualTo(IntStream.range(0, 500).boxed().toList());
    }

    @Test
    void shouldDropWhatFindsTheQueueFullOfPackets() {
        open(new Link.Direction(MILLI, 0, 1_000_000, 1 << 20, Packets.DEFAULT.queue(10)));

        near.sendNumbers(far.local(), 0, BURST, 100);
        stage.pass(60 * MILLI);

        assertThat(atFar.count()).isBetween(11, 20); // a busy machine may take some ms to send them all
        assertThat(use().refused()).isEqualTo(BURST - atFar.count());
    }

    @Test
    void shouldDropWhatIsLargerThanTheQueue() {
        open(new Link.Direction(MILLI, 0, 100_000_000, 4_000));

        near.send(far.local(), ByteBuffer.allocate(9_000));
        stage.settle();
        near.sendNumbers(far.local(), 1, 1, 1_000);
        stage.await("a smaller one", () -> atFar.count() == 1);

        assertThat(atFar.numbers()).containsExactly(1);
    }

    /** 4 packets of 1500, 1500, 1500 and 588 bytes on a wire that adds 38 to each take 5240 byte times. */
    @Test
    void shouldTransmitTheHeadersOfEveryFragment() {
        Packets framed = new Packets(1_500, 38, Integer.MAX_VALUE, Impairment.NONE);
        open(new Link.Direction(MILLI, 0, 10_000_000, 1 << 20, framed));
        int content = 4 * 1_480 - 8 - 912;

        near.send(far.local(), ByteBuffer.allocate(content));
        stage.await("it", () -> atFar.count() == 1);

        assertThat(use().served()).isEqualTo(content + 8 + 4 * (20 + 38));
    }

    @Test
    void shouldTakeAtLeastTheLinksTime() {
        open(new Link.Direction(20 * MILLI, 0, 10_000_000, 1 << 20));
        List<Long> arrivals = new ArrayList<>();
        Address at = far.actor()
                .ask(host -> host.bind(FAR_IP, ROOMY, 0, (_, _, _) -> arrivals.add(host.nanoTime()))
                        .local());

        long sentNanos = near.actor().ask(host -> {
            near.datagrams().send(at, ByteBuffer.allocate(1_222)); // 1 ms with its headers
            near.datagrams().send(at, ByteBuffer.allocate(1_222));
            return host.nanoTime();
        });
        stage.await("both", () -> far.actor().ask(_ -> arrivals.size()) == 2);

        List<Long> took = far.actor().ask(_ -> List.copyOf(arrivals)).stream()
                .map(nanos -> nanos - sentNanos)
                .toList();
        assertThat(took.get(0)).isGreaterThanOrEqualTo(20_900_000L);
        assertThat(took.get(1)).isGreaterThanOrEqualTo(21_900_000L);
        if (setting.kind().isVirtual()) {
            assertThat(took).containsExactly(21 * MILLI, 22 * MILLI);
        }
    }
}
