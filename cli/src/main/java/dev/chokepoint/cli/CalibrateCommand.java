package dev.chokepoint.cli;

import dev.chokepoint.lab.calibrate.Calibration;
import dev.chokepoint.lab.calibrate.CalibrationException;
import dev.chokepoint.lab.calibrate.CalibrationStore;
import dev.chokepoint.lab.run.Calibrator;
import dev.chokepoint.live.IoModel;
import dev.chokepoint.report.CalibrationReport;
import dev.chokepoint.report.Progress;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code chokepoint calibrate}: what this machine takes for what the simulator charges. */
@Command(
        name = "calibrate",
        header = "Measures what this machine's CPU takes for what the simulator charges, for the twin of live runs.",
        description = {
            "Runs the live server at several loads, fits what a wake-up, read, write, byte, ... costs, and checks that at loads"
                    + " held out. It is kept for this machine and build; `chokepoint run` uses it, and makes a brief one"
                    + " where there is none."
        },
        mixinStandardHelpOptions = true,
        footer = {"", "Example: @|bold chokepoint calibrate --show|@"})
final class CalibrateCommand implements Callable<Integer> {
    @Option(names = "--force", description = "measure again, even if a calibration of this machine and build is kept")
    private boolean force;

    @Option(names = "--show", description = "only print the one that is kept")
    private boolean show;

    @Option(names = "--brief", description = "fewer and shorter runs: half a minute instead of a minute and a half")
    private boolean brief;

    @Option(names = "--json", description = "machine-readable, to standard output instead of the text")
    private boolean json;

    @Override
    public Integer call() {
        CalibrationStore store = Calibrator.store(IoModel.EVENT_LOOP);
        Optional<Calibration> kept = force && !show ? Optional.empty() : find(store);
        if (show && kept.isEmpty()) {
            throw new UsageException("no calibration of this machine and build is kept in " + store.file()
                    + ": run `chokepoint calibrate`");
        }
        boolean enough = kept.isPresent() && (show || brief || !kept.get().brief());
        Calibration calibration = enough ? kept.get() : measure(store);
        if (json) {
            System.out.println(CalibrationStore.text(calibration));
        } else {
            CalibrationReport.print(calibration, System.out, Screen.columns(), Screen.colour());
            System.out.println("Kept in " + store.file());
        }
        System.out.flush();
        return Exit.DONE;
    }

    private static Optional<Calibration> find(CalibrationStore store) {
        try {
            return store.find();
        } catch (CalibrationException e) {
            System.err.println(e.getMessage() + ". Measuring anew.");
            return Optional.empty();
        }
    }

    private Calibration measure(CalibrationStore store) {
        Progress progress = Progress.on(System.err, Screen.isTerminal());
        try (Interrupt interrupt = Interrupt.install()) {
            return Calibrator.calibrate(store, IoModel.EVENT_LOOP, brief, new Watched(progress, interrupt));
        } finally {
            progress.close(); // leaves standard error open
        }
    }
}
