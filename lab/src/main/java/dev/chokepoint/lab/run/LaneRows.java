package dev.chokepoint.lab.run;

import dev.chokepoint.lab.calibrate.Row;
import dev.chokepoint.live.LaneUnits;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What each lane of a live run did in one stretch of time after the other.
 *
 * @param byHost from the start of the load on
 * @param beginnings of a host's first lane before that: starting, and connecting
 */
record LaneRows(Map<String, List<Row>> byHost, Map<String, Row> beginnings) {
    /** Samples are this many times closer than stretches: short ones are noise. */
    private static final int SAMPLES = 3;

    /** What a run counted: of each lane at one moment after the other, lanes mixed. */
    static LaneRows of(List<LaneUnits> units) {
        Map<String, List<LaneUnits>> byLane = new LinkedHashMap<>();
        units.forEach(one -> byLane.computeIfAbsent(one.host() + " " + one.lane(), _ -> new ArrayList<>())
                .add(one));
        Map<String, List<Row>> rows = new LinkedHashMap<>();
        Map<String, Row> beginnings = new LinkedHashMap<>();
        for (List<LaneUnits> lane : byLane.values()) {
            List<Row> ofHost = rows.computeIfAbsent(lane.getFirst().host(), _ -> new ArrayList<>());
            beginnings.putIfAbsent(
                    lane.getFirst().host(), Row.between(lane.getFirst().nothing(), lane.getFirst()));
            for (int i = SAMPLES; i < lane.size(); i += SAMPLES) {
                ofHost.add(Row.between(lane.get(i - SAMPLES), lane.get(i)));
            }
        }
        return new LaneRows(rows, beginnings);
    }

    List<Row> of(String host) {
        return byHost.getOrDefault(host, List.of());
    }
}
