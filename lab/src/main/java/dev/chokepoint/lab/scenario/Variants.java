package dev.chokepoint.lab.scenario;

import dev.chokepoint.live.IoModel;
import java.util.List;

/**
 * What {@code compare} varies: it runs the scenario with each centralization model, or with each I/O model, at each number of
 * clients. An empty list leaves the scenario's own value.
 *
 * @param models centralization models; empty where {@code io} is not
 * @param io ways in which the server waits for its sockets
 * @param clients how many clients; the scenario then has one group
 */
public record Variants(List<Model> models, List<IoModel> io, List<Integer> clients) {
    /** The scenario alone. */
    public static final Variants NONE = new Variants(List.of(), List.of(), List.of());

    /** Copies the lists. */
    public Variants {
        models = List.copyOf(models);
        io = List.copyOf(io);
        clients = List.copyOf(clients);
    }
}
