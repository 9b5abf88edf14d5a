package dev.chokepoint.lab.programs;

import static dev.chokepoint.lab.programs.Stage.MILLI;
import static dev.chokepoint.lab.programs.Stage.SECOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.Crash;
import dev.chokepoint.programs.chat.ChatServer;
import dev.chokepoint.programs.chat.ChatServerConfig;
import dev.chokepoint.programs.chat.load.IrcLoad;
import dev.chokepoint.programs.chat.load.IrcLoadConfig;
import dev.chokepoint.programs.load.Workload;
import dev.chokepoint.programs.talk.Rooms;
import dev.chokepoint.programs.talk.TalkPlan;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IrcLoadTest {
    private static final int PEOPLE = 8;

    private static void serve(Stage stage, Address listen) {
        ChatServerConfig config = ChatServerConfig.of("irc.test", listen).withNumbered(true);
        stage.serve((at, told) -> new ChatServer(config, bound -> told.accept(bound.getFirst())));
    }

    /** People talk for so long, 100 times a second, after a ramp; answers when they begin. */
    private static long talk(Stage stage, long rampNanos, long lastsNanos) {
        long start = stage.world.nanoTime() + rampNanos;
        TalkPlan plan = new TalkPlan(
                new Rooms(PEOPLE, 4), 64, new Workload.Constant(100), start, start + lastsNanos, 1_000_000, 3);
        IrcLoadConfig config = new IrcLoadConfig(plan, List.of(stage.server()), StreamOptions.DEFAULT, 100, 10);
        stage.ask(_ -> new IrcLoad(config, _ -> {}));
        return start;
    }

    @ParameterizedTest
    @EnumSource
    void shouldRegisterJoinTalkAndHear(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, Address.inet("127.81.0.1", 0));
            long start = talk(stage, 2 * SECOND, SECOND);
            stage.world.run(start + SECOND - stage.world.nanoTime());
            stage.runUntil(() -> stage.ledger.ended() == 100);

            assertThat(stage.ledger.intended()).hasSize(100).containsKeys(1_000_000L, 1_000_003L);
            assertThat(stage.ledger.delivered().keySet())
                    .isEqualTo(stage.ledger.intended().keySet());
            assertThat(stage.ledger.failed()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldFailWhatIsSaidBeforeOneIsThere(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            TalkPlan plan = new TalkPlan(
                    new Rooms(2, 2), 64, new Workload.Constant(100), stage.world.nanoTime(), Long.MAX_VALUE, 0, 1);
            IrcLoadConfig config = new IrcLoadConfig(plan, List.of(Stage.nobody()), StreamOptions.DEFAULT, 0, 0);
            stage.ask(_ -> new IrcLoad(config, _ -> {}));
            stage.runUntil(() -> stage.ledger.failed().containsKey("refused"));

            assertThat(Set.of("not joined", "refused"))
                    .containsAll(stage.ledger.failed().keySet());
            assertThat(stage.ledger.delivered()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource
    void shouldComeBackToAServerThatDiedAndLives(Kind kind) {
        try (Stage stage = new Stage(kind)) {
            serve(stage, Address.inet("127.81.0.1", 0));
            long start = talk(stage, 2 * SECOND, 600 * SECOND);
            stage.world.run(start - stage.world.nanoTime());
            stage.runUntil(() -> stage.ledger.delivered().size() > 20);
            stage.world.crash("server", Crash.PROCESS);
            stage.runUntil(() -> stage.ledger.failed().containsKey("refused"));
            int before = stage.ledger.delivered().size();
            Address same = stage.server();
            serve(stage, same);
            stage.world.run(50 * MILLI);
            stage.runUntil(() -> stage.ledger.delivered().size() > before + 100);

            assertThat(Set.of("refused", "reset", "closed", "not joined"))
                    .containsAll(stage.ledger.failed().keySet());
        }
    }
}
