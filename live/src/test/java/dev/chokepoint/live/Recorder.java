package dev.chokepoint.live;

import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** An observer that keeps everything, in the order of time. */
final class Recorder implements Observer {
    /** One call. */
    record Entry(long message, String what, long atNanos) {}

    private final List<String> stages = new ArrayList<>();
    private final List<Entry> entries = new ArrayList<>();

    @Override
    public synchronized int stage(Phase phase, String place) {
        String name = phase + "@" + place;
        if (!stages.contains(name)) {
            stages.add(name);
        }
        return stages.indexOf(name);
    }

    @Override
    public synchronized void intended(long message, long atNanos, int copies) {
        entries.add(new Entry(message, "intended", atNanos));
    }

    @Override
    public synchronized void enter(long message, int stage, long atNanos) {
        entries.add(new Entry(message, stages.get(stage), atNanos));
    }

    @Override
    public synchronized void delivered(long message, long atNanos) {
        entries.add(new Entry(message, "delivered", atNanos));
    }

    @Override
    public synchronized void failed(long message, String error, long atNanos) {
        entries.add(new Entry(message, error, atNanos));
    }

    /** What became of one message; calls at the same time stay in the order they came. */
    synchronized List<Entry> of(long message) {
        return entries.stream()
                .filter(entry -> entry.message() == message)
                .sorted(Comparator.comparingLong(Entry::atNanos))
                .toList();
    }
}
