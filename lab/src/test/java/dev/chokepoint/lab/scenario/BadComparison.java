package dev.chokepoint.lab.scenario;

import static dev.chokepoint.lab.scenario.BadScenario.both;
import static dev.chokepoint.lab.scenario.BadScenario.readerOnly;
import static dev.chokepoint.lab.scenario.BadScenario.root;

import java.util.List;

/** Mistakes in {@code compare}. */
final class BadComparison {
    private BadComparison() {}

    static List<BadScenario> all() {
        return List.of(
                both(root("compare: {}"), "3:1", "compare", "compare: names nothing to vary", "write models: [central"),
                both(root("compare: {oi: [pool]}"), "3:11", "oi", "unknown key \"oi\" in compare", "did you mean io?"),
                both(root("compare: {io: pool}"), "3:15", "pool", "io: must be a list", "after a dash"),
                both(root("compare: {io: []}"), "3:11", "io", "io: has 0 items", "give 1 to 5"),
                both(root("compare: {io: [poll]}"), "3:16", "poll", "unknown value \"poll\"", "did you mean pool?"),
                both(root("compare: {io: [pool, pool]}"), "3:11", "io", "io: names pool twice", "name each once"),
                both(
                        root("compare: {models: [centrl]}"),
                        "3:20",
                        "centrl",
                        "unknown value \"centrl\"",
                        "did you mean central?"),
                readerOnly(
                        root("compare: {models: [central], io: [pool]}"),
                        "3:1",
                        "compare",
                        "compare: varies models and io at once",
                        "compare one of them, then the other"),
                both(root("compare: {clients: [0]}"), "3:21", "0", "0 is out of range", "1 to 1000000"),
                both(root("compare: {clients: [5, 5]}"), "3:11", "clients", "clients: names 5 twice", "name each once"),
                readerOnly(
                        "app: {ask: {}}\nclients: [{load: {poisson: 9/s}}, {name: b, load: {poisson: 9/s}}]\n"
                                + "compare: {clients: [5]}",
                        "3:11",
                        "clients",
                        "of one group, and there are 2 groups",
                        "leave one group, or compare io alone"));
    }
}
