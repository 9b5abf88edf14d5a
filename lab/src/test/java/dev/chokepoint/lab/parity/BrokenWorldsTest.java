package dev.chokepoint.lab.parity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The suite can fail: each defect that a world could have makes the test fail that is there for it, in both worlds. */
class BrokenWorldsTest {
    private static Stream<Arguments> defects() {
        return Stream.of(
                arguments(Breakage.SWAPS_SENDS, OrderingTest.class, "shouldDeliverEveryByteInOrder"),
                arguments(Breakage.LOSES_A_BYTE_A_PIECE, OrderingTest.class, "shouldDeliverManySmallSendsWhole"),
                arguments(Breakage.LOSES_A_BYTE_A_PIECE, OrderingTest.class, "shouldDeliverOneGreatSendWhole"),
                arguments(Breakage.CALLS_EVERYTHING_TIMED_OUT, OpeningTest.class, "shouldBeRefusedWhereNobodyListens"),
                arguments(
                        Breakage.CALLS_EVERYTHING_TIMED_OUT,
                        OpeningTest.class,
                        "shouldConnectOnceSomebodyListensThere"),
                arguments(Breakage.LOSES_EARLY_SENDS, OpeningTest.class, "shouldSendWhatWasSentBeforeItOpened"),
                arguments(Breakage.IGNORES_CANCEL, OpeningTest.class, "shouldNeverOpenWhenItIsClosedFirst"),
                arguments(Breakage.IGNORES_CANCEL, OpeningTest.class, "shouldNeverOpenWhenItIsAbortedFirst"),
                arguments(Breakage.LISTENS_ANYWHERE, OpeningTest.class, "shouldNotListenWhereSomebodyDoes"),
                arguments(Breakage.LISTENS_ANYWHERE, OpeningTest.class, "shouldNotListenOnAForeignAddress"),
                arguments(
                        Breakage.HIDES_THE_PORT,
                        OpeningTest.class,
                        "shouldPickAFreePortForEachListenerThatAsksForNone"),
                arguments(Breakage.MISCOUNTS_TAGS, OpeningTest.class, "shouldTellConnectionsApartByTheirTags"),
                arguments(Breakage.RESOLVES_NOTHING, OpeningTest.class, "shouldKnowTheHostsOfTheRunByName"),
                arguments(Breakage.FORGETS_LIMITS, TimeoutTest.class, "shouldTimeOutWhereTheAcceptQueueIsFull"),
                arguments(Breakage.CLOSES_AT_FINISH, ClosingTest.class, "shouldGoOnReceivingAfterItHasFinished"),
                arguments(Breakage.CLOSES_AT_FINISH, ClosingTest.class, "shouldLetTheServerFinishFirst"),
                arguments(Breakage.ABORTS_AT_CLOSE, ClosingTest.class, "shouldSendWhatIsPendingBeforeItCloses"),
                arguments(
                        Breakage.ABORTS_AT_CLOSE,
                        ClosingTest.class,
                        "shouldDeliverItsLastWordsThoughItHasNotReadItsPeers"),
                arguments(Breakage.CALLS_EVERY_END_ORDERLY, ClosingTest.class, "shouldResetThePeerWhenItAborts"),
                arguments(Breakage.DROPS_ON_CLOSE, ClosingTest.class, "shouldTellOfItsEndOnceAndLast"),
                arguments(Breakage.REPEATS_ON_CLOSE, ClosingTest.class, "shouldTellOfItsEndOnceAndLast"),
                arguments(
                        Breakage.HIDES_BACK_PRESSURE, BackPressureTest.class, "shouldSayWhenItIsFullAndWhenItIsNoMore"),
                arguments(Breakage.DROPS_ON_WRITABLE, BackPressureTest.class, "shouldSayWhenItIsFullAndWhenItIsNoMore"),
                arguments(Breakage.HOARDS_BYTES, BackPressureTest.class, "shouldStallASenderWhosePeerDoesNotRead"),
                arguments(Breakage.FORGETS_LIMITS, BackPressureTest.class, "shouldAbortASenderThatIgnoresBeingFull"),
                arguments(
                        Breakage.FORGETS_LIMITS,
                        BackPressureTest.class,
                        "shouldBoundTheMemoryOfManySlowReadersWhateverTheProgramIgnores"),
                arguments(Breakage.IGNORES_PAUSE, BackPressureTest.class, "shouldDeliverNothingBetweenPauseAndResume"),
                arguments(Breakage.IGNORES_PAUSE, BackPressureTest.class, "shouldHoldBackThePeersEndWhilePaused"),
                arguments(Breakage.REVERSES_TIMERS, TimersTest.class, "shouldRunInTheOrderOfTheirTimes"),
                arguments(Breakage.HURRIES_TIMERS, TimersTest.class, "shouldRunNoneBeforeItsTime"),
                arguments(Breakage.IGNORES_TIMER_CANCEL, TimersTest.class, "shouldNeverRunOnceCancelled"),
                arguments(
                        Breakage.IGNORES_TIMER_CANCEL,
                        TimersTest.class,
                        "shouldNotRunWhenAnotherTimerOfTheSameTimeCancelsIt"),
                arguments(Breakage.RUNS_TIMERS_AT_ONCE, TimersTest.class, "shouldRunOneWithoutDelayInALaterCallback"),
                arguments(Breakage.DEFERS_SENDS, SpendTest.class, "shouldNotHoldBackWhatWasSentBefore"),
                arguments(Breakage.SPENDS_NOTHING, SpendTest.class, "shouldAdvanceTheLanesClock"),
                arguments(Breakage.SPENDS_NOTHING, SpendTest.class, "shouldMakeTheNextCallbackWait"),
                arguments(Breakage.CALLS_BACK_FROM_SEND, ReentrancyTest.class, "shouldNotCallBackFromInsideSend"),
                arguments(Breakage.RUNS_TIMERS_AT_ONCE, ReentrancyTest.class, "shouldNotRunATimerBeforeAfterReturns"),
                arguments(Breakage.ABORTS_EVERY_TENTH_ACCEPT, ManyTest.class, "shouldCarryAThousandConnectionsAtOnce"),
                arguments(
                        Breakage.SHORTENS_SHARED_PAYLOADS, ManyTest.class, "shouldSendOnePayloadToAHundredConnections"),
                arguments(
                        Breakage.ABORTS_EVERY_TENTH_ACCEPT,
                        ProcessesTest.class,
                        "shouldCarryMoreEndsThanAProcessHasDescriptors"),
                arguments(Breakage.SWAPS_ADDRESSES, FamiliesTest.class, "shouldSpeakIpv4"),
                arguments(Breakage.SWAPS_ADDRESSES, FamiliesTest.class, "shouldSpeakIpv6"),
                arguments(Breakage.CALLS_EVERYTHING_TIMED_OUT, FamiliesTest.class, "shouldSpeakOverAPath"),
                arguments(Breakage.OVERLAPS_CALLBACKS, LanesTest.class, "shouldNeverOverlapTheCallbacksOfOneLane"),
                arguments(
                        Breakage.ABORTS_EVERY_TENTH_ACCEPT,
                        LanesTest.class,
                        "shouldNeverOverlapTheCallbacksOfOneLane"));
    }

    @ParameterizedTest
    @MethodSource("defects")
    void shouldFailInABrokenSimulator(Breakage breakage, Class<?> suite, String test) {
        assertThat(failures(WorldKind.SIM, breakage, suite, test)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("defects")
    void shouldFailOverBrokenSockets(Breakage breakage, Class<?> suite, String test) {
        assertThat(failures(WorldKind.NIO, breakage, suite, test)).isNotEmpty();
    }

    /** Without a defect the same way of running them finds none, or all of the above would mean nothing. */
    @ParameterizedTest
    @MethodSource("defects")
    void shouldPassInAWholeSimulator(Breakage breakage, Class<?> suite, String test) {
        assertThat(failures(WorldKind.SIM, Breakage.NONE, suite, test)).isEmpty();
    }

    /** Runs one test of the suite in one world and gives what it failed with. */
    static List<Throwable> failures(WorldKind kind, Breakage breakage, Class<?> suite, String test) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(DiscoverySelectors.selectMethod(suite, test))
                .configurationParameter(Settings.KIND, kind.name())
                .configurationParameter(Settings.BREAKAGE, breakage.name())
                .build();
        Outcome outcome = new Outcome();
        LauncherFactory.create().execute(request, outcome);
        assertThat(outcome.tests).as("tests that ran").isEqualTo(1);
        return outcome.failures;
    }

    private static final class Outcome implements TestExecutionListener {
        private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
        private int tests;

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            if (test.isTest()) {
                tests++;
                result.getThrowable().ifPresent(failures::add);
            }
        }
    }
}
