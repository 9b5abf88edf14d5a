package dev.chokepoint.lab.models;

import dev.chokepoint.lab.capacity.CapacityResult;
import dev.chokepoint.lab.diagnose.Bounds;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.models.ModelPlan.Method;
import dev.chokepoint.lab.run.RunException;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.run.Trials;
import dev.chokepoint.lab.scenario.Problem;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.lab.scenario.ScenarioException;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.lab.scenario.Variation.Times;
import dev.chokepoint.lab.topology.AddressPlan;
import dev.chokepoint.lab.topology.Topology;
import dev.chokepoint.programs.load.Workload;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs the variants of a plan, one after the other. One thread uses it. */
final class Comparing {
    /** A simulation with more clients than the scenario has lasts as long as about so many messages take, or as written. */
    private static final double MESSAGES = 200_000;

    private static final long WARMUP_LEAST_NANOS = 250_000_000;
    private static final long DURATION_LEAST_NANOS = 500_000_000;

    /** How a variant's time is shared among its parts, about. */
    private static final double HEALTHY_PART = 0.4;

    private static final double SEARCH_PART = 0.4;

    private final Scenario scenario;
    private final ScenarioSource source;
    private final ModelPlan plan;
    private final RunProgress user;

    Comparing(Scenario scenario, ScenarioSource source, ModelPlan plan, RunProgress user) {
        this.scenario = scenario;
        this.source = source;
        this.plan = plan;
        this.user = user;
    }

    /** Those that were done before the user stopped it. */
    List<ModelOutcome> outcomes() {
        List<ModelOutcome> outcomes = new ArrayList<>();
        for (ModelVariant variant : variants()) {
            double done = outcomes.size();
            String name = variant.model().word() + ", " + String.format(Locale.ROOT, "%,d clients", variant.clients());
            Optional<ModelOutcome> outcome =
                    outcome(variant, new Part(user, name, done / plan.size(), (done + 1) / plan.size()));
            if (outcome.isEmpty()) {
                break;
            }
            outcomes.add(outcome.get());
        }
        return outcomes;
    }

    private List<ModelVariant> variants() {
        List<ModelVariant> variants = new ArrayList<>();
        plan.worlds()
                .forEach(world -> plan.clients()
                        .forEach(clients ->
                                plan.models().forEach(model -> variants.add(new ModelVariant(world, model, clients)))));
        return variants;
    }

    /** One that can't run, for want of descriptors or because the model doesn't fit, does not keep the others from it. */
    private Optional<ModelOutcome> outcome(ModelVariant variant, Part progress) {
        try {
            Optional<ModelFigures> figures = figures(variant, progress);
            return user.stopped() ? Optional.empty() : figures.map(f -> ModelOutcome.of(variant, f));
        } catch (RunException e) {
            return Optional.of(ModelOutcome.skipped(variant, e.getMessage()));
        } catch (ScenarioException e) {
            Problem first = e.problems().getFirst();
            return Optional.of(ModelOutcome.skipped(variant, first.message() + " (" + first.hint() + ")"));
        }
    }

    /** What the scenario's own checks can't know of other numbers of clients. */
    private static void requireRoom(Scenario varied) {
        if (varied.app() instanceof App.Chat chat && ModelPlan.count(varied) < chat.room()) {
            throw new RunException(ModelPlan.count(varied) + " people don't fill a room of " + chat.room()
                    + ": compare more clients, or lower room in app");
        }
    }

    private Optional<ModelFigures> figures(ModelVariant variant, Part progress) {
        Variation variation = variation(variant);
        Scenario varied = new ScenarioSource(source.text(), variation).read();
        requireRoom(varied);
        if (variant.world() == World.LIVE) {
            Trials.requireLive(varied, source);
        }
        Runner runner = switch (variant.world()) {
            case SIMULATION -> new SimulatedRunner(source, plan.replications());
            case LIVE -> new LiveRunner(source);
            case TWIN -> throw new IllegalArgumentException("a twin belongs to one live run");
        };
        Optional<Runs> healthy = runner.run(variation, progress.part("", 0, HEALTHY_PART));
        if (healthy.isEmpty() || user.stopped()) {
            return Optional.empty();
        }
        Topology topology = Topology.of(varied, new AddressPlan.Virtual(varied.family()));
        Runs runs = healthy.get();
        boolean first = variant.clients() == plan.clients().getFirst();
        Optional<CapacityFigure> capacity = capacity(
                first, runner, variation, runs, progress.part(", capacity", HEALTHY_PART, HEALTHY_PART + SEARCH_PART));
        List<Death> deaths = first && runs.whole().voided().isEmpty()
                ? new Deaths(runner, source, variation, runs)
                        .all(varied, topology, progress.part("", HEALTHY_PART + SEARCH_PART, 1))
                : List.of();
        return Optional.of(new ModelFigures(
                varied,
                topology.drawing(),
                runs.whole(),
                runs.each(),
                runs.estimates(),
                capacity,
                deaths,
                Cost.of(varied, topology),
                Bounds.receivers(varied),
                Trials.verdicts(varied, runs.whole())));
    }

    /** Only the first number of clients is searched: a curve of searches would take hours. */
    private Optional<CapacityFigure> capacity(
            boolean first, Runner runner, Variation variation, Runs runs, Part progress) {
        return switch (first ? plan.capacity() : Method.BOUND) {
            case BOUND -> CapacityFigure.bound(runs.whole(), runs.each());
            case SEARCH -> {
                CapacityResult found = runner.search(variation, progress);
                yield found.worlds().stream()
                        .findFirst()
                        .flatMap(world -> CapacityFigure.search(world.capacity(), found.objectives()));
            }
        };
    }

    /** More clients bring more load: an open loop's rate grows with them. */
    private Variation variation(ModelVariant variant) {
        Variation model = source.variation().withModel(variant.model());
        int written = ModelPlan.count(scenario);
        if (variant.clients() == written) {
            return model;
        }
        boolean closed = scenario.clients().getFirst().load() instanceof Workload.Closed;
        double load = closed ? 1 : (double) variant.clients() / written;
        Variation scaled = model.withClients(variant.clients()).withLoad(load);
        return variant.world() == World.SIMULATION ? scaled.withTimes(times(scaled)) : scaled;
    }

    private Times times(Variation variation) {
        Scenario varied = new ScenarioSource(source.text(), variation).read();
        double seconds = (varied.warmupNanos() + varied.durationNanos()) / 1e9;
        double part = Math.min(1, MESSAGES / (Bounds.offeredPerSecond(varied) * seconds));
        return new Times(
                shortened(varied.warmupNanos(), part, WARMUP_LEAST_NANOS),
                shortened(varied.durationNanos(), part, DURATION_LEAST_NANOS));
    }

    private static long shortened(long nanos, double part, long leastNanos) {
        return Math.min(nanos, Math.max(leastNanos, (long) (part * nanos)));
    }
}
