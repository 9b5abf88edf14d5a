package dev.chokepoint.report;

import dev.chokepoint.host.world.ResourceUse.Kind;
import dev.chokepoint.lab.measure.ResourceFigures;
import dev.chokepoint.lab.measure.WorldResult;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts what two worlds list side by side. */
final class Worlds {
    private Worlds() {}

    /**
     * The worlds' items in rows: one row a key, one entry a world.
     *
     * @param worlds the worlds
     * @param items what each lists
     * @param key what makes two items the same thing
     * @return rows in an order that keeps each world's own, as far as they agree
     */
    static <T> List<List<Optional<T>>> align(
            List<WorldResult> worlds, Function<WorldResult, List<T>> items, Function<T, ?> key) {
        List<Object> order = new ArrayList<>();
        Map<Object, List<Optional<T>>> rows = new HashMap<>();
        for (int i = 0; i < worlds.size(); i++) {
            int after = 0;
            for (T item : items.apply(worlds.get(i))) {
                Object name = key.apply(item);
                if (!rows.containsKey(name)) {
                    order.add(after, name);
                    rows.put(name, empty(worlds.size()));
                }
                rows.get(name).set(i, Optional.of(item));
                after = order.indexOf(name) + 1;
            }
        }
        return order.stream().map(rows::get).toList();
    }

    private static <T> List<Optional<T>> empty(int size) {
        List<Optional<T>> row = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            row.add(Optional.empty());
        }
        return row;
    }

    /** What kind of thing a resource is; a lane where the world does not list it, as all but windows read alike. */
    static Kind kind(WorldResult world, String resource) {
        return world.resources().stream()
                .filter(r -> r.name().equals(resource))
                .map(ResourceFigures::kind)
                .findFirst()
                .orElse(Kind.LANE);
    }
}
