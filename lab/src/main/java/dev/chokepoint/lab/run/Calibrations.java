package dev.chokepoint.lab.run;

import dev.chokepoint.lab.calibrate.Calibration;
import dev.chokepoint.lab.calibrate.CalibrationException;
import dev.chokepoint.lab.calibrate.CalibrationStore;
import dev.chokepoint.lab.measure.WorldResult;
import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Transport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The calibration that a run's twin uses: the one that is kept, or one made briefly for this run.
 *
 * @param found empty when none could be made
 * @param notes what is to be said of it
 */
record Calibrations(Optional<Calibration> found, List<String> notes) {
    /** Copies the list. */
    Calibrations {
        notes = List.copyOf(notes);
    }

    /** Finds it, or makes a brief one; a run goes on without a twin when that fails. */
    static Calibrations ready(Scenario scenario, RunProgress progress) {
        CalibrationStore store = Calibrator.store(scenario.server().io());
        List<String> notes = new ArrayList<>();
        Optional<Calibration> kept = Optional.empty();
        try {
            kept = store.find();
        } catch (CalibrationException e) {
            notes.add(e.getMessage() + "; it was measured anew");
        }
        try {
            boolean made = kept.isEmpty();
            Calibration calibration =
                    made ? Calibrator.calibrate(store, scenario.server().io(), true, progress) : kept.get();
            notes.add(said(calibration, made));
            if (scenario.transport() instanceof Transport.Udp) {
                notes.add("the costs were measured with streams; those of datagrams differ somewhat");
            }
            return new Calibrations(Optional.of(calibration), notes);
        } catch (RunException e) {
            notes.add("there is no twin: " + e.getMessage());
            return new Calibrations(Optional.empty(), notes);
        }
    }

    private static String said(Calibration calibration, boolean made) {
        double off = Math.max(calibration.heldOutError("server"), calibration.heldOutError("clients"));
        return (made ? "costs were calibrated for this run" : "costs were calibrated " + calibration.at())
                + (calibration.brief() ? ", briefly (`chokepoint calibrate` does it properly)" : "")
                + "; at loads held out they were off by " + Quantities.percent(off);
    }

    WorldResult noted(WorldResult result) {
        WorldResult with = result;
        for (String note : notes) {
            with = with.withNote(note);
        }
        return with;
    }
}
