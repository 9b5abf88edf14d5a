package dev.chokepoint.live;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How many units of each kind of calibrated work were done. Any thread. */
final class WorkCount {
    private final Map<String, LongAdder> units = new ConcurrentHashMap<>();

    void add(String work, long count) {
        LongAdder known = units.get(work);
        if (known == null) {
            known = units.computeIfAbsent(work, _ -> new LongAdder());
        }
        known.add(count);
    }

    Map<String, Long> soFar() {
        Map<String, Long> sums = new TreeMap<>();
        units.forEach((work, sum) -> sums.put(work, sum.sum()));
        return sums;
    }
}
