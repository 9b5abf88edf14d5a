package dev.chokepoint.lab.models;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import java.util.List;
import java.util.OptionalInt;

/**
 * What to compare, and how hard.
 *
 * @param worlds where, in this order: the simulation, real sockets, or both
 * @param models which models, in this order
 * @param clients numbers of clients, in this order; each has its share of the scenario's load
 * @param replications how often each is simulated; empty for as often as is cheap
 * @param capacity how their capacity is told
 */
public record ModelPlan(
        List<World> worlds, List<Model> models, List<Integer> clients, OptionalInt replications, Method capacity) {
    /** Copies the lists. */
    public ModelPlan {
        worlds = List.copyOf(worlds);
        models = List.copyOf(models);
        clients = List.copyOf(clients);
    }

    /** How a capacity is told. */
    public enum Method {
        /** What the measured demand of the chokepoint leaves room for: the utilisation law. Costs nothing. */
        BOUND,
        /** The highest load that was shown to meet the objectives, and the lowest that was shown to miss them. Takes its time. */
        SEARCH
    }

    /**
     * The models that make sense for an application.
     *
     * @param app what servers and clients do
     * @return in the order from one centre to none
     */
    public static List<Model> of(App app) {
        return switch (app) {
            case App.Ask _ -> List.of(Model.CENTRAL, Model.REPLICATED, Model.HYBRID);
            case App.Chat _ -> List.of(Model.values());
        };
    }

    /**
     * The models to compare a scenario in, where nobody says otherwise.
     *
     * @param scenario as written
     * @return those that it names, else all that its app has
     */
    public static List<Model> models(Scenario scenario) {
        List<Model> named = scenario.compare().models();
        return named.isEmpty() ? of(scenario.app()) : named;
    }

    /**
     * The numbers of clients to compare at, where nobody says otherwise.
     *
     * @param scenario as written
     * @return those that it names, else its own
     */
    public static List<Integer> clients(Scenario scenario) {
        List<Integer> named = scenario.compare().clients();
        return named.isEmpty() ? List.of(count(scenario)) : named;
    }

    static int count(Scenario scenario) {
        return scenario.clients().stream().mapToInt(ClientGroup::count).sum();
    }

    /** How many variants that is. */
    int size() {
        return worlds.size() * models.size() * clients.size();
    }
}
