package dev.chokepoint.lab.scenario;

import static dev.chokepoint.lab.scenario.BadScenario.both;
import static dev.chokepoint.lab.scenario.BadScenario.link;
import static dev.chokepoint.lab.scenario.BadScenario.readerOnly;
import static dev.chokepoint.lab.scenario.BadScenario.root;

import java.util.ArrayList;
import java.util.List;

/** Mistakes about transports, packets, routers and servers. */
final class BadNetwork {
    private BadNetwork() {}

    static List<BadScenario> all() {
        List<BadScenario> all = new ArrayList<>();
        all.addAll(transports());
        all.addAll(packets());
        all.addAll(routers());
        all.addAll(farther());
        all.addAll(balancers());
        all.addAll(machines());
        all.addAll(BadFaults.all());
        return all;
    }

    private static List<BadScenario> machines() {
        String box = "machines: [{name: box, cores: 2}]\n";
        return List.of(
                both(root("machines: [{name: box}]"), "3:12", "", "a machine lacks the key cores", "add cores: 2"),
                both(root("machines: [{name: box, cores: 0}]"), "3:31", "0", "0 is out of range", "1 to 64"),
                readerOnly(root("machines: [{name: box, cores: 2}]"), "3:19", "box", "nothing is on \"box\"", "remove"),
                readerOnly(root("server: {machine: box}"), "3:19", "box", "no machine is called", "add it: machines:"),
                readerOnly(
                        root(box + "server: {machine: bax}"),
                        "4:19",
                        "bax",
                        "no machine is called \"bax\"",
                        "did you mean box? there are: box"),
                readerOnly(
                        root("machines: [{name: box, cores: 2}, {name: box, cores: 1}]\nserver: {machine: box}"),
                        "3:42",
                        "box",
                        "there is another machine",
                        "own name"));
    }

    /** The mistake on line 4. */
    private static String with(String transport, String line) {
        return root("transport: " + transport + "\n" + line);
    }

    /** The mistake on line 5, from column 10. */
    private static String tcpLink(String fields) {
        return "transport: tcp\n" + link(fields);
    }

    /** The mistake on line 5 if it is among the routers, on line 6 if among the links, from column 11. */
    private static String network(String routers, String links) {
        return "transport: tcp\n" + root("network:\n  routers: [" + routers + "]\n  links: [" + links + "]");
    }

    private static List<BadScenario> transports() {
        return List.of(
                readerOnly(root("tcp: {sack: false}"), "3:1", "tcp", "tcp: tunes tcp, but transport is ideal", "tcp"),
                readerOnly(with("tcp", "udp: {}"), "4:1", "udp", "tunes udp, but transport is tcp", "remove udp"),
                readerOnly(with("udp", "tcp: {}"), "4:1", "tcp", "tunes tcp, but transport is udp", "remove tcp"),
                both(with("tcp", "tcp: {sack: yes}"), "4:13", "yes", "true or false, not \"yes\"", "write true or"),
                both(with("tcp", "tcp: {congestion-control: reno}"), "4:27", "reno", "unknown value", "newreno"),
                both(with("tcp", "tcp: {cwnd: 3}"), "4:7", "cwnd", "unknown key \"cwnd\" in tcp", "initial-window"),
                both(with("tcp", "tcp: {initial-window: 0}"), "4:23", "0", "0 is out of range", "1 to 1000"),
                readerOnly(
                        with("tcp", "tcp: {delayed-ack: {time: 1s}}"), "4:27", "1s", "1s is too large", "0s to 500ms"),
                both(with("udp", "udp: {retries: 17}"), "4:16", "17", "17 is out of range", "0 to 16"),
                readerOnly(
                        "family: unix\n" + root("transport: tcp"),
                        "4:12",
                        "tcp",
                        "tcp goes over IP, but family is unix",
                        "or transport: ideal"),
                readerOnly(
                        "transport: udp\napp: {ask: {response: 70kB}}\nclients: [{load: {poisson: 9/s}}]",
                        "2:23",
                        "70kB",
                        "70000B fit in no datagram",
                        "at most 65507B"),
                readerOnly(
                        with("udp", "server: {count: 2}"),
                        "4:17",
                        "2",
                        "connections are shared among servers, and transport: udp has none",
                        "count: 1"));
    }

    private static BadScenario balancer(String line, String at, String text, String message, String hint) {
        return readerOnly(with("ideal", "model: replicated\n" + line), at, text, message, hint);
    }

    private static List<BadScenario> balancers() {
        return List.of(
                readerOnly(root("balancer: {cores: 2}"), "3:1", "balancer", "the model central has none", "replicated"),
                both(root("model: replicatd"), "3:8", "replicatd", "unknown value", "central, replicated"),
                both(with("tcp", "balancer: {policy: fair}"), "4:20", "fair", "unknown value", "two-choices"),
                both(with("tcp", "balancer: {health: {rise: 0}}"), "4:27", "0", "0 is out of range", "1 to 100"),
                both(with("tcp", "balancer: {check: {}}"), "4:12", "check", "unknown key \"check\"", "policy, cores"),
                readerOnly(
                        with("udp", "model: replicated"),
                        "3:12",
                        "udp",
                        "a balancer shares connections among servers, and udp has none",
                        "write transport: ideal or tcp, or model: central"),
                balancer(
                        "balancer: {health: {timeout: 2s}}",
                        "5:30",
                        "2s",
                        "timeout: 2 s is longer than every 1 s",
                        "lower timeout, or raise every"),
                balancer(
                        "balancer: {link: {latency: 300ms}}",
                        "5:12",
                        "link",
                        "a round trip of 600 ms is not below the health check's timeout 500 ms",
                        "raise timeout in health, or lower latency"));
    }

    private static List<BadScenario> farther() {
        return List.of(
                readerOnly(
                        root("network: {routers: [a], links: [{from: a, to: server}]}"),
                        "3:1",
                        "network",
                        "network: has routers, and ideal streams know one link",
                        "write transport: tcp, or remove network"),
                readerOnly(
                        "server: {count: 2}\n" + link("bandwidth: 1Mbit/s"),
                        "1:17",
                        "2",
                        "count: lets several servers share the bandwidth",
                        "transport: tcp"),
                readerOnly(
                        "app: {ask: {}}\nclients: [{load: {poisson: 9/s}, access: {}}]",
                        "2:34",
                        "access",
                        "access: gives each client a link of its own",
                        "write transport: tcp"));
    }

    private static List<BadScenario> packets() {
        return List.of(
                readerOnly(link("loss: 1%"), "4:16", "1%", "transport: ideal has none", "write transport: tcp or udp"),
                readerOnly(link("down: {loss: 1%}"), "4:23", "1%", "transport: ideal has none", "or remove loss"),
                readerOnly(link("mtu: 9000B"), "4:15", "9000B", "mtu: is about packets", "or remove mtu"),
                readerOnly(link("queue: 9 packets"), "4:17", "9 packets", "queue: is about packets", "tcp or udp"),
                readerOnly(tcpLink("loss: 101%"), "5:16", "101%", "loss: 101% is too large", "0% to 100%"),
                both(tcpLink("loss: 1"), "5:16", "1", "loss: 1 has no unit", "write 1%"),
                both(tcpLink("reorder: {fraction: 1%}"), "5:10", "", "reorder lacks the key delay", "5ms"),
                readerOnly(tcpLink("mtu: 100B"), "5:15", "100B", "mtu: 100B is too small", "576B to 65535B"),
                both(tcpLink("queue: 0 packets"), "5:17", "0 packets", "0 packets is too small", "1 packet to"),
                both(tcpLink("queue: 9 packs"), "5:17", "9 packs", "unknown unit \"packs\"", "such as 100 packets"),
                readerOnly(
                        tcpLink("mtu: 9000B, queue: 4kB"),
                        "5:29",
                        "4kB",
                        "queue: 4000B hold not even one packet of 9000B",
                        "raise queue, or lower mtu"),
                readerOnly(
                        "family: ipv6\n" + tcpLink("mtu: 576B"),
                        "6:15",
                        "576B",
                        "mtu: 576B is too small for family: ipv6",
                        "1280B"));
    }

    private static List<BadScenario> routers() {
        return List.of(
                both(root("network: {routers: [a]}"), "3:1", "", "network lacks the key links", "from: west"),
                both(network("server", "{from: a, to: b}"), "5:13", "server", "is the server's own name", "name the"),
                readerOnly(
                        network("clients", "{from: clients, to: server}"),
                        "5:13",
                        "clients",
                        "another router or group of clients named \"clients\"",
                        "its own name"),
                readerOnly(
                        network("west", "{from: vest, to: server}"),
                        "6:18",
                        "vest",
                        "from: nothing in network is called \"vest\"",
                        "did you mean west? there are: west, server"),
                readerOnly(network("a", "{from: a, to: a}"), "6:25", "a", "joins a and a, which are one", "two ends"),
                readerOnly(
                        network("a", "{from: a, to: server}, {from: server, to: a}"),
                        "6:53",
                        "a",
                        "link 2: joins server and a, as an earlier one does",
                        "at most one link"),
                readerOnly(
                        "app: {ask: {}}\nclients: [{load: {poisson: 9/s}, to: wets}]",
                        "2:38",
                        "wets",
                        "to: nothing in network is called \"wets\"",
                        "there are: server"),
                readerOnly(
                        "app: {ask: {}}\nclients: [{load: {poisson: 9/s}, to: a}]\n"
                                + "network: {routers: [a, b], links: [{from: b, to: server}]}\ntransport: tcp",
                        "2:38",
                        "a",
                        "to: no way leads from a to the server",
                        "{from: a, to: server}"));
    }
}
