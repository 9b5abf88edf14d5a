package dev.chokepoint.report;

import dev.chokepoint.lab.measure.Estimate;
import dev.chokepoint.lab.measure.Estimate.Doubt;
import dev.chokepoint.lab.measure.Figure;
import dev.chokepoint.lab.measure.Latency;
import dev.chokepoint.lab.measure.NodeBytes;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.models.CapacityFigure;
import dev.chokepoint.lab.models.Cost;
import dev.chokepoint.lab.models.Death;
import dev.chokepoint.lab.models.ModelFigures;
import dev.chokepoint.lab.models.ModelOutcome;
import dev.chokepoint.lab.models.ModelPlan;
import dev.chokepoint.lab.models.ModelPlan.Method;
import dev.chokepoint.lab.models.ModelVariant;
import dev.chokepoint.lab.models.ModelsCompared;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.scenario.Model;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Three models at 50 and 100 clients: the second is faster and carries more, the third can't be told from it or was skipped. */
public final class ModelFixture {
    private static final List<Model> MODELS = List.of(Model.CENTRAL, Model.REPLICATED, Model.MESH);

    private ModelFixture() {}

    /** All of them but the last, which was not run any more. */
    public static ModelsCompared compared() {
        RunResult run = Fixture.ask();
        List<ModelOutcome> outcomes = new ArrayList<>();
        for (int clients : List.of(50, 100)) {
            outcomes.add(outcome(Model.CENTRAL, clients, 1, 0));
            outcomes.add(outcome(Model.REPLICATED, clients, 0.8, 0));
            if (clients == 50) {
                outcomes.add(outcome(Model.MESH, clients, 0.8, 0.004));
            }
        }
        outcomes.add(new ModelOutcome(
                new ModelVariant(World.LIVE, Model.CENTRAL, 50),
                Optional.empty(),
                Optional.of("this run needs 1064 file descriptors, but this process may open 1000")));
        ModelPlan plan = new ModelPlan(
                List.of(World.SIMULATION, World.LIVE), MODELS, List.of(50, 100), OptionalInt.empty(), Method.BOUND);
        return new ModelsCompared(
                run.scenario(), run.scenarioFile(), run.scenarioText(), run.startedAt(), run.machine(), plan, outcomes);
    }

    private static ModelOutcome outcome(Model model, int clients, double slower, double chance) {
        List<WorldResult> runs = new ArrayList<>();
        for (int run = 0; run < 4; run++) {
            // With chance the sign changes from run to run: no difference that could be told from it.
            runs.add(result(model, slower * (1 + 0.01 * run + (run % 2 == 0 ? chance : -chance))));
        }
        ModelFigures figures = new ModelFigures(
                Fixture.ask().scenario(),
                Fixture.ask().drawing(),
                runs.getFirst(),
                runs,
                List.of(
                        estimate(Figure.CARRIED, 400),
                        estimate(Figure.MEAN, 23e6 * slower),
                        estimate(Figure.P50, 22e6 * slower),
                        estimate(Figure.P99, 29e6 * slower),
                        estimate(Figure.P999, 33e6 * slower)),
                Optional.of(capacity(1_000 / slower)),
                clients == 50 ? List.of(death(model)) : List.of(),
                new Cost(model == Model.CENTRAL ? 1 : 4, 4),
                model == Model.CENTRAL ? 1 : 49,
                List.of());
        return new ModelOutcome(
                new ModelVariant(World.SIMULATION, model, clients), Optional.of(figures), Optional.empty());
    }

    private static Estimate estimate(Figure figure, double value) {
        return new Estimate(figure, value, value / 100, Doubt.NONE);
    }

    private static CapacityFigure capacity(double perSecond) {
        return new CapacityFigure(
                Method.BOUND,
                perSecond,
                perSecond - 10,
                perSecond + 10,
                "server lane 0, 1 / demand",
                List.of(perSecond - 2, perSecond + 2, perSecond - 1, perSecond + 1));
    }

    private static Death death(Model model) {
        double lost = model == Model.CENTRAL ? 1 : 0.01;
        return new Death(
                model == Model.MESH ? "clients/1" : "server",
                4_000_000_000L,
                3_000_000_000L,
                List.of(lost, lost, lost * 0.99, lost),
                lost * 1_200,
                model == Model.CENTRAL ? 0 : 0.002,
                model == Model.CENTRAL ? OptionalLong.empty() : OptionalLong.of(350_000_000L),
                Fixture.ask().worlds().getFirst().timeline());
    }

    private static WorldResult result(Model model, double slower) {
        WorldResult simulated = Fixture.ask().worlds().getFirst();
        Latency latency = new Latency(
                4_000,
                23e6 * slower,
                (long) (22e6 * slower),
                (long) (25e6 * slower),
                (long) (29e6 * slower),
                (long) (33e6 * slower),
                (long) (40e6 * slower),
                simulated.latency().curve());
        return new WorldResult(
                        World.SIMULATION,
                        simulated.load(),
                        latency,
                        simulated.phases(),
                        simulated.resources(),
                        simulated.diagnosis(),
                        simulated.timeline(),
                        simulated.statistics(),
                        Optional.empty(),
                        simulated.traceHash(),
                        Optional.empty(),
                        simulated.notes(),
                        1)
                .withNodes(List.of(
                        new NodeBytes("server", 1, model == Model.MESH ? 0 : 1_200),
                        new NodeBytes("clients", 50, model == Model.MESH ? 90 : 24)));
    }
}
