package dev.chokepoint.lab.scenario;

import static dev.chokepoint.lab.scenario.BadScenario.both;
import static dev.chokepoint.lab.scenario.BadScenario.readerOnly;

import java.util.List;
import java.util.stream.Stream;

/** Configurations of a chat server with one mistake each. */
final class BadChatFile {
    /** Of the password "secret", with few rounds. */
    static final String HASH =
            "$pbkdf2-sha256$i=1000$MDEyMzQ1Njc4OWFiY2RlZg$tiKWHy4FAGCWE8gn6GtKhaxD2OeeAUUWXFT/p1aaNl8";

    private BadChatFile() {}

    static List<BadScenario> all() {
        return Stream.of(keys(), values(), people(), bans())
                .flatMap(List::stream)
                .toList();
    }

    private static List<BadScenario> keys() {
        return List.of(
                both(
                        "nmae: irc.example.net",
                        "1:1",
                        "nmae",
                        "unknown key \"nmae\" in the configuration",
                        "did you mean name?"),
                both("limits: {conections: 5}", "1:10", "conections", "in limits", "did you mean connections?"),
                both("throttle: {penalti: 5s}", "1:12", "penalti", "in throttle", "did you mean penalty?"),
                both(
                        "opers: [{name: a, password: " + HASH + ", form: [x]}]",
                        "1:119",
                        "form",
                        "in an oper",
                        "did you mean from?"),
                both(
                        "accounts: [{name: a, password: " + HASH + ", form: [x]}]",
                        "1:122",
                        "form",
                        "in an account",
                        "name, password"),
                both("k-lines: [{mask: a@b, resaon: x}]", "1:23", "resaon", "in a K-line", "did you mean reason?"),
                both("d-lines: [{address: 10.0.0.0/8, mask: x}]", "1:33", "mask", "in a D-line", "address, reason"),
                readerOnly("name: a.b\nname: c.d", "2:1", "name", "given twice", "remove one"),
                both("irc.example.net", "1:1", "irc.example.net", "must have keys and values", "keys: name"));
    }

    private static List<BadScenario> values() {
        return List.of(
                both("name: irc", "1:7", "irc", "\"irc\" is not a server's name", "at least one dot"),
                both("name: irc.exämple.net", "1:7", "irc.exämple.net", "is not a server's name", "irc.example.net"),
                both("network: Ex ample", "1:10", "Ex ample", "is not a name", "letters"),
                readerOnly("motd: " + "x".repeat(401), "1:7", "x".repeat(200), "has 401 bytes", "at most 400"),
                both("limits: {nick-length: 61}", "1:23", "61", "out of range", "1 to 60"),
                both("limits: {per-address: 0}", "1:23", "0", "out of range", "from 1 to 1000000"),
                both("limits: {ping: 30}", "1:16", "30", "30 has no unit", "30s"),
                readerOnly("limits: {ping: 1ms}", "1:16", "1ms", "too small", "1s to 24h"),
                both("limits: {send-queue: 2s}", "1:22", "2s", "2s is a time, not a size", "units"),
                readerOnly("limits: {receive-queue: 100B}", "1:25", "100B", "too small", "1kB to 1MB"),
                both("throttle: off", "1:11", "off", "must have keys and values", "or none"),
                readerOnly("throttle: {penalty: 0s}", "1:21", "0s", "too small", "1ms to 1min"));
    }

    private static List<BadScenario> people() {
        return List.of(
                both("password: secret", "1:11", "secret", "not a password hash", "--hash-password"),
                readerOnly(
                        "password: " + HASH.replace("1000", "99999999"),
                        "1:11",
                        HASH.replace("1000", "99999999"),
                        "99999999 rounds are too many",
                        "--hash-password"),
                both("opers: [{name: alice}]", "1:9", "", "an oper lacks the key password", "--hash-password"),
                both("opers: [{password: " + HASH + "}]", "1:9", "", "an oper lacks the key name", "add name: alice"),
                both("accounts: [{name: b b, password: " + HASH + "}]", "1:19", "b b", "is not a name", "letters"),
                readerOnly(
                        "accounts:\n- {name: bob, password: " + HASH + "}\n- {name: Bob, password: " + HASH + "}",
                        "3:10",
                        "Bob",
                        "two have the name \"Bob\"",
                        "its own"),
                both("opers: [{name: a, password: " + HASH + ", from: []}]", "1:119", "from", "0 items", "1 to 100"),
                both(
                        "opers: [{name: a, password: " + HASH + ", from: [a@]}]",
                        "1:126",
                        "a@",
                        "not of the form",
                        "*@192"));
    }

    private static List<BadScenario> bans() {
        return List.of(
                both("k-lines: [{reason: x}]", "1:11", "", "a K-line lacks the key mask", "add mask"),
                both("k-lines: [{mask: a b}]", "1:18", "a b", "not of the form user@host", "write such as"),
                readerOnly("k-lines: [{mask: \"*@*\"}]", "1:18", "\"*@*\"", "hits everybody", "name a part"),
                both("d-lines: [{reason: x}]", "1:11", "", "a D-line lacks the key address", "add address"),
                readerOnly(
                        "d-lines: [{address: 10.0.0.1/8}]",
                        "1:21",
                        "10.0.0.1/8",
                        "not the first address",
                        "192.0.2.0/24"),
                readerOnly("d-lines: [{address: localhost}]", "1:21", "localhost", "is not an address", "192.0.2.7"),
                readerOnly("d-lines: [{address: 0.0.0.0/0}]", "1:21", "0.0.0.0/0", "hits everybody", "name a part"));
    }
}
