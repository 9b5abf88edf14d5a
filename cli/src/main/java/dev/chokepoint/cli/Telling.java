package dev.chokepoint.cli;

import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunEvent;
import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.report.EventLog;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Those who are told what happens in a run while it happens: a stream of events, a scraper of metrics. */
final class Telling implements AutoCloseable {
    private final Optional<EventLog> log;
    private final Optional<RunMetrics> metrics;
    private final Optional<MetricsEndpoint> endpoint;

    private Telling(Optional<EventLog> log, Optional<RunMetrics> metrics, Optional<MetricsEndpoint> endpoint) {
        this.log = log;
        this.metrics = metrics;
        this.endpoint = endpoint;
    }

    /** Opens what was asked for, before anything runs. */
    static Telling open(FormOptions forms, Scenario scenario, String file, Set<World> worlds) {
        RunMetrics metrics = new RunMetrics(scenario);
        Optional<MetricsEndpoint> endpoint = forms.metrics().open(metrics::snapshots);
        try {
            Optional<EventLog> log = forms.openEvents();
            log.ifPresent(open -> open.started(scenario, file, worlds));
            return new Telling(log, endpoint.map(_ -> metrics), endpoint);
        } catch (RuntimeException e) {
            endpoint.ifPresent(MetricsEndpoint::close);
            throw e;
        }
    }

    /** Whom a run is to tell; empty where nobody listens. */
    Optional<Consumer<RunEvent>> listener() {
        return log.isEmpty() && metrics.isEmpty() ? Optional.empty() : Optional.of(this::tell);
    }

    private void tell(RunEvent event) {
        log.ifPresent(open -> open.accept(event));
        metrics.ifPresent(open -> open.accept(event));
    }

    /** The last event. What could not be told is said on standard error; it changes nothing about the run. */
    void finish(int status, Optional<RunResult> result, Optional<String> error) {
        log.flatMap(open -> open.finish(status, result, error))
                .ifPresent(why -> System.err.println("chokepoint: " + why));
    }

    @Override
    public void close() {
        log.ifPresent(EventLog::close);
        endpoint.ifPresent(MetricsEndpoint::close);
    }
}
