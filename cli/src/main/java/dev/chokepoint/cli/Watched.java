package dev.chokepoint.cli;

import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.report.Progress;

/** Shows a run's progress and passes Ctrl-C on to it. */
record Watched(Progress progress, Interrupt interrupt) implements RunProgress {
    @Override
    public void step(String what, double fraction) {
        progress.step(what, fraction);
    }

    @Override
    public boolean stopped() {
        return interrupt.asked();
    }
}
