package dev.chokepoint.report;

import dev.chokepoint.lab.measure.ConnectionTrace;
import java.util.ArrayList;
import java.util.List;

/** A followed connection for tests. */
final class ConnectionFixture {
    private ConnectionFixture() {}

    /** A window that halves at a loss every two seconds, and a queue that fills up to it. */
    static ConnectionTrace losing(String link) {
        List<ConnectionTrace.Moment> window = new ArrayList<>();
        List<ConnectionTrace.Filling> queue = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            long at = i * 50_000_000L;
            long bytes = 60_000 + i % 40 * 1_500L;
            long threshold = i < 40 ? Long.MAX_VALUE : 60_000;
            window.add(new ConnectionTrace.Moment(at, bytes, threshold, bytes - 3_000, 22_000_000, i / 40 * 1_448L));
            queue.add(
                    new ConnectionTrace.Filling(at + 50_000_000L, i % 40 * 1_400.0, i % 40 == 39 ? 2 : 0, i % 90 / 89));
        }
        return new ConnectionTrace("client 1 of 50 (clients), the server's end", link, window, queue);
    }
}
