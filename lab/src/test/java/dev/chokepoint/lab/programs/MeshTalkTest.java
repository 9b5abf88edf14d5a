package dev.chokepoint.lab.programs;

import static dev.chokepoint.lab.programs.Gathering.MESSAGES;
import static dev.chokepoint.lab.programs.Gathering.MILLI;
import static dev.chokepoint.lab.programs.Gathering.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.programs.peer.Death;
import dev.chokepoint.programs.talk.Rooms;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MeshTalkTest {
    private static final int ALL = 100;
    private static final int MANY = 1000;

    @ParameterizedTest
    @EnumSource
    void shouldReachEverybodyInTheRoomOnceByWayOfOthers(Kind kind) {
        try (Gathering people = new Gathering(kind, new Rooms(40, 20))) {
            people.gossip(4, ALL, MANY);
            people.runUntil(() -> people.counts().received() == 19 * MESSAGES);
            people.runUntilTalking(SECOND + 300 * MILLI);

            assertThat(people.counts().received()).isEqualTo(19 * MESSAGES);
            assertThat(people.counts().duplicates()).isPositive();
            assertThat(people.counts().sent())
                    .isEqualTo(people.counts().received() + people.counts().duplicates());
            assertThat(people.counts().meanHops()).isBetween(1.5, 4.0);
            assertThat(people.ledger.delivered()).hasSize(MESSAGES);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldSendLessAndReachFewerWithALowFanOut(Kind kind) {
        try (Gathering people = new Gathering(kind, new Rooms(20, 20))) {
            people.gossip(6, 2, MANY);
            people.runUntilTalking(SECOND + 300 * MILLI);
            people.runUntil(() -> people.counts().said() == MESSAGES);

            // whoever hears of it tells two: the last are told by chance
            assertThat(people.counts().coverage(19)).isBetween(0.6, 0.99);
            assertThat(people.counts().sentPerDelivery()).isBetween(1.9, 2.2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldLoseNearlyNothingWhenNeighboursDie(Kind kind) {
        Rooms room = new Rooms(20, 20);
        try (Gathering people = new Gathering(kind, room)) {
            Death[] deaths = {
                new Death(3, people.after(300 * MILLI)),
                new Death(7, people.after(300 * MILLI)),
                new Death(11, people.after(300 * MILLI))
            };
            people.gossip(4, ALL, MANY, deaths);
            people.runUntilTalking(300 * MILLI);
            long linked = people.counts().linked();
            people.runUntilTalking(SECOND + 300 * MILLI);

            assertThat(people.counts().lost()).isPositive();
            assertThat(people.counts().linked()).as("repaired").isGreaterThan(linked);
            long living = 16 * people.counts().said();
            assertThat(people.counts().received()).isGreaterThan(living * 95 / 100);
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldEndThoughEverybodyForgetsAtOnce(Kind kind) {
        try (Gathering people = new Gathering(kind, new Rooms(6, 6))) {
            people.gossip(3, ALL, 1);
            people.runUntilTalking(SECOND);
            long[] before = {-1};
            people.runUntil(() -> {
                boolean quiet = people.counts().sent() == before[0];
                before[0] = people.counts().sent();
                return quiet;
            });

            assertThat(people.counts().coverage(5)).isGreaterThanOrEqualTo(1);
        }
    }
}
