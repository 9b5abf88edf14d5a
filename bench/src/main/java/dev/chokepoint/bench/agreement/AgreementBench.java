package dev.chokepoint.bench.agreement;

import dev.chokepoint.lab.calibrate.Calibration;
import dev.chokepoint.lab.calibrate.CalibrationStore;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.Calibrator;
import dev.chokepoint.lab.run.Lab;
import dev.chokepoint.lab.run.ReplicationPlan;
import dev.chokepoint.lab.run.RunException;
import dev.chokepoint.lab.run.RunProgress;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.run.Watching;
import dev.chokepoint.lab.scenario.ScenarioSource;
import dev.chokepoint.live.IoModel;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;

/**
 * Runs scenarios live and in their twins at parts of their capacity, several times, and says how far the two are apart. What is
 * done is kept in {@code bench/results/agreement.csv}, so that a run that was interrupted goes on where it was; {@code fresh=true}
 * begins anew. Other arguments: {@code runs=5}, {@code only=NAME}.
 */
public final class AgreementBench {
    /** Parts of the capacity that the twin predicts. */
    static final List<Double> LOADS = List.of(0.2, 0.5, 0.8);

    private static final Path FOLDER = Path.of("bench", "results");
    private static final int RUNS = 5;
    private static final int CAPACITY_RUNS = 3;
    private static final ReplicationPlan TEN = new ReplicationPlan.Fixed(10);

    private final int runs;
    private final Path file = FOLDER.resolve("agreement.csv");
    private final List<Sample> samples = new ArrayList<>();

    private AgreementBench(int runs) {
        this.runs = runs;
    }

    /**
     * Runs it.
     *
     * @param args {@code name=value}
     * @throws IOException the results can't be kept
     */
    public static void main(String[] args) throws IOException {
        int runs = RUNS;
        String only = "";
        boolean fresh = false;
        for (String arg : args) {
            String value = arg.substring(arg.indexOf('=') + 1);
            switch (arg.substring(0, Math.max(0, arg.indexOf('=')))) {
                case "runs" -> runs = Integer.parseInt(value);
                case "only" -> only = value;
                case "fresh" -> fresh = Boolean.parseBoolean(value);
                default -> throw new IllegalArgumentException(arg + ": runs=N, only=NAME or fresh=true");
            }
        }
        new AgreementBench(runs).run(only, fresh);
    }

    private void run(String only, boolean fresh) throws IOException {
        Files.createDirectories(FOLDER);
        if (fresh) {
            Files.deleteIfExists(file);
        } else if (Files.exists(file)) {
            Files.readAllLines(file).stream().map(Sample::parse).forEach(samples::add);
        }
        calibrate();
        List<Setting> settings = Setting.all().stream()
                .filter(setting -> only.isEmpty() || setting.name().equals(only))
                .toList();
        settings.forEach(this::measure);
        String table = AgreementTable.about(settings) + "\n\n" + AgreementTable.of(settings, samples);
        System.out.println(table);
        Files.writeString(FOLDER.resolve("agreement.md"), table);
    }

    /** Properly, not briefly. */
    private static void calibrate() {
        CalibrationStore store = Calibrator.store(IoModel.EVENT_LOOP);
        if (store.find().filter(kept -> !kept.brief()).isEmpty()) {
            System.err.println("calibrating");
            Calibration made = Calibrator.calibrate(store, IoModel.EVENT_LOOP, false, new Silent());
            System.err.printf(
                    "calibrated; held out: server off by %.1f %%, clients %.1f %%%n",
                    100 * made.heldOutError("server"), 100 * made.heldOutError("clients"));
        }
    }

    private void measure(Setting setting) {
        for (int run = 1; run <= Math.min(runs, CAPACITY_RUNS); run++) {
            measure(setting, Sample.OVERLOAD, run, Sample.OVERLOAD);
        }
        Optional<Sample> full = samples.stream()
                .filter(sample -> sample.setting().equals(setting.name()) && sample.load() == Sample.OVERLOAD)
                .findFirst();
        if (full.isEmpty()) {
            return; // nothing could be run
        }
        double capacity = full.get().carriedTwin() / setting.perSecond();
        for (double load : LOADS) {
            for (int run = 1; run <= runs; run++) {
                measure(setting, load, run, load * capacity);
            }
        }
    }

    private void measure(Setting setting, double load, int run, double factor) {
        boolean done = samples.stream()
                .anyMatch(sample ->
                        sample.setting().equals(setting.name()) && sample.load() == load && sample.run() == run);
        if (done) {
            return;
        }
        try {
            ScenarioSource source = setting.source(factor, run);
            RunResult result = Lab.run(
                    source.read(), source, EnumSet.of(World.TWIN, World.LIVE), TEN, Watching.NOTHING, new Silent());
            Sample sample = Sample.of(setting, load, run, result);
            samples.add(sample);
            Files.writeString(file, sample.line() + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            System.err.println(sample.line());
        } catch (RunException e) {
            System.err.println(setting.name() + " at " + load + ", run " + run + " failed: " + e.getMessage());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Silent implements RunProgress {
        @Override
        public void step(String what, double fraction) {}

        @Override
        public boolean stopped() {
            return false;
        }
    }
}
