package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The suites of datagrams can fail, in both worlds. */
class BrokenDatagramsTest {
    private static Stream<Arguments> defects() {
        return Stream.concat(ofOneDatagram(), ofMany());
    }

    private static Stream<Arguments> ofOneDatagram() {
        return Stream.of(
                arguments(Breakage.JOINS_DATAGRAMS, DatagramTest.class, "shouldDeliverEachSendAsOneDatagram"),
                arguments(Breakage.TRUNCATES_DATAGRAMS, DatagramTest.class, "shouldDeliverEachSendAsOneDatagram"),
                arguments(Breakage.DOUBLES_DATAGRAMS, DatagramTest.class, "shouldDeliverEachSendAsOneDatagram"),
                arguments(Breakage.SWAPS_DATAGRAM_ADDRESSES, DatagramTest.class, "shouldDeliverEachSendAsOneDatagram"),
                arguments(Breakage.IGNORES_EMPTY_DATAGRAMS, DatagramTest.class, "shouldDeliverEachSendAsOneDatagram"),
                arguments(
                        Breakage.IGNORES_EMPTY_DATAGRAMS,
                        DatagramTest.class,
                        "shouldDeliverEachSendOfAConnectedSocketAsOneDatagram"),
                arguments(Breakage.SPLITS_LONG_DATAGRAMS, DatagramTest.class, "shouldRefuseWhatNoDatagramCanBe"),
                arguments(Breakage.SWAPS_DATAGRAMS, DatagramTest.class, "shouldKeepTheOrderAlongAnUnimpairedWay"),
                arguments(Breakage.MISCOUNTS_DATAGRAM_TAGS, DatagramTest.class, "shouldTellSocketsApartByTheirTags"),
                arguments(Breakage.JOINS_DATAGRAMS, DatagramTest.class, "shouldReuseTheSendersBuffer"),
                arguments(Breakage.DEFERS_DATAGRAMS, DatagramTest.class, "shouldSendWhatIsPendingWhenItCloses"),
                arguments(Breakage.DEFERS_DATAGRAMS, DatagramTest.class, "shouldLeaveBeforeSyntheticWork"));
    }

    private static Stream<Arguments> ofMany() {
        return Stream.of(
                arguments(
                        Breakage.BINDS_THE_NEXT_DATAGRAM_PORT,
                        DatagramAddressTest.class,
                        "shouldNotBindWhereASocketOfItsOwnIs"),
                arguments(
                        Breakage.BINDS_THE_NEXT_DATAGRAM_PORT,
                        DatagramAddressTest.class,
                        "shouldShareAPortNumberWithAListener"),
                arguments(
                        Breakage.FORGETS_DATAGRAM_PEERS,
                        DatagramAddressTest.class,
                        "shouldHearOnlyThePeerOfAConnectedSocket"),
                arguments(
                        Breakage.HIDES_DATAGRAM_ERRORS,
                        DatagramAddressTest.class,
                        "shouldTellAConnectedSocketThatNobodyIsThere"),
                arguments(Breakage.SWAPS_DATAGRAM_ADDRESSES, DatagramAddressTest.class, "shouldSpeakIpv6"),
                arguments(
                        Breakage.FORGETS_DATAGRAM_PEERS, DatagramAddressTest.class, "shouldNotConnectToAnotherFamily"),
                arguments(
                        Breakage.BINDS_THE_NEXT_DATAGRAM_PORT,
                        DatagramLanesTest.class,
                        "shouldGiveEachSourceOneLaneAndEachLaneSomeSources"),
                arguments(
                        Breakage.HIDES_FULL_DATAGRAM_BUFFERS,
                        DatagramPressureTest.class,
                        "shouldSayWhenTheSendBufferIsFullAndWhenItIsNoMore"),
                arguments(
                        Breakage.FORGETS_REFUSED_DATAGRAMS,
                        DatagramPressureTest.class,
                        "shouldSayWhenTheSendBufferIsFullAndWhenItIsNoMore"),
                arguments(
                        Breakage.DROPS_ON_DATAGRAM_WRITABLE,
                        DatagramPressureTest.class,
                        "shouldSayWhenTheSendBufferIsFullAndWhenItIsNoMore"),
                arguments(Breakage.IGNORES_EMPTY_DATAGRAMS, DatagramPressureTest.class, "shouldChargeEmptyDatagrams"),
                arguments(
                        Breakage.HOARDS_DATAGRAMS,
                        DatagramPressureTest.class,
                        "shouldDropAndCountWhatTheReceiveBufferHasNoRoomFor"),
                arguments(
                        Breakage.CALLS_BACK_FROM_DATAGRAM_SEND,
                        DatagramPressureTest.class,
                        "shouldNotCallBackFromInsideAnyCall"),
                arguments(
                        Breakage.LOSES_DATAGRAMS,
                        DatagramLinkTest.class,
                        "shouldLoseItsFractionAndKeepTheOrderOfTheRest"),
                arguments(
                        Breakage.SWAPS_DATAGRAMS,
                        DatagramLinkTest.class,
                        "shouldLoseItsFractionAndKeepTheOrderOfTheRest"),
                arguments(
                        Breakage.TRUNCATES_DATAGRAMS,
                        DatagramLinkTest.class,
                        "shouldLoseADatagramWithAnyOfItsFragments"),
                arguments(Breakage.LOSES_DATAGRAMS, DatagramLinkTest.class, "shouldLoseADatagramWithAnyOfItsFragments"),
                arguments(Breakage.ORDERS_DATAGRAMS, DatagramLinkTest.class, "shouldDoubleItsFraction"),
                arguments(Breakage.ORDERS_DATAGRAMS, DatagramLinkTest.class, "shouldLetLaterOnesOvertakeItsFraction"),
                arguments(Breakage.SWAPS_DATAGRAMS, DatagramLinkTest.class, "shouldNotReorderByJitter"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void shouldFailInABrokenSimulator(Breakage breakage, Class<?> suite, String test) {
        assertThat(BrokenWorldsTest.failures(WorldKind.SIM, breakage, suite, test))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void shouldFailOverBrokenSockets(Breakage breakage, Class<?> suite, String test) {
        assertThat(BrokenWorldsTest.failures(WorldKind.NIO, breakage, suite, test))
                .isNotEmpty();
    }
}
