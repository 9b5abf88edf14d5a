package dev.chokepoint.lab.difference;

import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.measure.WorldResult.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares runs that were made earlier. Stateless. */
public final class Differ {
    private Differ() {}

    /**
     * Compares.
     *
     * @param before the runs before, at least one
     * @param after the runs after, at least one
     * @param noise what counts as noise where there is no interval
     * @return what changed
     * @throws IncomparableException no world is in all of the runs, or none can be believed
     */
    public static RunDifference of(List<SavedRun> before, List<SavedRun> after, Noise noise) {
        List<World> common = common(before, after);
        List<WorldDifference> worlds = common.stream()
                .map(world -> new WorldDiffer(world, before, after, noise).difference())
                .toList();
        if (worlds.stream().allMatch(world -> world.unjudged().isPresent())) {
            throw new IncomparableException(worlds.getFirst().unjudged().orElseThrow()
                    + ", so there is nothing to judge: run that side again on a quieter machine or with less load");
        }
        return new RunDifference(before, after, noise, worlds, warnings(before, after, common));
    }

    private static List<World> common(List<SavedRun> before, List<SavedRun> after) {
        List<World> common = new ArrayList<>(List.of(World.values()));
        all(before, after).forEach(run -> common.removeIf(world -> run.of(world).isEmpty()));
        if (common.isEmpty()) {
            throw new IncomparableException("no world is on both sides: before has " + worlds(before) + ", after has "
                    + worlds(after) + "; a simulation can only be compared with a simulation, and real sockets with"
                    + " real sockets");
        }
        return common;
    }

    private static Stream<SavedRun> all(List<SavedRun> before, List<SavedRun> after) {
        return Stream.concat(before.stream(), after.stream());
    }

    private static String worlds(List<SavedRun> runs) {
        String names = runs.stream()
                .flatMap(run -> run.worlds().stream())
                .map(result -> result.world().name().toLowerCase(Locale.ROOT))
                .distinct()
                .collect(Collectors.joining(" and "));
        return names.isEmpty() ? "none" : names;
    }

    private static List<String> warnings(List<SavedRun> before, List<SavedRun> after, List<World> common) {
        List<String> warnings = new ArrayList<>();
        if (differ(before, after, SavedRun::scenario)) {
            warnings.add("these are two scenarios: " + named(before, SavedRun::scenario) + " before, "
                    + named(after, SavedRun::scenario) + " after");
        } else if (differ(before, after, SavedRun::scenarioText)) {
            warnings.add("the scenario's text changed: the differences may come from that");
        }
        boolean live = common.contains(World.LIVE);
        if (live && differ(before, after, SavedRun::machine)) {
            warnings.add("the runs over real sockets are from two machines: " + named(before, SavedRun::machine)
                    + " before, " + named(after, SavedRun::machine) + " after");
        }
        if (differ(before, after, SavedRun::version)) {
            warnings.add("Chokepoint itself changed: " + named(before, SavedRun::version) + " before, "
                    + named(after, SavedRun::version) + " after");
        }
        String left = all(before, after)
                .flatMap(run -> run.worlds().stream())
                .map(WorldResult::world)
                .filter(world -> !common.contains(world))
                .distinct()
                .map(world -> world.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(" and "));
        if (!left.isEmpty()) {
            warnings.add("not in all of the runs, so left out: " + left);
        }
        return warnings;
    }

    private static boolean differ(List<SavedRun> before, List<SavedRun> after, Function<SavedRun, String> what) {
        return all(before, after).map(what).distinct().count() > 1;
    }

    private static String named(List<SavedRun> runs, Function<SavedRun, String> what) {
        return runs.stream().map(what).distinct().collect(Collectors.joining(" and "));
    }
}
