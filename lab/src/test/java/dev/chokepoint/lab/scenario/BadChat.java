package dev.chokepoint.lab.scenario;

import static dev.chokepoint.lab.scenario.BadScenario.both;
import static dev.chokepoint.lab.scenario.BadScenario.readerOnly;

import java.util.List;
import java.util.stream.Stream;

/** Mistakes in what people in rooms and the five models need. */
final class BadChat {
    private static final String PEOPLE = "clients: [{count: 20, load: {poisson: 9/s}}]\n";

    private BadChat() {}

    private static String chat(String model, String line) {
        return "model: " + model + "\napp: {chat: {}}\n" + PEOPLE + line;
    }

    private static String ask(String line) {
        return "model: hybrid\napp: {ask: {}}\n" + PEOPLE + line;
    }

    private static String app(String app) {
        return "app: " + app + "\n" + PEOPLE;
    }

    static List<BadScenario> all() {
        return Stream.concat(people().stream(), peers().stream()).toList();
    }

    private static List<BadScenario> people() {
        return List.of(
                both(app("{chat: {people: 3}}"), "1:14", "people", "unknown key \"people\" in chat", "room, message"),
                both(app("{chat: {room: 1}}"), "1:20", "1", "room: 1 is out of range", "2 to 1000000"),
                readerOnly(app("{chat: {message: 500B}}"), "1:23", "500B", "message: 500B is too large", "17B to 400B"),
                both(app("{chat: {}, ask: {}}"), "1:1", "app", "has ask and chat", "ask, chat"),
                readerOnly(app("{chat: {room: 21}}"), "2:19", "20", "20 people don't fill a room of 21", "raise count"),
                readerOnly(
                        "model: mesh\napp: {ask: {}}\n" + PEOPLE,
                        "1:8",
                        "mesh",
                        "mesh passes messages on to many, and ask asks one server",
                        "central, replicated or hybrid"),
                readerOnly(
                        "app: {chat: {}}\nclients: [{count: 20, load: {closed: {think: 1s}}}]",
                        "2:23",
                        "load",
                        "closed clients wait for an answer",
                        "poisson, constant or steps"),
                readerOnly(
                        "app: {chat: {}}\nclients: [{count: 20, queue: 5, load: {poisson: 9/s}}]",
                        "2:30",
                        "5",
                        "nobody waits for an answer",
                        "remove queue"),
                readerOnly(chat("central", "transport: udp"), "4:12", "udp", "have a connection", "ideal or tcp"),
                readerOnly(chat("central", "server: {count: 3}"), "4:17", "3", "must meet", "replicated or federated"),
                readerOnly(chat("federated", "server: {count: 1}"), "4:17", "1", "at least 2 servers", "2 or more"),
                readerOnly(chat("central", "server: {lanes: 2}"), "4:17", "2", "state is on one lane", "remove lanes"),
                readerOnly(
                        chat("central", "backplane: {}"), "4:1", "backplane", "central has none", "model: replicated"),
                readerOnly(
                        chat("replicated", "federation: {}"),
                        "4:1",
                        "federation",
                        "replicated has none",
                        "model: federated"),
                readerOnly(
                        "app: {ask: {}}\nbackplane: {}\n" + PEOPLE,
                        "2:1",
                        "backplane",
                        "the app is ask",
                        "remove backplane"),
                both(
                        chat("federated", "federation: {children: 0}"),
                        "4:24",
                        "0",
                        "children: 0 is out of range",
                        "1 to"),
                readerOnly(
                        chat("replicated", "faults: [{at 1s: crash backplain}]"),
                        "4:10",
                        "{",
                        "no host is called \"backplain\"",
                        "did you mean backplane"));
    }

    /** What only hybrid and mesh have. */
    private static List<BadScenario> peers() {
        return List.of(
                both(chat("mesh", "mesh: {neighbours: 1}"), "4:20", "1", "neighbours: 1 is out of range", "2 to 1000"),
                both(chat("mesh", "mesh: {fan-out: 1}"), "4:8", "fan-out", "unknown key \"fan-out\" in mesh", "fanout"),
                readerOnly(chat("hybrid", "mesh: {}"), "4:1", "mesh", "hybrid has none", "model: mesh"),
                readerOnly(chat("hybrid", "directory: {}"), "4:1", "directory", "the app is chat", "remove directory"),
                readerOnly(
                        chat("mesh", "faults: [{at 1s: crash server}]"),
                        "4:10",
                        "{",
                        "no host is called \"server\"",
                        "hosts: clients"),
                readerOnly(
                        chat("mesh", "faults: [{at 1s: crash clients/21}]"),
                        "4:10",
                        "{",
                        "no host is called \"clients/21\"",
                        "hosts: clients"),
                readerOnly(
                        chat("central", "faults: [{at 1s: crash clients/2}]"),
                        "4:10",
                        "{",
                        "no host is called \"clients/2\"",
                        "hosts: clients, server"),
                readerOnly(ask("mesh: {}"), "4:1", "mesh", "the app is ask", "remove mesh"),
                readerOnly(ask("directory: {remember: 0s}"), "4:23", "0s", "0s is too small", "1ms to 24h"),
                readerOnly(ask("transport: udp"), "4:12", "udp", "ask a directory over a connection", "ideal or tcp"),
                readerOnly(ask("family: unix"), "4:9", "unix", "by internet addresses", "ipv4 or ipv6"),
                readerOnly(
                        "app: {ask: {}}\ndirectory: {}\n" + PEOPLE,
                        "2:1",
                        "directory",
                        "central has none",
                        "model: hybrid"));
    }
}
