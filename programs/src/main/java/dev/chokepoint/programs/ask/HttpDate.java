package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Host;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** The {@code Date} of a response (RFC 9110 section 6.6.1), formatted once a second. */
final class HttpDate {
    /** The length of an IMF-fixdate. */
    static final int BYTES = 29;

    private static final DateTimeFormatter IMF_FIXDATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US);
    private static final long SECOND_NANOS = 1_000_000_000L;

    private final Host host;
    private byte[] text = {};
    private long staleNanos;

    HttpDate(Host host) {
        this.host = host;
        format(host.nanoTime());
    }

    /** The date's bytes; read only, until the next call. */
    byte[] now() {
        long now = host.nanoTime();
        if (now - staleNanos >= 0) {
            format(now);
        }
        return text;
    }

    private void format(long now) {
        Instant wall = host.wallTime();
        text = IMF_FIXDATE.format(wall.atOffset(ZoneOffset.UTC)).getBytes(StandardCharsets.US_ASCII);
        staleNanos = now + SECOND_NANOS - wall.get(ChronoField.NANO_OF_SECOND);
    }
}
