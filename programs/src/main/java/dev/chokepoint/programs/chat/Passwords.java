package dev.chokepoint.programs.chat;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Result;
import dev.chokepoint.host.Work;
import dev.chokepoint.programs.chat.guard.PasswordHash;
import java.util.function.Consumer;

/** Checks passwords beside the lane, since that is slow by intent. Lane only. */
final class Passwords {
    /** One unit is a round of the hash function. */
    static final Work.Calibrated WORK = new Work.Calibrated("chat.password");

    /** How a check ended. */
    enum Outcome {
        RIGHT,
        WRONG,
        /** Too many checks were waiting. */
        BUSY
    }

    private final Host host;
    private long wrong;
    private long busy;

    Passwords(Host host) {
        this.host = host;
    }

    void check(PasswordHash hash, String password, Consumer<Outcome> then) {
        host.offload(WORK, hash.iterations(), () -> hash.matches(password), result -> then.accept(count(result)));
    }

    private Outcome count(Result<Boolean> result) {
        Outcome outcome = switch (result) {
            case Result.Done<Boolean>(Boolean right) -> right ? Outcome.RIGHT : Outcome.WRONG;
            case Result.Threw<Boolean> _ -> Outcome.WRONG;
            case Result.Refused<Boolean> _ -> Outcome.BUSY;
        };
        wrong += outcome == Outcome.WRONG ? 1 : 0;
        busy += outcome == Outcome.BUSY ? 1 : 0;
        return outcome;
    }

    long wrong() {
        return wrong;
    }

    long busy() {
        return busy;
    }
}
