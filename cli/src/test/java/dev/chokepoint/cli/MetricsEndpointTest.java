package dev.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.ResourceUse.Kind;
import dev.chokepoint.lab.measure.Counts;
import dev.chokepoint.lab.measure.LoadProgress;
import dev.chokepoint.lab.measure.WorldResult.World;
import dev.chokepoint.lab.run.RunEvent;
import dev.chokepoint.lab.scenario.ScenarioReader;
import dev.chokepoint.lab.scenario.ScenarioText;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class MetricsEndpointTest {
    private static final Inet ANY_PORT = (Inet) Address.parse("127.0.0.1:0");
    private static final String OPEN_METRICS = "application/openmetrics-text; version=1.0.0; charset=utf-8";

    private static final ResourceUse LANE = new ResourceUse("ask lane 0", Kind.LANE, 1, 2.5e9, 42, 1e9, 7, 3, 1);

    private static HttpURLConnection get(String url, String accept) throws IOException {
        HttpURLConnection connection =
                (HttpURLConnection) URI.create(url).toURL().openConnection();
        connection.setRequestProperty("Accept", accept);
        return connection;
    }

    private static String scraped(Supplier<MetricSnapshots> metrics) throws IOException {
        try (MetricsEndpoint endpoint = MetricsEndpoint.open(ANY_PORT, metrics)) {
            HttpURLConnection answer = get(endpoint.url(), OPEN_METRICS);
            assertThat(answer.getContentType()).isEqualTo(OPEN_METRICS);
            return new String(answer.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void shouldCountAServersResourcesInBaseUnits() throws IOException {
        String odd = "ask \"lane\"\\\n1";
        ResourceUse other = new ResourceUse(odd, Kind.LANE, 1, -1e-6, 0, 0, 0, 0);

        Map<String, Double> samples = Exposition.samples(scraped(() -> ResourceMetrics.of(List.of(LANE, other))));

        String labels = "{kind=\"lane\",resource=\"ask lane 0\"}";
        assertThat(samples)
                .containsEntry("chokepoint_resource_used_seconds_total" + labels, 2.5)
                .containsEntry("chokepoint_resource_waiting_seconds_total" + labels, 1.0)
                .containsEntry("chokepoint_resource_served_total" + labels, 42.0)
                .containsEntry("chokepoint_resource_refused_total" + labels, 3.0)
                .containsEntry("chokepoint_resource_lost_total" + labels, 1.0)
                .containsEntry("chokepoint_resource_waiting_max" + labels, 7.0)
                .containsEntry("chokepoint_resource_capacity" + labels, 1.0)
                .containsEntry(
                        "chokepoint_resource_used_seconds_total{kind=\"lane\",resource=\"ask \\\"lane\\\"\\\\\\n1\"}",
                        0.0)
                .anySatisfy((name, one) -> assertThat(name).startsWith("chokepoint_build_info{java="));
    }

    @Test
    void shouldShowWhatARunHasTold() throws IOException {
        RunMetrics metrics = new RunMetrics(ScenarioReader.read(new ScenarioText(
                "a.yaml", "app: {ask: {work: 1ms}}\nclients: [{name: c, count: 1, load: {poisson: 10/s}}]\n")));
        Counts interval = new Counts(10, 8, 1, 80_000_000, 9_000_000, 11_000_000);
        metrics.accept(new RunEvent.WorldStarted(World.SIMULATION));
        metrics.accept(interval(0, interval, new Counts(0, 0, 0, 0, 0, 0)));
        metrics.accept(interval(1, interval, interval));
        metrics.accept(new RunEvent.FaultApplied(5, "crash server"));
        metrics.accept(new RunEvent.WorldStarted(World.LIVE));
        metrics.accept(interval(0, interval, interval));

        Map<String, Double> samples = Exposition.samples(scraped(metrics::snapshots));

        assertThat(samples)
                .containsEntry("chokepoint_messages_offered_total{world=\"simulation\"}", 10.0)
                .containsEntry("chokepoint_messages_delivered_total{world=\"simulation\"}", 8.0)
                .containsEntry("chokepoint_messages_failed_total{world=\"live\"}", 1.0)
                .containsEntry("chokepoint_faults_total{world=\"simulation\"}", 1.0)
                .containsEntry("chokepoint_message_latency_seconds_count{world=\"simulation\"}", 8.0)
                .containsEntry("chokepoint_message_latency_seconds_sum{world=\"simulation\"}", 0.08)
                .containsEntry("chokepoint_message_latency_seconds{world=\"simulation\",quantile=\"0.99\"}", 0.011)
                .containsEntry(
                        "chokepoint_resource_used_seconds_total{kind=\"lane\",resource=\"ask lane 0\",world=\"live\"}",
                        2.5);
    }

    private static RunEvent.Interval interval(int number, Counts counts, Counts measured) {
        return new RunEvent.Interval(
                (number + 1) * 100L, 100, new LoadProgress(number, counts, measured), new TreeMap<>(), List.of(LANE));
    }

    @Test
    void shouldSpeakOlderPrometheusToo() throws IOException {
        try (MetricsEndpoint endpoint = MetricsEndpoint.open(ANY_PORT, () -> ResourceMetrics.of(List.of(LANE)))) {
            HttpURLConnection answer = get(endpoint.url(), "*/*");
            assertThat(answer.getContentType()).startsWith("text/plain; version=0.0.4");
            assertThat(new String(answer.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .contains("# TYPE chokepoint_resource_served_total counter\n")
                    .doesNotContain("# EOF");
        }
    }

    @Test
    void shouldPointAtTheMetricsAndRefuseWritesToThem() throws IOException {
        try (MetricsEndpoint endpoint = MetricsEndpoint.open(ANY_PORT, MetricSnapshots::of)) {
            HttpURLConnection elsewhere = get(endpoint.url().replace("/metrics", "/"), "*/*");
            assertThat(elsewhere.getResponseCode()).isEqualTo(404);
            HttpURLConnection post = get(endpoint.url(), "*/*");
            post.setRequestMethod("POST");
            assertThat(post.getResponseCode()).isEqualTo(405);
        }
    }

    @Test
    void shouldSayWhoseThePortIsNot() {
        try (MetricsEndpoint first = MetricsEndpoint.open(ANY_PORT, MetricSnapshots::of)) {
            int port = URI.create(first.url()).getPort();
            assertThatThrownBy(
                            () -> MetricsEndpoint.open((Inet) Address.parse("127.0.0.1:" + port), MetricSnapshots::of))
                    .isInstanceOf(EndpointException.class)
                    .hasMessageContaining("can't listen on 127.0.0.1:" + port + " for metrics");
        }
    }
}
