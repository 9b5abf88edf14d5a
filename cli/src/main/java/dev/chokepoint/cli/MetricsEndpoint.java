package dev.chokepoint.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.chokepoint.host.Address.Inet;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/** Answers Prometheus' scrapes over HTTP: text or OpenMetrics, as it asks. Its own threads answer, two at most. */
final class MetricsEndpoint implements AutoCloseable {
    private static final String PATH = "/metrics";
    private static final int SCRAPERS = 2;
    private static final int WAITING_MAX = 16;

    private final ExpositionFormats formats = ExpositionFormats.init();
    private final ExecutorService threads = Executors.newFixedThreadPool(
            SCRAPERS, Thread.ofPlatform().daemon().name("metrics").factory());
    private final HttpServer server;
    private final Supplier<MetricSnapshots> metrics;

    private MetricsEndpoint(HttpServer server, Supplier<MetricSnapshots> metrics) {
        this.server = server;
        this.metrics = metrics;
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    /**
     * Opens it.
     *
     * @param at where; port 0 picks one
     * @param metrics asked at each scrape, by one of the endpoint's threads
     * @return the open endpoint
     * @throws EndpointException it can't listen there
     */
    static MetricsEndpoint open(Inet at, Supplier<MetricSnapshots> metrics) {
        try {
            return new MetricsEndpoint(
                    HttpServer.create(new InetSocketAddress(at.ip(), at.port()), WAITING_MAX), metrics);
        } catch (IOException e) {
            throw new EndpointException(
                    "can't listen on " + at + " for metrics: " + e.getMessage()
                            + ". Name another port, or 0 to have one picked.",
                    e);
        }
    }

    /** Where Prometheus finds it. */
    String url() {
        InetSocketAddress at = server.getAddress();
        String host = at.getAddress().getHostAddress();
        return "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + at.getPort() + PATH;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String method = exchange.getRequestMethod();
            if (!exchange.getRequestURI().getPath().equals(PATH)) {
                say(exchange, 404, "Metrics are at " + PATH + ".\n");
            } else if (!method.equals("GET") && !method.equals("HEAD")) {
                exchange.getResponseHeaders().set("Allow", "GET, HEAD");
                say(exchange, 405, "Ask with GET.\n");
            } else {
                metrics(exchange);
            }
        }
    }

    private static void say(HttpExchange exchange, int status, String text) throws IOException {
        send(exchange, status, "text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
    }

    private void metrics(HttpExchange exchange) throws IOException {
        ExpositionFormatWriter writer =
                formats.findWriter(exchange.getRequestHeaders().getFirst("Accept"));
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        writer.write(text, metrics.get());
        send(exchange, 200, writer.getContentType(), text.toByteArray());
    }

    private static void send(HttpExchange exchange, int status, String type, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", type);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : body.length);
        if (!head) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
