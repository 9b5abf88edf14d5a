package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Address.Inet;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/** Whether a command's metrics can be scraped while it is alive. */
final class MetricsOption {
    @Option(
            names = "--metrics",
            paramLabel = "[HOST]:PORT",
            converter = Endpoint.class,
            description = "answer Prometheus at http://HOST:PORT/metrics while this is alive, such as :9464"
                    + " (this machine only), 0.0.0.0:9464 or [::]:9464 (everybody); port 0 picks one")
    private Inet at;

    /**
     * Opens the endpoint, if there is to be one, and says where it is.
     *
     * @param metrics what is true at the moment of a scrape; any thread asks
     */
    Optional<MetricsEndpoint> open(Supplier<MetricSnapshots> metrics) {
        if (at == null) {
            return Optional.empty();
        }
        MetricsEndpoint endpoint = MetricsEndpoint.open(at, metrics);
        System.err.println("Metrics: " + endpoint.url());
        return Optional.of(endpoint);
    }

    /** Reads where the endpoint is. */
    static final class Endpoint implements ITypeConverter<Inet> {
        @Override
        public Inet convert(String text) {
            try {
                if (Address.parse(text.startsWith(":") ? "127.0.0.1" + text : text) instanceof Inet inet) {
                    return inet;
                }
            } catch (IllegalArgumentException e) {
                // falls through to the one message below
            }
            throw new TypeConversionException(
                    "\"" + text + "\" is no place for metrics: write :9464, 127.0.0.1:9464 or [::1]:9464");
        }
    }
}
