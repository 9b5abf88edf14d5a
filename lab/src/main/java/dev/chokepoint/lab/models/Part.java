package dev.chokepoint.lab.models;

import dev.chokepoint.lab.run.RunProgress;

/** The progress of a part of something longer. */
record Part(RunProgress whole, String name, double from, double to) implements RunProgress {
    @Override
    public void step(String what, double fraction) {
        whole.step(name, from + Math.clamp(fraction, 0, 1) * (to - from));
    }

    @Override
    public boolean stopped() {
        return whole.stopped();
    }

    /** A part of this part. */
    Part part(String what, double begin, double end) {
        return new Part(whole, name + what, from + begin * (to - from), from + end * (to - from));
    }
}
