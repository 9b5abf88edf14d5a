package dev.chokepoint.lab.scenario;

import static dev.chokepoint.lab.scenario.BadScenario.both;
import static dev.chokepoint.lab.scenario.BadScenario.readerOnly;
import static dev.chokepoint.lab.scenario.BadScenario.root;

import java.util.List;
import java.util.stream.Stream;

/** Mistakes about what breaks. */
final class BadFaults {
    private BadFaults() {}

    /** The mistake on line 4. */
    private static String faults(String... items) {
        return root("faults:\n- " + String.join("\n- ", items));
    }

    static List<BadScenario> all() {
        return Stream.concat(spelt().stream(), impossible().stream()).toList();
    }

    private static List<BadScenario> spelt() {
        return List.of(
                both(faults("crash server"), "4:3", "crash server", "must be one moment", "- at 10s: crash server"),
                both(faults("in 1s: crash server"), "4:3", "in 1s", "\"in 1s\" is not a moment", "at 10s"),
                readerOnly(faults("at noon: crash server"), "4:3", "at noon", "noon", "units"),
                both(
                        faults("at 1s: crush server"),
                        "4:10",
                        "crush server",
                        "nothing that can happen",
                        "did you mean crash?"),
                readerOnly(
                        faults("at 1s: crash servre"),
                        "4:3",
                        "",
                        "no host is called \"servre\"",
                        "did you mean server?"),
                readerOnly(faults("at 1s: crash server-2"), "4:3", "", "no host is called", "hosts: clients, server"));
    }

    private static List<BadScenario> impossible() {
        return List.of(
                readerOnly(faults("at 9s: crash server"), "4:3", "", "not before the end", "7 s"),
                readerOnly(faults("at 1s: restart server"), "4:3", "", "server is not dead", "crash server"),
                readerOnly(
                        faults("at 1s: crash server", "at 2s: power-off server"),
                        "5:3",
                        "",
                        "server is dead already",
                        "restart server before"),
                readerOnly(
                        faults("at 1s: crash clients", "at 2s: restart clients"),
                        "5:3",
                        "",
                        "can't begin again",
                        "restart one of: server"),
                readerOnly(
                        faults("at 2s: crash server", "at 1s: restart server"),
                        "5:3",
                        "",
                        "before the one above",
                        "order"),
                readerOnly(
                        faults("at 1s: partition clients from server, clients"),
                        "4:3",
                        "",
                        "cut off from itself",
                        "one side"),
                readerOnly(faults("at 1s: delay 5ms from server to server"), "4:3", "", "to itself", "two hosts"),
                readerOnly(
                        faults("at 1s: delay fast from clients to server"),
                        "4:10",
                        "delay fast from clients to server",
                        "fast",
                        "units"),
                readerOnly(
                        faults("at 1s: partition clients from server for ever"),
                        "4:10",
                        "partition clients from server for ever",
                        "ever",
                        "units"),
                readerOnly(
                        root("transport: udp\nserver: {offload: {threads: 2}}"),
                        "4:10",
                        "offload",
                        "the lanes do the work",
                        "remove offload"),
                both(root("server: {offload: {threads: 0}}"), "3:29", "0", "out of range", "1 to 64"));
    }
}
