package dev.chokepoint.lab.programs;

import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** What became of each message. */
final class Ledger implements Observer {
    private final SortedMap<Long, Long> intended = new TreeMap<>();
    private final SortedMap<Long, Long> delivered = new TreeMap<>();
    private final SortedMap<String, Integer> failed = new TreeMap<>();
    private final List<String> stages = new ArrayList<>();
    private final List<Long> failedMessages = new ArrayList<>();

    @Override
    public synchronized int stage(Phase phase, String place) {
        String stage = phase + "@" + place;
        if (!stages.contains(stage)) {
            stages.add(stage);
        }
        return stages.indexOf(stage);
    }

    @Override
    public synchronized void intended(long message, long atNanos, int copies) {
        intended.put(message, atNanos);
    }

    @Override
    public void enter(long message, int stage, long atNanos) {}

    @Override
    public synchronized void delivered(long message, long atNanos) {
        delivered.put(message, atNanos);
    }

    @Override
    public synchronized void failed(long message, String error, long atNanos) {
        failed.merge(error, 1, Integer::sum);
        failedMessages.add(message);
    }

    /** The intended times, by message. */
    synchronized SortedMap<Long, Long> intended() {
        return new TreeMap<>(intended);
    }

    synchronized SortedMap<Long, Long> delivered() {
        return new TreeMap<>(delivered);
    }

    /** How many failed, by cause. */
    synchronized SortedMap<String, Integer> failed() {
        return new TreeMap<>(failed);
    }

    /** How many have come to an end, one way or the other. */
    synchronized int ended() {
        return delivered.size() + failedMessages.size();
    }

    @Override
    public synchronized String toString() {
        return intended.size() + " intended, " + delivered.size() + " delivered, failed " + failed;
    }
}
