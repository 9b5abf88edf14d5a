package dev.chokepoint.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Segments of 100 bytes; ten of them, 0 to 1000, are outstanding. */
class ScoreboardTest {
    private static final long SENT = 1000;
    private final Scoreboard board = new Scoreboard(100);

    @Test
    void shouldCountOnlyNewsOfWhatArrived() {
        assertThat(board.sack(200, 400)).isEqualTo(200);
        assertThat(board.sack(300, 500)).isEqualTo(100);
        assertThat(board.pipe(SENT)).isEqualTo(700);
        assertThat(board.acknowledge(300)).isEqualTo(100);
        assertThat(board.sackedBytes()).isEqualTo(200);
    }

    @Test
    void shouldLoseWhatLiesBelowThreeSegmentsThatArrived() {
        board.sack(200, 400);
        board.findLost(0);
        assertThat(board.nextLost()).isEqualTo(Scoreboard.NONE);

        board.sack(500, 600);
        board.findLost(0);

        assertThat(board.nextLost()).isZero();
        assertThat(board.endOfLost(0)).isEqualTo(200);
        assertThat(board.pipe(SENT))
                .as("0-200 lost; 200-400 and 500-600 arrived; 400-500 may be late")
                .isEqualTo(500);
    }

    @Test
    void shouldLoseWhatLiesBelowThreeSeparateBlocksHoweverSmall() {
        board.sack(200, 210);
        board.sack(300, 310);
        board.sack(400, 410);
        board.findLost(0);

        assertThat(board.isLost(0)).isTrue();
        assertThat(board.isLost(210)).isFalse();
    }

    @Test
    void shouldCountWhatWasSentAgainAsInTheNetworkAndNotOfferItTwice() {
        board.sack(100, 500);
        board.findLost(0);
        board.sentAgain(0, 100);

        assertThat(board.pipe(SENT)).isEqualTo(600);
        assertThat(board.nextLost()).isEqualTo(Scoreboard.NONE);
        assertThat(board.isSentAgain(0)).isTrue();
    }

    @Test
    void shouldOfferWhatMayBeLostOnlyBelowSomethingThatArrived() {
        board.sack(300, 400);

        assertThat(board.nextDoubtful(0)).isZero();
        assertThat(board.endOfDoubtful(0)).isEqualTo(300);
        board.sentAgain(0, 300);
        assertThat(board.nextDoubtful(0)).isEqualTo(Scoreboard.NONE);
    }

    @Test
    void shouldTakeEverythingForLostAfterATimeoutExceptWhatArrived() {
        board.sack(300, 400);
        board.sentAgain(0, 100);
        board.loseAll(0, SENT);

        assertThat(board.pipe(SENT)).isZero();
        assertThat(board.nextLost()).isZero();
        assertThat(board.isSentAgain(0)).isFalse();
    }

    @Test
    void shouldAssumeThatDuplicatesStandForTheSegmentsBehindTheHead() {
        board.assumeArrived(0, SENT);
        board.assumeArrived(0, SENT);
        board.loseHead(0, SENT);

        assertThat(board.pipe(SENT)).isEqualTo(700);
        assertThat(board.isArrived(100)).isTrue();
        assertThat(board.isArrived(300)).isFalse();
    }
}
