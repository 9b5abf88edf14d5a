package dev.chokepoint.bench.echo;

import dev.chokepoint.live.Transport;
import java.util.LinkedHashMap;
import java.util.Map;

/** What to run. */
record Options(
        int pairs, int rate, int warmSeconds, int measureSeconds, int connections, Transport transport, String out) {
    static Options parse(String[] args) {
        Map<String, String> given = new LinkedHashMap<>(Map.of(
                "pairs", "12",
                "rate", "30000",
                "warm", "4",
                "measure", "4",
                "connections", "50",
                "transport", Transport.best().name(),
                "out", ""));
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals < 0 || given.replace(arg.substring(0, equals), arg.substring(equals + 1)) == null) {
                throw new IllegalArgumentException(arg + ": write name=value with a name of " + given.keySet());
            }
        }
        return new Options(
                Integer.parseInt(given.get("pairs")),
                Integer.parseInt(given.get("rate")),
                Integer.parseInt(given.get("warm")),
                Integer.parseInt(given.get("measure")),
                Integer.parseInt(given.get("connections")),
                Transport.valueOf(given.get("transport")),
                given.get("out"));
    }
}
