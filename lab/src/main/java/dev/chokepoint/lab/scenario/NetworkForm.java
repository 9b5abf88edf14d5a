package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Network.Wire;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** {@code network}: routers, and the links that groups of clients share. */
final class NetworkForm implements Form<Network> {
    static final List<String> KEYS = List.of("routers", "links");
    static final List<String> LINK_KEYS =
            Stream.concat(Stream.of("from", "to"), LinkForm.KEYS.stream()).toList();

    /** What hosts and routers may be called. */
    static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]*");

    /** What servers and the balancer before them are called. */
    private static final Pattern TAKEN =
            Pattern.compile("(?i)servers?|server-[0-9]+|balancer|backplane|directory|internet");

    static final int LONGEST_NAME = 40;
    static final String NAME_ALLOWED = "a letter, then letters, digits or dashes";

    private static final int MOST = 64;

    private final Problems problems;

    NetworkForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Network read(Node node) throws Unfit {
        Section section = new Section("network", node, KEYS, problems);
        List<String> routers = section.require(
                        "routers", Forms.list("router", 1, MOST, NetworkForm::name, problems), "routers: [west, east]")
                .orElse(List.of());
        List<Wire> links = section.require(
                        "links",
                        Forms.list("link", 1, MOST, this::wire, problems),
                        "links: [{from: west, to: server, latency: 5ms}]")
                .orElse(List.of());
        return new Network(routers, links);
    }

    private Wire wire(Node node) throws Unfit {
        Section section = new Section("a link of the network", node, LINK_KEYS, problems);
        String from = section.require("from", NetworkForm::end, "from: west").orElse("");
        String to = section.require("to", NetworkForm::end, "to: server").orElse("");
        return new Wire(from, to, new LinkForm(problems).read(section));
    }

    /** A name of one's own; the server's, and that of the place before several servers, are taken. */
    static String name(Node node) throws Unfit {
        String name = Forms.word(LONGEST_NAME, NAME, NAME_ALLOWED).read(node);
        if (TAKEN.matcher(name).matches()) {
            String owner =
                    name.toLowerCase(Locale.ROOT).startsWith("server") ? "server" : name.toLowerCase(Locale.ROOT);
            throw new Unfit(
                    node,
                    "\"" + name + "\" is the " + owner + "'s own name",
                    "name the group or router clients, west, ...");
        }
        return name;
    }

    /** A name that is somebody's: {@link Plausibility} looks whose. */
    static String end(Node node) throws Unfit {
        return Forms.word(LONGEST_NAME, NAME, NAME_ALLOWED).read(node);
    }
}
