package dev.chokepoint.lab.programs;

import static dev.chokepoint.lab.programs.Gathering.MESSAGES;
import static dev.chokepoint.lab.programs.Gathering.MILLI;
import static dev.chokepoint.lab.programs.Gathering.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.peer.Death;
import dev.chokepoint.programs.talk.Rooms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DirectTalkTest {
    /** Two rooms of 4 and one of 5. */
    private static final Rooms ROOMS = new Rooms(13, 4);

    /** Ends of connections: 2 rooms of 4 × 3 and one of 5 × 4. */
    private static final int ENDS = 2 * 12 + 20;

    @ParameterizedTest
    @EnumSource
    void shouldBringEverythingToEverybodyInTheRoomOnce(Kind kind) {
        try (Gathering people = new Gathering(kind, new Rooms(12, 4))) {
            people.introduce();
            people.talkDirectly();
            people.runUntil(() -> people.counts().received() == 3 * MESSAGES);

            assertThat(people.counts().said()).isEqualTo(MESSAGES);
            assertThat(people.counts().sentPerDelivery()).isEqualTo(1);
            assertThat(people.counts().meanHops()).isEqualTo(1);
            assertThat(people.counts().linked()).isEqualTo(3 * 12);
            assertThat(people.ledger.delivered()).hasSize(MESSAGES);
            assertThat(people.ledger.failed()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldConnectEveryTwoInARoomOnceAndNobodyElse(Kind kind) {
        try (Gathering people = new Gathering(kind, ROOMS)) {
            people.introduce();
            people.talkDirectly();
            people.runUntil(() -> people.counts().linked() == ENDS);
            people.runUntilTalking(SECOND);

            assertThat(people.counts().linked()).isEqualTo(ENDS);
            assertThat(people.counts().lost()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldTalkOnThoughTheDirectoryDies(Kind kind) {
        try (Gathering people = new Gathering(kind, new Rooms(12, 4))) {
            people.introduce();
            people.talkDirectly();
            people.runUntilTalking(300 * MILLI);
            people.crashDirectory();
            people.runUntil(() -> people.counts().received() == 3 * MESSAGES);

            assertThat(people.counts().lost()).isZero();
            assertThat(people.ledger.failed()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldIntroduceThoseWhoComeOnceTheDirectoryLivesAgain(Kind kind) {
        try (Gathering people = new Gathering(kind, ROOMS)) {
            people.introduce();
            people.talkDirectly();
            people.runUntilTalking(-700 * MILLI);
            people.crashDirectory();
            people.runUntilTalking(-300 * MILLI);
            assertThat(people.counts().linked()).isLessThan(ENDS);
            people.introduce();

            people.runUntil(() -> people.counts().linked() == ENDS);
            assertThat(people.counts().lost()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldLoseOnlyWhatIsForTheDead(Kind kind) {
        try (Gathering people = new Gathering(kind, new Rooms(4, 4))) {
            people.introduce();
            people.talkDirectly(new Death(3, people.after(0)));
            people.runUntilTalking(SECOND);
            // the rest reaches two, but for what was on its way
            people.runUntil(() -> people.ledger.intended().size() == MESSAGES
                    && people.counts().received() >= 2 * people.counts().said() - 6);

            assertThat(people.ledger.failed()).containsOnlyKeys("dead");
            assertThat(people.counts().said())
                    .isEqualTo(MESSAGES - people.ledger.failed().get("dead"));
            // of 12 ends 3 were the dead person's own, and the 3 at the others' side were lost
            assertThat(people.counts().lost()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldFailWhatNobodyCanHear(Kind kind) {
        try (Gathering people = new Gathering(kind, new Rooms(2, 2))) {
            people.introduce();
            people.talkDirectly(new Death(1, people.after(-100 * MILLI)));
            people.runUntil(() -> people.ledger.ended() == MESSAGES);

            assertThat(people.ledger.failed()).containsOnlyKeys("dead", "no peer");
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldNotSendOnAFullConnection(Kind kind) {
        // a message is above the high mark by itself, and before the next is said the last has left
        StreamOptions tight = StreamOptions.DEFAULT.withSendMarks(16, 4096);
        try (Gathering people = new Gathering(kind, new Rooms(4, 4), 400)) {
            people.introduce();
            people.talkDirectly(tight);
            people.runUntil(() -> people.ledger.intended().size() == MESSAGES
                    && people.counts().received() == people.counts().sent());

            assertThat(people.counts().sent() + people.counts().refused()).isEqualTo(3 * MESSAGES);
            assertThat(people.counts().lost()).isZero();
        }
    }
}
