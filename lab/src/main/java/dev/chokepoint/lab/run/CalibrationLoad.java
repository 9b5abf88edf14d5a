package dev.chokepoint.lab.run;

import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.ScenarioText;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.live.IoModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One run of a calibration. The sizes, links and numbers of clients differ so that each unit of work varies without the
 * others; rates go up in steps, because waking up gets rarer as they do.
 *
 * @param name for people
 * @param use what it is for
 * @param sizes keys of {@code ask}
 * @param clients how many
 * @param link keys of the link
 * @param rates one a step, per second; none for a closed loop of one client
 * @param seconds of the whole load
 */
record CalibrationLoad(
        String name, Use use, String sizes, int clients, String link, List<Integer> rates, double seconds) {
    /** How many rates are held out. */
    static final int HELD_OUT_STEPS = 3;

    private static final double BRIEF = 2.2;
    private static final double LONG = 6;
    private static final double SHORTEST = 0.4;

    /** What a run is for. */
    enum Use {
        FIT,
        HELD_OUT,
        HOP,
        CONNECTS
    }

    static List<CalibrationLoad> all(boolean brief) {
        double seconds = brief ? BRIEF : LONG;
        List<CalibrationLoad> all = new ArrayList<>();
        all.add(new CalibrationLoad(
                "small messages",
                Use.FIT,
                "request: 200B, response: 200B",
                100,
                "latency: 500us",
                List.of(300, 1_500, 6_000),
                seconds));
        all.add(new CalibrationLoad(
                "large answers",
                Use.FIT,
                "request: 200B, response: 30kB",
                20,
                "latency: 500us",
                List.of(200, 1_000, 3_000),
                seconds));
        all.add(new CalibrationLoad(
                "large answers in pieces",
                Use.FIT,
                "request: 200B, response: 20kB",
                20,
                "latency: 500us, bandwidth: 400Mbit/s",
                List.of(100, 400, 1_000),
                seconds));
        if (!brief) {
            all.add(new CalibrationLoad(
                    "large requests",
                    Use.FIT,
                    "request: 30kB, response: 200B",
                    20,
                    "latency: 500us",
                    List.of(200, 1_000, 3_000),
                    seconds));
            all.add(new CalibrationLoad(
                    "few clients",
                    Use.FIT,
                    "request: 1kB, response: 1kB",
                    4,
                    "latency: 0us",
                    List.of(500, 2_000, 8_000),
                    seconds));
        }
        all.add(new CalibrationLoad(
                "a load held out",
                Use.HELD_OUT,
                "request: 700B, response: 4kB",
                60,
                "latency: 1ms, bandwidth: 200Mbit/s",
                List.of(400, 1_600, 3_200),
                seconds));
        all.add(new CalibrationLoad(
                "connects",
                Use.CONNECTS,
                "request: 200B, response: 200B",
                1_500,
                "latency: 500us",
                List.of(20),
                SHORTEST));
        all.add(new CalibrationLoad(
                "ping-pong", Use.HOP, "request: 200B, response: 200B", 1, "latency: 500us", List.of(), seconds));
        return all;
    }

    /** The same in the twin and over sockets. */
    ScenarioSource source(IoModel io) {
        ScenarioText text = new ScenarioText(
                "calibration", """
                name: calibration
                warmup: 200ms
                duration: %dms
                app: {ask: {%s, work: 0s}}
                clients: [{name: clients, count: %d, load: %s, link: {%s}}]
                """.formatted(Math.round(1000 * seconds), sizes, clients, load(), link));
        return new ScenarioSource(text, Variation.NONE.withIo(io));
    }

    private String load() {
        if (rates.isEmpty()) {
            return "{closed: {think: {mean: 3ms, law: exponential}}}";
        }
        long each = Math.round((1000 * seconds + 200) / rates.size());
        List<String> steps = rates.stream()
                .map(rate -> String.format(Locale.ROOT, "{rate: %d/s, for: %dms}", rate, each))
                .toList();
        return "{steps: [" + String.join(", ", steps) + "]}";
    }
}
