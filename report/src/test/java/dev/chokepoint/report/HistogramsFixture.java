package dev.chokepoint.report;

import dev.chokepoint.lab.measure.Histograms;
import dev.chokepoint.lab.measure.Latency;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.HdrHistogram.Histogram;

/** The latencies of {@link Fixture} as a world's run keeps them: one message for each point of the curve. */
final class HistogramsFixture {
    private HistogramsFixture() {}

    /** Two intervals in a simulation, three over real sockets, the last one empty. */
    static Histograms of(Latency latency, boolean live) {
        Histogram total = new Histogram(3);
        latency.curve().forEach(point -> total.recordValue(point.nanos()));
        List<Histograms.Slice> slices = new ArrayList<>();
        for (int i = 0; i < (live ? 3 : 2); i++) {
            Histogram slice = new Histogram(2);
            for (int n = 0; n < (i == 2 ? 0 : 10); n++) {
                slice.recordValue(20_000_000L + i * 1_000_000L + n * 100_000L);
            }
            slices.add(new Histograms.Slice(i * 200_000_000L, (i + 1) * 200_000_000L, encoded(slice)));
        }
        return new Histograms(encoded(total), slices);
    }

    private static String encoded(Histogram histogram) {
        ByteBuffer buffer = ByteBuffer.allocate(histogram.getNeededByteBufferCapacity());
        int length = histogram.encodeIntoCompressedByteBuffer(buffer);
        return Base64.getEncoder().encodeToString(Arrays.copyOf(buffer.array(), length));
    }
}
