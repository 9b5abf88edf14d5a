package dev.chokepoint.lab.compare;

import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Variants;
import dev.chokepoint.lab.scenario.Variation;
import dev.chokepoint.live.IoModel;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * One way to run a scenario.
 *
 * @param series what it has in common with others that differ from it in their clients alone, such as {@code virtual}
 * @param clients how many
 * @param variation what is run otherwise than the file says
 */
public record Variant(String series, int clients, Variation variation) {
    /**
     * All that a scenario's {@code compare} asks for: at each number of clients, every I/O model, so that what changes in the
     * machine meanwhile meets all of them alike.
     *
     * @param scenario with something to compare
     * @param base what is run otherwise in all of them
     * @return in the order in which they are run
     */
    public static List<Variant> of(Scenario scenario, Variation base) {
        Variants compare = scenario.compare();
        List<IoModel> models =
                compare.io().isEmpty() ? List.of(scenario.server().io()) : compare.io();
        int written = scenario.clients().stream().mapToInt(ClientGroup::count).sum();
        List<Variant> all = new ArrayList<>();
        for (int clients : compare.clients().isEmpty() ? List.of(written) : compare.clients()) {
            Variation so = compare.clients().isEmpty() ? base : base.withClients(clients);
            models.forEach(model -> all.add(new Variant(word(model), clients, so.withIo(model))));
        }
        return all;
    }

    /** As scenarios write it. */
    private static String word(IoModel model) {
        return model.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
