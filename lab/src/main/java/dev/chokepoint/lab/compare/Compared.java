package dev.chokepoint.lab.compare;

import dev.chokepoint.lab.run.LiveMeasurement;
import dev.chokepoint.lab.run.Machine;
import dev.chokepoint.lab.run.RunException;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioException;
import dev.chokepoint.lab.scenario.ScenarioSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A scenario in its variants.
 *
 * @param scenario as written
 * @param scenarioFile where it was read from
 * @param scenarioText its text
 * @param startedAt when
 * @param machine what they ran on, one line
 * @param asked how many variants there were to run
 * @param outcomes of those that were run before the user stopped it, in that order
 */
public record Compared(
        Scenario scenario,
        String scenarioFile,
        String scenarioText,
        Instant startedAt,
        String machine,
        int asked,
        List<Outcome> outcomes) {
    /** Copies the list. */
    public Compared {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Runs each variant live, one after the other.
     *
     * @param scenario with something to compare
     * @param source where it came from
     * @param progress told how it goes; may stop it early, and the variant under way is then left out
     * @return what became of each
     * @throws ScenarioException the scenario has what only the simulator can do
     */
    public static Compared of(Scenario scenario, ScenarioSource source, RunProgress progress) {
        Instant startedAt = Instant.now();
        List<Variant> variants = Variant.of(scenario, source.variation());
        List<Outcome> outcomes = new ArrayList<>();
        for (Variant variant : variants) {
            Outcome outcome = run(variant, source, new Part(progress, variant, outcomes.size(), variants.size()));
            if (progress.stopped()) {
                break;
            }
            outcomes.add(outcome);
        }
        return new Compared(
                scenario,
                source.text().file(),
                source.text().text(),
                startedAt,
                Machine.describe(),
                variants.size(),
                outcomes);
    }

    /** One that can't run here, for want of descriptors or threads, does not keep the others from it. */
    private static Outcome run(Variant variant, ScenarioSource source, RunProgress progress) {
        ScenarioSource varied = new ScenarioSource(source.text(), variant.variation());
        try {
            return Outcome.of(variant, LiveMeasurement.of(varied.read(), varied, progress));
        } catch (RunException e) {
            return Outcome.skipped(variant, e.getMessage());
        }
    }

    /**
     * The numbers of clients.
     *
     * @return each once, in the order in which they were run
     */
    public List<Integer> clients() {
        return outcomes.stream()
                .map(outcome -> outcome.variant().clients())
                .distinct()
                .toList();
    }

    /**
     * What has more than its number of clients in common.
     *
     * @return the series, each once, in the order in which they were run
     */
    public List<String> series() {
        return outcomes.stream()
                .map(outcome -> outcome.variant().series())
                .distinct()
                .toList();
    }

    /**
     * The variants with so many clients.
     *
     * @param clients how many
     * @return in the order in which they were run
     */
    public List<Outcome> with(int clients) {
        return outcomes.stream()
                .filter(outcome -> outcome.variant().clients() == clients)
                .toList();
    }

    /**
     * The believable one with so many clients that carried most.
     *
     * @param clients how many
     * @return empty where none can be believed
     */
    public Optional<Outcome> most(int clients) {
        return believable(clients).max(Comparator.comparingDouble(Outcome::carriedPerSecond));
    }

    /**
     * The believable one with so many clients that carried least.
     *
     * @param clients how many
     * @return empty where none can be believed
     */
    public Optional<Outcome> least(int clients) {
        return believable(clients).min(Comparator.comparingDouble(Outcome::carriedPerSecond));
    }

    private Stream<Outcome> believable(int clients) {
        return with(clients).stream().filter(outcome -> outcome.doubt().isEmpty());
    }

    /** The progress of one of several runs. */
    private record Part(RunProgress whole, Variant variant, int done, int all) implements RunProgress {
        @Override
        public void step(String what, double fraction) {
            whole.step(
                    variant.series() + ", " + variant.clients() + " (" + (done + 1) + " of " + all + ")",
                    (done + Math.clamp(fraction, 0, 1)) / all);
        }

        @Override
        public boolean stopped() {
            return whole.stopped();
        }
    }
}
