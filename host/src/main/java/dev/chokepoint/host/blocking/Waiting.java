package dev.chokepoint.host.blocking;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** The tasks that wait for one connection or listener. Touched by whoever has the baton. */
final class Waiting {
    private final Tasks lane;
    private final List<Baton> batons = new ArrayList<>();

    Waiting(Tasks lane) {
        this.lane = lane;
    }

    /** Task: returns once {@code condition}, which the lane tests at each {@link #wake}, has been true. */
    void await(BooleanSupplier condition) {
        Baton baton = Baton.current(lane);
        batons.add(baton);
        try {
            baton.await(condition);
        } finally {
            batons.remove(baton);
        }
    }

    /** Lane: has every waiting task's condition tested. */
    void wake() {
        List.copyOf(batons).forEach(Baton::wake);
    }
}
