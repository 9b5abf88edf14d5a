package dev.chokepoint.report;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunResult;

/** The command that makes a run again. */
final class Command {
    private Command() {}

    static String of(RunResult result) {
        return "./chokepoint " + verb(result) + " " + quoted(result.scenarioFile()) + " --seed "
                + result.scenario().seed();
    }

    private static String verb(RunResult result) {
        if (result.worlds().size() > 1) {
            return "run";
        }
        return result.worlds().getFirst().world() == World.LIVE ? "live" : "simulate";
    }

    /** As a POSIX shell takes it for one word. */
    static String quoted(String word) {
        boolean plain =
                !word.isEmpty() && word.chars().allMatch(c -> Character.isLetterOrDigit(c) || "/._-+".indexOf(c) >= 0);
        return plain ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
