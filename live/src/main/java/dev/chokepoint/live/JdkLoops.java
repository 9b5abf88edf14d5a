package dev.chokepoint.live;

import dev.chokepoint.host.world.HostSpec;
import java.util.ArrayList;
import java.util.List;

/** Loops of our own: one a lane, and one more that accepts when there are several lanes. */
final class JdkLoops implements Loops {
    private final List<JdkLoop> loops = new ArrayList<>();

    JdkLoops(HostSpec spec, Surroundings world) {
        int count = spec.lanes() == 1 ? 1 : spec.lanes() + 1;
        ThreadBudget budget = new ThreadBudget();
        for (int i = 0; i < count; i++) {
            loops.add(loop(new LaneThreads(spec, i, world), budget, world));
        }
    }

    private static JdkLoop loop(LaneThreads threads, ThreadBudget budget, Surroundings world) {
        return switch (world.io()) {
            case EVENT_LOOP -> throw new IllegalArgumentException("event loops are Netty's");
            case SELECTOR -> new SelectorLoop(threads);
            case POOL -> new PoolLoop(threads);
            case PLATFORM -> new BlockingLoop(threads, new ConnectionThreads.Platform(threads, budget));
            case VIRTUAL -> new BlockingLoop(threads, new ConnectionThreads.Virtual(world.carriers()));
        };
    }

    @Override
    public LaneLoop lane(int index) {
        return loops.get(index);
    }

    @Override
    public LaneLoop acceptor() {
        return loops.getLast();
    }

    @Override
    public void stop() {
        loops.forEach(JdkLoop::stop);
    }

    @Override
    public void awaitStopped() {
        loops.forEach(JdkLoop::awaitStopped);
    }
}
