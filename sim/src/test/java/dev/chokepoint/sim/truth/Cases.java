package dev.chokepoint.sim.truth;

import static dev.chokepoint.sim.truth.Case.Kind.MEAN;
import static dev.chokepoint.sim.truth.Case.Kind.PERCENTILE;
import static dev.chokepoint.sim.truth.Case.Kind.TAIL;

import dev.chokepoint.sim.truth.Case.Metric;
import dev.chokepoint.sim.truth.Customers.Arrivals;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;

/** The cases: models, replications, warm-ups and run lengths, declared beforehand. */
final class Cases {
    private static final int REPLICATIONS = 32;
    private static final int PLENTY = 255;
    private static final String SEAM = "programs on the seam";

    private Cases() {}

    static List<Case> all() {
        return List.of(
                mm1(),
                mm1Bare(),
                mmc(),
                queue("md1_rho0.8", Station.constant(1), 0.8, 350_000),
                queue("mg1_erlang2_rho0.5", Station.erlang2(2), 0.5, 250_000),
                h2(),
                mm1k(),
                erlangB(),
                md1k(),
                md1kBare(),
                tandem(),
                relay(),
                closedNetwork(),
                machineRepair());
    }

    private static Case mm1() {
        Reference exact = Reference.of("mm1_rho0.8");
        Model model = Model.of(new Station("server", 1, PLENTY, Station.exponential(1)));
        return new Case(
                "mm1_rho0.8", SEAM, REPLICATIONS, lossless(model, 0.8, 2_000, 600_000, 0.01), mm1Metrics(exact));
    }

    private static Case mm1Bare() {
        Reference exact = Reference.of("mm1_rho0.95");
        return new Case(
                "mm1_rho0.95",
                "the bare engine",
                REPLICATIONS,
                seed -> BareQueue.run(seed, 0.95, Station.exponential(1), Integer.MAX_VALUE, 20_000, 10_000_000, 0.02),
                mm1Metrics(exact));
    }

    private static List<Metric> mm1Metrics(Reference exact) {
        List<Metric> metrics = new ArrayList<>(queueMetrics(exact));
        metrics.add(new Metric("rho", MEAN, exact.expected("rho"), t -> t.used(0)));
        metrics.add(new Metric("P0", MEAN, exact.expected("P0"), t -> 1 - t.used(0)));
        metrics.add(new Metric(
                "W_p50", PERCENTILE, exact.expected("W_p50"), t -> t.total().quantile(0.5)));
        metrics.add(new Metric(
                "W_p90", PERCENTILE, exact.expected("W_p90"), t -> t.total().quantile(0.9)));
        metrics.add(new Metric(
                "W_p99", PERCENTILE, exact.expected("W_p99"), t -> t.total().quantile(0.99)));
        metrics.add(new Metric(
                "W_p999", TAIL, exact.expected("W_p999"), t -> t.total().quantile(0.999)));
        metrics.add(new Metric(
                "Wq_p99", PERCENTILE, exact.expected("Wq_p99"), t -> t.waits().quantile(0.99)));
        return metrics;
    }

    private static List<Metric> queueMetrics(Reference exact) {
        return List.of(
                new Metric("W", MEAN, exact.expected("W"), t -> t.total().mean()),
                new Metric("Wq", MEAN, exact.expected("Wq"), t -> t.meanWait(0)),
                new Metric("Lq", MEAN, exact.expected("Lq"), t -> t.queued(0)),
                new Metric("L", MEAN, exact.expected("L"), t -> t.queued(0) + t.used(0)));
    }

    private static Case mmc() {
        Reference exact = Reference.of("mmc_c4_rho0.8");
        Model model = Model.of(new Station("server", 4, PLENTY, Station.exponential(1)));
        List<Metric> metrics = new ArrayList<>(queueMetrics(exact));
        metrics.add(new Metric("rho", MEAN, exact.expected("rho"), t -> t.used(0) / 4));
        metrics.add(new Metric(
                "W_p50", PERCENTILE, exact.expected("W_p50"), t -> t.total().quantile(0.5)));
        metrics.add(new Metric(
                "W_p90", PERCENTILE, exact.expected("W_p90"), t -> t.total().quantile(0.9)));
        metrics.add(new Metric(
                "W_p99", PERCENTILE, exact.expected("W_p99"), t -> t.total().quantile(0.99)));
        metrics.add(new Metric(
                "Wq_p99", PERCENTILE, exact.expected("Wq_p99"), t -> t.waits().quantile(0.99)));
        return new Case("mmc_c4_rho0.8", SEAM, REPLICATIONS, lossless(model, 3.2, 1_000, 400_000, 0.005), metrics);
    }

    private static Case queue(String name, Station.Law service, double rate, double length) {
        Model model = Model.of(new Station("server", 1, PLENTY, service));
        return new Case(
                name, SEAM, REPLICATIONS, lossless(model, rate, 1_000, length, 0.01), queueMetrics(Reference.of(name)));
    }

    private static Case h2() {
        Reference exact = Reference.of("mg1_h2_scv4_rho0.5");
        Station.Law service = Station.hyperexponential(exact.param("p1"), exact.param("rate1"), exact.param("rate2"));
        return queue("mg1_h2_scv4_rho0.5", service, 0.5, 1_000_000);
    }

    private static Case mm1k() {
        Reference exact = Reference.of("mm1k_rho1.0_K10");
        Model model = Model.of(new Station("server", 1, 10, Station.exponential(1)));
        return new Case("mm1k_rho1.0_K10", SEAM, REPLICATIONS, lossy(model, 1, 1_000, 300_000), lossMetrics(exact));
    }

    private static Case md1k() {
        Reference exact = Reference.of("md1k_rho0.8_K11");
        Model model = Model.of(new Station("server", 1, 11, Station.constant(1)));
        List<Metric> metrics = new ArrayList<>(lossMetrics(exact));
        metrics.removeIf(metric -> metric.name().equals("Ploss"));
        return new Case("md1k_rho0.8_K11", SEAM, REPLICATIONS, lossy(model, 0.8, 1_000, 200_000), metrics);
    }

    private static Case md1kBare() {
        Reference exact = Reference.of("md1k_rho0.8_K11");
        return new Case(
                "md1k_rho0.8_K11 (loss)",
                "the bare engine: one loss in 425 needs more customers",
                REPLICATIONS,
                seed -> BareQueue.run(seed, 0.8, Station.constant(1), 11, 1_000, 10_000_000, 0.01),
                List.of(new Metric("Ploss", MEAN, exact.expected("Ploss"), Tally::lossRatio)));
    }

    private static List<Metric> lossMetrics(Reference exact) {
        return List.of(
                new Metric("Ploss", MEAN, exact.expected("Ploss"), Tally::lossRatio),
                new Metric("throughput", MEAN, exact.expected("throughput"), Tally::throughput),
                new Metric("W", MEAN, exact.expected("W"), t -> t.total().mean()),
                new Metric("Wq", MEAN, exact.expected("Wq"), t -> t.meanWait(0)),
                new Metric("L", MEAN, exact.expected("L"), t -> t.queued(0) + t.used(0)));
    }

    private static Case erlangB() {
        Reference exact = Reference.of("erlangB_c5_a4.0");
        Model model = Model.of(new Station("server", 5, 5, Station.exponential(1)));
        return new Case(
                "erlangB_c5_a4.0",
                SEAM,
                REPLICATIONS,
                lossy(model, 4, 1_000, 40_000),
                List.of(
                        new Metric("Ploss", MEAN, exact.expected("Ploss"), Tally::lossRatio),
                        new Metric("L", MEAN, exact.expected("L"), t -> t.used(0))));
    }

    private static Case tandem() {
        Reference exact = Reference.of("tandem_3");
        Model model = Model.of(
                new Station("first", 1, PLENTY, Station.exponential(exact.param("mu.0"))),
                new Station("second", 1, PLENTY, Station.exponential(exact.param("mu.1"))),
                new Station("third", 1, PLENTY, Station.exponential(exact.param("mu.2"))));
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric(
                "W_total", MEAN, exact.expected("W_total"), t -> t.total().mean()));
        for (int i = 0; i < 3; i++) {
            int at = i;
            metrics.add(new Metric("rho." + i, MEAN, exact.expected("rho." + i), t -> t.used(at)));
            metrics.add(new Metric("W_station." + i, MEAN, exact.expected("W_station." + i), t -> t.meanSojourn(at)));
        }
        return new Case("tandem_3", SEAM, REPLICATIONS, lossless(model, 0.7, 2_000, 600_000, 0.02), metrics);
    }

    /** The reference counts in seconds; the clients' Poisson streams are one. */
    private static Case relay() {
        Reference exact = Reference.of("central_relay_N50");
        double unit = 1_000;
        Model model = new Model(
                List.of(new Station("relay", 1, PLENTY, Station.exponential(exact.param("mu_relay") / unit))),
                exact.param("one_way_delay_s") * unit);
        double rate = exact.param("N") * exact.param("msg_rate_per_client") / unit;
        return new Case(
                "central_relay_N50",
                SEAM + ", with links",
                REPLICATIONS,
                lossless(model, rate, 1_000, 100_000, 0.01),
                List.of(
                        new Metric("relay_rho", MEAN, exact.expected("relay_rho"), t -> t.used(0)),
                        new Metric(
                                "latency_mean",
                                MEAN,
                                exact.expected("latency_mean") * unit,
                                t -> t.total().mean()),
                        new Metric(
                                "latency_p50",
                                PERCENTILE,
                                exact.expected("latency_p50") * unit,
                                t -> t.total().quantile(0.5)),
                        new Metric(
                                "latency_p99",
                                PERCENTILE,
                                exact.expected("latency_p99") * unit,
                                t -> t.total().quantile(0.99))));
    }

    /** The reference counts in seconds. */
    private static Case closedNetwork() {
        Reference exact = Reference.of("mva_3st_N10");
        double unit = 1_000;
        List<Station> stations = new ArrayList<>();
        List<Metric> metrics = new ArrayList<>();
        metrics.add(new Metric("X", MEAN, exact.expected("X") / unit, Tally::throughput));
        metrics.add(
                new Metric("R", MEAN, exact.expected("R") * unit, t -> t.total().mean()));
        for (int i = 0; i < 3; i++) {
            int at = i;
            double demand = exact.param("demands." + i) * unit;
            stations.add(new Station("station" + i, 1, 10, Station.exponential(1 / demand)));
            metrics.add(new Metric("U." + i, MEAN, exact.expected("U." + i), t -> t.used(at)));
            metrics.add(new Metric("Q." + i, MEAN, exact.expected("Q." + i), t -> t.queued(at) + t.used(at)));
        }
        Model model = new Model(stations, 0);
        Arrivals closed = new Arrivals.Closed(10, exact.param("Z") * unit);
        LongFunction<Tally> runs = seed -> model.run(seed, closed, 20_000, 10_000_000, 1);
        return new Case("mva_3st_N10", SEAM, REPLICATIONS, runs, metrics);
    }

    private static Case machineRepair() {
        Reference exact = Reference.of("machine_repair_M10_c2");
        Model model = Model.of(new Station("repair", 2, 10, Station.exponential(exact.param("mu"))));
        Arrivals closed = new Arrivals.Closed(10, 1 / exact.param("lam"));
        LongFunction<Tally> runs = seed -> model.run(seed, closed, 1_000, 60_000, 0.01);
        return new Case(
                "machine_repair_M10_c2",
                SEAM,
                REPLICATIONS,
                runs,
                List.of(
                        new Metric("X", MEAN, exact.expected("X"), Tally::throughput),
                        new Metric(
                                "R", MEAN, exact.expected("R"), t -> t.total().mean()),
                        new Metric("Wq", MEAN, exact.expected("Wq"), t -> t.meanWait(0)),
                        new Metric("U", MEAN, exact.expected("U"), t -> t.used(0) / 2),
                        new Metric("L", MEAN, exact.expected("L"), t -> t.queued(0) + t.used(0))));
    }

    /** A model whose stations have room for all, or the replication doesn't count. */
    private static LongFunction<Tally> lossless(Model model, double rate, double warmUp, double length, double bin) {
        return seed -> {
            Tally tally = model.run(seed, new Arrivals.Poisson(rate), warmUp, length, bin);
            if (tally.hasLost()) {
                throw new IllegalStateException("seed " + seed + ": a job found no idle connection; give more");
            }
            return tally;
        };
    }

    private static LongFunction<Tally> lossy(Model model, double rate, double warmUp, double length) {
        return seed -> model.run(seed, new Arrivals.Poisson(rate), warmUp, length, 0.01);
    }
}
