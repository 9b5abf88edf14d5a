package dev.chokepoint.lab.models;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.Machine;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.ScenarioSource;
import java.time.Instant;
import java.util.List;

/**
 * A scenario in several centralization models.
 *
 * @param scenario as written
 * @param scenarioFile where it was read from
 * @param scenarioText its text
 * @param startedAt when
 * @param machine what it ran on, one line
 * @param plan what was asked for
 * @param outcomes of the variants that were run before the user stopped it, in that order
 */
public record ModelsCompared(
        Scenario scenario,
        String scenarioFile,
        String scenarioText,
        Instant startedAt,
        String machine,
        ModelPlan plan,
        List<ModelOutcome> outcomes) {
    /** Copies the list. */
    public ModelsCompared {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Runs each model at each number of clients in each world.
     *
     * @param scenario as written
     * @param source where it came from
     * @param plan what to compare
     * @param progress told how it goes; may stop it early, and the variant under way is then left out
     * @return what became of each
     */
    public static ModelsCompared of(Scenario scenario, ScenarioSource source, ModelPlan plan, RunProgress progress) {
        Instant startedAt = Instant.now();
        return new ModelsCompared(
                scenario,
                source.text().file(),
                source.text().text(),
                startedAt,
                Machine.describe(),
                plan,
                new Comparing(scenario, source, plan, progress).outcomes());
    }

    /**
     * How many variants were asked for.
     *
     * @return at least as many as there are outcomes
     */
    public int asked() {
        return plan.size();
    }

    /**
     * The worlds in which something was run.
     *
     * @return in that order
     */
    public List<World> worlds() {
        return outcomes.stream().map(one -> one.variant().world()).distinct().toList();
    }

    /**
     * The numbers of clients in a world.
     *
     * @param world which
     * @return in the order in which they were run
     */
    public List<Integer> clients(World world) {
        return outcomes.stream()
                .map(ModelOutcome::variant)
                .filter(variant -> variant.world() == world)
                .map(ModelVariant::clients)
                .distinct()
                .toList();
    }

    /**
     * The models in a world at one number of clients.
     *
     * @param world which
     * @param clients how many
     * @return in the order in which they were run
     */
    public List<ModelOutcome> at(World world, int clients) {
        return outcomes.stream()
                .filter(one -> one.variant().world() == world && one.variant().clients() == clients)
                .toList();
    }

    /**
     * How the models differ there, and whether that is more than chance.
     *
     * @param world which
     * @param clients how many
     * @return every two of them in every figure that is known of both
     */
    public List<Contrast> contrasts(World world, int clients) {
        return Contrasts.of(at(world, clients));
    }

    /**
     * Whether some model met the scenario's objectives.
     *
     * @return true as well where there is no objective and something was measured
     */
    public boolean someMet() {
        return outcomes.stream().flatMap(one -> one.believed().stream()).anyMatch(ModelFigures::met);
    }

    /**
     * Whether anything at all was measured.
     *
     * @return false when every variant was skipped or is void
     */
    public boolean measured() {
        return outcomes.stream().anyMatch(one -> one.believed().isPresent());
    }
}
