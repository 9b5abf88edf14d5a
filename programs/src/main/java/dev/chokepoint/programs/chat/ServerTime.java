package dev.chokepoint.programs.chat;

import dev.chokepoint.host.Host;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** The time of day as IRC writes it. Lane only. */
final class ServerTime {
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    private final Host host;
    private long lastMillis = Long.MIN_VALUE;
    private String lastTag = "";

    ServerTime(Host host) {
        this.host = host;
    }

    long millis() {
        return host.wallTime().toEpochMilli();
    }

    long seconds() {
        return host.wallTime().getEpochSecond();
    }

    /** The tag of the capability server-time. */
    String tag(long atMillis) {
        if (atMillis != lastMillis) {
            lastMillis = atMillis;
            lastTag = "time=" + FORMAT.format(Instant.ofEpochMilli(atMillis));
        }
        return lastTag;
    }
}
