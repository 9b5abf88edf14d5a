package dev.chokepoint.report;

import dev.chokepoint.lab.diagnose.Diagnosis.Chokepoint;
import dev.chokepoint.lab.diagnose.Diagnosis.Next;
import dev.chokepoint.lab.diagnose.Diagnosis.Verification;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.run.RunResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a run found, in sentences.
 *
 * @param warnings which worlds are void, and why
 * @param headline the chokepoint
 * @param details what follows it
 */
record Answer(List<String> warnings, String headline, List<String> details) {
    static Answer of(RunResult result) {
        List<String> warnings = result.worlds().stream()
                .filter(w -> w.voided().isPresent())
                .map(Answer::warning)
                .toList();
        List<WorldResult> valid =
                result.worlds().stream().filter(w -> w.voided().isEmpty()).toList();
        if (valid.isEmpty()) {
            return new Answer(warnings, "No answer: no run was valid.", List.of());
        }
        return answer(warnings, valid);
    }

    private static String warning(WorldResult world) {
        return "VOID: what was measured " + Words.in(world.world()) + " proves nothing. "
                + world.voided().orElseThrow();
    }

    private static Answer answer(List<String> warnings, List<WorldResult> valid) {
        WorldResult first = valid.getFirst();
        List<String> details = new ArrayList<>();
        first.diagnosis().chokepoint().ifPresent(c -> {
            details.add(room(first));
            details.add(first.diagnosis()
                    .next()
                    .map(n -> next(first, n))
                    .orElse("Nothing else would bound it once that is fixed."));
        });
        for (WorldResult other : valid.subList(1, valid.size())) {
            details.add(comparison(first, other));
        }
        return new Answer(warnings, headline(first), List.copyOf(details));
    }

    private static String headline(WorldResult world) {
        return world.diagnosis()
                .chokepoint()
                .map(c -> "The chokepoint is " + Words.place(c.resource()) + ": " + proof(world, c) + ".")
                .orElseGet(() -> "No chokepoint was found: " + absence(world) + ".");
    }

    private static String absence(WorldResult world) {
        return world.load().delivered() == 0 ? "no message was delivered" : "no resource was used";
    }

    private static String proof(WorldResult world, Chokepoint c) {
        return Words.percent(c.utilisation()) + " used, "
                + Words.demand(Worlds.kind(world, c.resource()), c.demandNanos()) + " per message, so at most "
                + Words.rate(c.capacityPerSecond());
    }

    private static String room(WorldResult world) {
        String load = "The offered load, " + Words.rate(world.load().offeredPerSecond()) + ", ";
        return load + (world.diagnosis().saturated() ? "has reached that limit." : "is below that limit.");
    }

    private static String next(WorldResult world, Next next) {
        String prediction = "Fix it (" + next.fix() + ") and the next is "
                + Words.place(next.chokepoint().resource()) + ", at most "
                + Words.rate(next.chokepoint().capacityPerSecond());
        Optional<String> shown = next.verified().map(v -> verification(world, v));
        return prediction + shown.orElse("; that is a prediction, it was not run again.");
    }

    private static String verification(WorldResult world, Verification v) {
        if (v.confirmed()) {
            return "; running again with the fix confirmed it.";
        }
        Chokepoint found = v.found();
        return "; but running again with the fix found " + Words.place(found.resource()) + " instead, "
                + proof(world, found) + ".";
    }

    private static String comparison(WorldResult first, WorldResult other) {
        Optional<Chokepoint> here = other.diagnosis().chokepoint();
        String where = Words.in(other.world());
        String place = Character.toUpperCase(where.charAt(0)) + where.substring(1);
        if (here.isEmpty()) {
            return place + " no chokepoint was found: " + absence(other) + ".";
        }
        Chokepoint c = here.get();
        boolean same = first.diagnosis()
                .chokepoint()
                .map(f -> f.resource().equals(c.resource()))
                .orElse(false);
        return place + (same ? " it is the same one: " : " it is " + Words.place(c.resource()) + " instead: ")
                + proof(other, c) + ".";
    }
}
