package dev.chokepoint.host.blocking;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import java.util.ArrayList;
import java.util.List;

/** The program of one lane whose tasks block. Touched by the lane, or by the one task that has the baton. */
final class Tasks implements Program {
    private final Task first;
    private final List<Baton> alive = new ArrayList<>(); // in starting order
    private long started;

    Tasks(Task first) {
        this.first = first;
    }

    @Override
    public void start(Host host) {
        BlockingHost blocking = new BlockingHost(host, this);
        baton(blocking, first).begin();
    }

    Baton baton(BlockingHost host, Task task) {
        Baton baton = new Baton(this, "task " + started, () -> run(host, task));
        started++;
        alive.add(baton);
        return baton;
    }

    @SuppressWarnings("InterruptedExceptionSwallowed") // handed on with everything else
    private static void run(BlockingHost host, Task task) {
        try {
            task.run(host);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new TaskFailure("a task failed: " + e, e);
        }
    }

    void remove(Baton done) {
        alive.remove(done);
    }

    @Override
    public void stop() {
        new ArrayList<>(alive).forEach(Baton::end);
        alive.clear();
    }
}
