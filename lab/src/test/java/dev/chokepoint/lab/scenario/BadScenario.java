package dev.chokepoint.lab.scenario;

import java.util.ArrayList;
import java.util.List;

/**
 * A scenario with one mistake.
 *
 * @param yaml the file
 * @param at line:column of the mistake
 * @param text what stands there
 * @param message a part of what is said
 * @param hint a part of the hint
 * @param schemaSees whether the JSON Schema can see it too
 */
record BadScenario(String yaml, String at, String text, String message, String hint, boolean schemaSees) {
    private static final String APP = "app: {ask: {}}\n";
    private static final String CLIENTS = "clients: [{load: {poisson: 9/s}}]\n";

    @Override
    public String toString() {
        return message;
    }

    static List<BadScenario> all() {
        List<BadScenario> all = new ArrayList<>();
        all.addAll(keys());
        all.addAll(quantities());
        all.addAll(values());
        all.addAll(topology());
        all.addAll(BadNetwork.all());
        all.addAll(BadComparison.all());
        all.addAll(BadChat.all());
        all.addAll(objectives());
        all.addAll(implausible());
        return all;
    }

    static BadScenario both(String yaml, String at, String text, String message, String hint) {
        return new BadScenario(yaml, at, text, message, hint, true);
    }

    static BadScenario readerOnly(String yaml, String at, String text, String message, String hint) {
        return new BadScenario(yaml, at, text, message, hint, false);
    }

    /** The mistake on line 3. */
    static String root(String line) {
        return APP + CLIENTS + line;
    }

    /** The mistake from line 1, column 12. */
    private static String ask(String fields) {
        return "app: {ask: " + fields + "}\n" + CLIENTS;
    }

    /** The mistake on line 3, from column 3. */
    private static String group(String line) {
        return APP + "clients:\n- " + line;
    }

    /** The mistake on line 4, from column 10. */
    static String link(String fields) {
        return APP + "clients:\n- load: {poisson: 9/s}\n  link: {" + fields + "}";
    }

    private static List<BadScenario> keys() {
        return List.of(
                both(
                        root("wormup: 1s"),
                        "3:1",
                        "wormup",
                        "unknown key \"wormup\" in the scenario",
                        "did you mean warmup?"),
                both(
                        ask("{responce: 2kB}"),
                        "1:13",
                        "responce",
                        "unknown key \"responce\" in ask",
                        "did you mean response?"),
                both(
                        link("latancy: 20ms"),
                        "4:10",
                        "latancy",
                        "unknown key \"latancy\" in link",
                        "did you mean latency?"),
                both(
                        link("up: {speed: 1B/s}"),
                        "4:15",
                        "speed",
                        "unknown key \"speed\" in up",
                        "keys of up: latency, jitter"),
                both(
                        root("server: {core: 1}"),
                        "3:10",
                        "core",
                        "unknown key \"core\" in server",
                        "did you mean cores?"),
                both(root("stream: {windows: 1MB}"), "3:10", "windows", "unknown key", "did you mean window?"),
                both(root("costs: {bite: 1ns}"), "3:9", "bite", "unknown key", "did you mean byte?"),
                both(CLIENTS, "1:1", "", "the scenario lacks the key app", "add app: {ask:"),
                both(APP, "1:1", "", "the scenario lacks the key clients", "add clients: [{"),
                both(group("count: 3"), "3:3", "", "a client group lacks the key load", "add load: {poisson: 400/s}"),
                both(ask("{work: {law: constant}}"), "1:13", "", "work lacks the key mean", "add mean: 1ms"),
                both(group("load: {steps: [{rate: 1/s}]}"), "3:18", "", "step lacks the key for", "add for: 2s"),
                both(group("load: {closed: {}}"), "3:10", "", "closed lacks the key think", "add think: 1s"),
                readerOnly(root("seed: 1\nseed: 2"), "4:1", "seed", "seed is given twice", "remove one"),
                both("app: {}\n" + CLIENTS, "1:1", "app", "app needs exactly one of these keys, but has none", "ask"),
                both(
                        group("load: {poisson: 1/s, constant: 1/s}"),
                        "3:3",
                        "load",
                        "but has poisson and constant",
                        "poisson, constant, steps, closed"));
    }

    private static List<BadScenario> quantities() {
        return List.of(
                both(
                        root("warmup: 20MB"),
                        "3:9",
                        "20MB",
                        "warmup: 20MB is a size, not a time",
                        "ns, us, ms, s, min, h"),
                both(link("latency: 20"), "4:19", "20", "latency: 20 has no unit", "20ms, 20s, 20min or 20h"),
                both(link("latency: 20msec"), "4:19", "20msec", "unknown unit \"msec\"", "units: ns, us, ms"),
                both(link("latency: 20MS"), "4:19", "20MS", "unknown unit \"MS\"", "did you mean ms?"),
                both(link("latency: -1ms"), "4:19", "-1ms", "latency: -1ms is too small", "0s to 60s"),
                both(link("latency: fast"), "4:19", "fast", "\"fast\" is not a time", "such as 20ms"),
                both(link("latency: 1.5.2ms"), "4:19", "1.5.2ms", "unknown unit \".2ms\"", "units: ns"),
                both(link("latency: .5ms"), "4:19", ".5ms", "\".5\" in .5ms is not a number", "such as 20 or 1.5"),
                both(link("latency: 1e3ms"), "4:19", "1e3ms", "unknown unit \"e3ms\"", "units: ns"),
                both(link("latency: [1ms]"), "4:10", "latency", "must be a time, not a list", "leave the key out"),
                both(link("latency:"), "4:18", "", "must be a time, but nothing is given", "leave the key out"),
                readerOnly(link("latency: 61s"), "4:19", "61s", "latency: 61s is too large", "0s to 60s"),
                readerOnly(link("latency: 0.5ns"), "4:19", "0.5ns", "0.5ns is finer than 1ns", "a multiple of 1ns"),
                readerOnly(
                        link("latency: 99999999999999999999h"),
                        "4:19",
                        "99999999999999999999h",
                        "is too large",
                        "0s to 60s"),
                readerOnly(root("costs: {byte: 0.0001ns}"), "3:15", "0.0001ns", "finer than 0.001ns", "multiple of"),
                both(link("bandwidth: 0Mbit/s"), "4:21", "0Mbit/s", "0Mbit/s is too small", "or unlimited"),
                both(link("bandwidth: 100Mbps"), "4:21", "100Mbps", "unknown unit \"Mbps\"", "units: bit/s"),
                both(link("bandwidth: 100MB"), "4:21", "100MB", "is a size, not a bandwidth", "kbit/s"),
                both(link("bandwidth: 100"), "4:21", "100", "100 has no unit", "100bit/s"),
                both(link("queue: 1.5"), "4:17", "1.5", "1.5 has no unit", "1.5kB"),
                readerOnly(link("queue: 1B"), "4:17", "1B", "queue: 1B is too small", "1500B to 1GB"),
                readerOnly(ask("{request: 10B}"), "1:22", "10B", "request: 10B is too small", "write "),
                readerOnly(ask("{response: 10B}"), "1:23", "10B", "response: 10B is too small", "write "),
                readerOnly(ask("{request: 2GB}"), "1:22", "2GB", "request: 2GB is too large", "to 1GB"),
                both(group("load: {poisson: 0/s}"), "3:19", "0/s", "poisson: 0/s is too small", "0.1/min to 10M/s"),
                both(
                        group("load: {constant: 400}"),
                        "3:20",
                        "400",
                        "400 has no unit",
                        "400/s, 400k/s, 400M/s or 400/min"),
                both(group("load: {poisson: 5Hz}"), "3:19", "5Hz", "unknown unit \"Hz\"", "units: /s, k/s, M/s, /min"),
                readerOnly(root("duration: 1ms"), "3:11", "1ms", "duration: 1ms is too small", "100ms to 24h"),
                readerOnly(root("duration: 25h"), "3:11", "25h", "duration: 25h is too large", "100ms to 24h"),
                readerOnly(root("warmup: 2h"), "3:9", "2h", "warmup: 2h is too large", "0s to 1h"));
    }

    private static List<BadScenario> values() {
        return List.of(
                both(root("seed: 1.5"), "3:7", "1.5", "\"1.5\" is not a whole number", "digits only"),
                both(root("seed: \"7\""), "3:7", "\"7\"", "\"7\" is not a whole number", "digits only"),
                both(
                        root("seed: 99999999999999999999"),
                        "3:7",
                        "99999999999999999999",
                        "out of range",
                        "write a number"),
                both(root("name: 42"), "3:7", "42", "YAML takes 42 for a number", "write \"42\""),
                both(root("about: yes/no\nname: true"), "4:7", "true", "YAML takes true for", "write \"true\""),
                both(root("name: a/b"), "3:7", "a/b", "\"a/b\" is not a name", "letters, digits"),
                both(root("name: " + "n".repeat(61)), "3:7", "n".repeat(61), "61 characters", "at most 60"),
                both(root("name: [a]"), "3:1", "name", "must be a text, not a list", "leave the key out"),
                both(root("model: centrl"), "3:8", "centrl", "unknown value \"centrl\"", "did you mean central?"),
                both(root("family: ipv5"), "3:9", "ipv5", "unknown value \"ipv5\"", "ipv4, ipv6, unix"),
                both(root("transport: tpc"), "3:12", "tpc", "unknown value \"tpc\"", "did you mean tcp?"),
                both(
                        ask("{work: {mean: 1ms, law: exponental}}"),
                        "1:36",
                        "exponental",
                        "unknown value \"exponental\"",
                        "did you mean exponential?"),
                both(
                        "app: {chess: {}}\n" + CLIENTS,
                        "1:7",
                        "chess",
                        "unknown key \"chess\" in app",
                        "keys of app: ask"),
                both("app: ask\n" + CLIENTS, "1:6", "ask", "must have keys and values, not \"ask\"", "keys: ask"),
                both(group("load: 400/s"), "3:9", "400/s", "load: must have keys and values", "poisson, constant"),
                both(APP + "clients: {count: 1}", "2:1", "clients", "must be a list, not keys and values", "a dash"),
                both(
                        APP + "clients: [5]",
                        "2:11",
                        "5",
                        "clients 1: must have keys and values, not \"5\"",
                        "name, count"),
                both(root("stream: {backlog: 70000}"), "3:19", "70000", "70000 is out of range", "from 1 to 65535"));
    }

    private static List<BadScenario> topology() {
        return List.of(
                both(APP + "clients: []", "2:1", "clients", "clients: has 0 items", "give 1 to 64"),
                both(
                        group("{count: 0, load: {poisson: 1/s}}"),
                        "3:11",
                        "0",
                        "count: 0 is out of range",
                        "1 to 1000000"),
                both(root("server: {cores: 0}"), "3:17", "0", "cores: 0 is out of range", "1 to 64"),
                both(root("server: {io: epol}"), "3:14", "epol", "unknown value \"epol\"", "allowed: event-loop"),
                both(root("server: {lanes: 65}"), "3:17", "65", "lanes: 65 is out of range", "1 to 64"),
                both(
                        group("{name: Server, load: {poisson: 1/s}}"),
                        "3:10",
                        "Server",
                        "\"Server\" is the server's own name",
                        "name the group"),
                both(group("{name: a b, load: {poisson: 1/s}}"), "3:10", "a b", "is not a name", "a letter, then"),
                readerOnly(
                        APP + "clients:\n- {name: a, load: {poisson: 1/s}}\n- {name: a, load: {poisson: 1/s}}",
                        "4:10",
                        "a",
                        "two groups of clients are named \"a\", the first on line 3",
                        "its own name"),
                readerOnly(
                        APP + "clients:\n- load: {poisson: 1/s}\n- load: {poisson: 1/s}",
                        "4:3",
                        "",
                        "two groups of clients are named \"clients\"",
                        "its own name"),
                both(
                        group("{load: {closed: {think: 1s}}, queue: 5}"),
                        "3:40",
                        "5",
                        "clients of a closed load wait for their answers and never queue",
                        "remove queue"),
                readerOnly(
                        root("stream: {high-mark: 2MB}"),
                        "3:1",
                        "stream",
                        "send-limit 1048576B must be",
                        "raise send-limit"));
    }

    private static List<BadScenario> objectives() {
        return List.of(
                both(root("slo: [p98 < 1ms]"), "3:7", "p98 < 1ms", "unknown metric \"p98\"", "metrics: p50, p90, p99"),
                both(root("slo: [p99 <= 3ms]"), "3:7", "p99 <= 3ms", "\"<=\" can't compare", "write < or >"),
                both(root("slo: [p99 < 3MB]"), "3:7", "p99 < 3MB", "3MB is a size, not a time", "units: ns"),
                both(root("slo: [errors < 5ms]"), "3:7", "errors < 5ms", "5ms is a time, not a fraction", "units: %"),
                both(root("slo: [errors < 5]"), "3:7", "errors < 5", "5 has no unit", "write 5%"),
                both(root("slo: [carried > 390]"), "3:7", "carried > 390", "390 has no unit", "390/s"),
                both(root("slo: [p99 < -1ms]"), "3:7", "p99 < -1ms", "the limit of p99 is negative", "0 or more"),
                both(root("slo: [fast]"), "3:7", "fast", "\"fast\" is not an objective", "p99 < 150ms"),
                both(root("slo: p99 < 1ms"), "3:6", "p99 < 1ms", "slo: must be a list", "after a dash"),
                readerOnly(root("slo: [errors < 101%]"), "3:7", "errors < 101%", "above 100%", "0% to 100%"));
    }

    private static List<BadScenario> implausible() {
        return List.of(
                readerOnly(
                        link("latency: 5s"),
                        "4:3",
                        "link",
                        "a round trip of 10 s is not below connect-timeout 10 s",
                        "raise connect-timeout"),
                readerOnly(
                        APP + "clients:\n- {name: a, count: 600000, load: {poisson: 9/s}}\n"
                                + "- {name: b, count: 600000, load: {poisson: 9/s}}",
                        "2:1",
                        "clients",
                        "1200000 in all groups together",
                        "may have 1000000"),
                readerOnly(
                        APP + "duration: 24h\nclients: [{load: {poisson: 1M/s}}]",
                        "2:11",
                        "24h",
                        "messages would be delivered",
                        "shorten duration"),
                readerOnly(
                        APP + "clients: [{load: {poisson: 1/min}}]\nduration: 2s",
                        "3:11",
                        "2s",
                        "duration: 2 s is too short for this load to make a single request",
                        "lengthen duration"));
    }
}
