package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.Address.Family;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.world.OffloadPool;
import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.live.IoModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads scenario files. The form of the file is explained in {@code docs/reference/scenario.md} and, for editors, in the
 * JSON Schema beside this class; tests hold the three together.
 */
public final class ScenarioReader {
    static final List<String> KEYS = List.of(
            "name",
            "about",
            "seed",
            "warmup",
            "duration",
            "model",
            "family",
            "transport",
            "app",
            "server",
            "network",
            "balancer",
            "backplane",
            "federation",
            "directory",
            "mesh",
            "machines",
            "clients",
            "faults",
            "stream",
            "tcp",
            "udp",
            "costs",
            "slo",
            "compare");
    static final List<String> SERVER_KEYS = List.of("count", "cores", "lanes", "io", "offload", "machine");

    static final List<String> OFFLOAD_KEYS = List.of("threads", "queue");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");
    private static final int LONGEST_NAME = 60;
    private static final int LONGEST_ABOUT = 300;
    private static final int MOST_CORES = 64;
    private static final int MOST_WAITING = 1_000_000;
    private static final int MOST_FAULTS = 100;
    private static final int MOST_SERVERS = 1000;
    private static final int NOT_SAID = 0;

    /** How many servers a chat has in a model with several, when nothing is said. */
    private static final int CHAT_SERVERS = 3;

    private final String file;
    private final Optional<Model> instead;
    private final Problems problems;

    private ScenarioReader(String file, Optional<Model> instead, Problems problems) {
        this.file = file;
        this.instead = instead;
        this.problems = problems;
    }

    /**
     * Reads a scenario from a file.
     *
     * @param path where it is
     * @return the scenario, every default filled in
     * @throws ScenarioException everything that is wrong with the file
     */
    public static Scenario read(Path path) {
        return read(ScenarioText.of(path));
    }

    /**
     * Reads a scenario from a file's text.
     *
     * @param text the text
     * @return the scenario, every default filled in
     * @throws ScenarioException everything that is wrong with the text
     */
    public static Scenario read(ScenarioText text) {
        return read(text, Optional.empty());
    }

    /**
     * Reads a scenario from a file's text, in another model than it says: then nothing breaks that the file says, since other models
     * have other hosts.
     *
     * @param text the text
     * @param model the model; empty for the file's own
     * @return the scenario, every default filled in
     * @throws ScenarioException everything that is wrong with the text, or does not go with the model
     */
    static Scenario read(ScenarioText text, Optional<Model> model) {
        Problems problems = new Problems(text);
        Optional<Node> root = YamlTree.of(text, FileKind.SCENARIO, problems);
        Optional<Scenario> scenario =
                root.flatMap(node -> new ScenarioReader(text.file(), model, problems).scenario(node));
        if (problems.isEmpty()) {
            new Plausibility(root.orElseThrow(), problems).check(scenario.orElseThrow());
        }
        if (!problems.isEmpty()) {
            throw problems.exception();
        }
        return scenario.orElseThrow();
    }

    private Optional<Scenario> scenario(Node root) {
        try {
            return scenario(new Section("the scenario", root, KEYS, problems));
        } catch (Unfit e) {
            e.addTo(problems, "the scenario");
            return Optional.empty();
        }
    }

    /** Empty when a part without a default is missing or wrong. */
    private Optional<Scenario> scenario(Section section) {
        String name =
                section.read("name", Forms.word(LONGEST_NAME, NAME, "letters, digits, dots, dashes"), nameOf(file));
        String about = section.read("about", Forms.text(LONGEST_ABOUT), "");
        long seed = section.read("seed", Forms.whole(Long.MIN_VALUE, Long.MAX_VALUE), 1L);
        long warmup = section.read("warmup", Forms.time("0s", "1h"), 1_000_000_000L);
        long duration = section.read("duration", Forms.time("100ms", "24h"), 6_000_000_000L);
        Model written = section.read("model", Forms.choice(Model.class), Model.CENTRAL);
        Model model = instead.orElse(written);
        Family family = section.read("family", Forms.choice(Family.class), Family.IPV4);
        TcpForm.Tuning tcp = section.read("tcp", new TcpForm(problems), TcpForm.STANDARD);
        Transport.Udp udp = section.read("udp", new UdpForm(problems), UdpForm.STANDARD);
        Transport transport = switch (section.read("transport", Forms.choice(Kind.class), Kind.IDEAL)) {
            case IDEAL -> new Transport.Ideal();
            case TCP -> new Transport.Tcp(tcp.options());
            case UDP -> udp;
        };
        Optional<App> app = section.require("app", new AppForm(problems), "app: {ask: {work: 1ms}}");
        boolean chat = app.filter(App.Chat.class::isInstance).isPresent();
        ServerSpec said = section.read("server", node -> server(node, chat), new ServerSpec(1, 1).withCount(NOT_SAID));
        Network network = section.read("network", new NetworkForm(problems), Network.NONE);
        ServerSpec server = said.withCount(servers(said.count(), model, chat));
        Optional<BalancerSpec> balancer = Optional.of(
                        section.read("balancer", new BalancerForm(problems), BalancerForm.STANDARD))
                .filter(_ -> model == Model.REPLICATED);
        ModelParts parts = new ModelParts(
                section.read("backplane", new BackplaneForm(problems), BackplaneForm.STANDARD),
                section.read("federation", new FederationForm(problems), FederationForm.STANDARD),
                section.read("directory", new DirectoryForm(problems), DirectoryForm.STANDARD),
                section.read("mesh", new MeshForm(problems), MeshForm.STANDARD));
        List<MachineSpec> machines = section.read("machines", new MachinesForm(problems), List.of());
        Optional<List<ClientGroup>> clients = section.require(
                "clients",
                new ClientsForm(problems, model.entrance()),
                "clients: [{count: 50, load: {poisson: 400/s}}]");
        List<PlannedFault> faults =
                section.read("faults", Forms.list("faults", 0, MOST_FAULTS, new FaultForm(), problems), List.of());
        List<PlannedFault> breaking = instead.isPresent() ? List.of() : faults;
        StreamOptions stream = section.read("stream", new StreamForm(problems), StreamOptions.DEFAULT)
                .withNagle(tcp.nagle());
        Scenario.Costs costs = section.read("costs", new CostsForm(problems), CostsForm.STANDARD);
        List<Objective> slo = section.read("slo", Forms.list("slo", 0, 32, new ObjectiveForm(), problems), List.of());
        Variants compare = section.read("compare", new CompareForm(problems), Variants.NONE);
        return app.flatMap(a -> clients.map(c -> new Scenario(
                name, about, seed, warmup, duration, model, family, transport, a, server, network, balancer, parts,
                machines, c, breaking, stream, costs, slo, compare)));
    }

    /** How messages travel; {@link Plausibility} refuses tuning for another transport. */
    private enum Kind {
        IDEAL,
        TCP,
        UDP
    }

    /** A chat has several servers in some models and one in others, so that one file can be run in all of them. */
    private static int servers(int said, Model model, boolean chat) {
        int several = said == NOT_SAID ? CHAT_SERVERS : said;
        return chat ? (model.hasSeveralServers() ? several : 1) : Math.max(1, said);
    }

    private ServerSpec server(Node node, boolean chat) throws Unfit {
        Section section = new Section("server", node, SERVER_KEYS, problems);
        int count = section.read("count", Forms.count(1, MOST_SERVERS), NOT_SAID);
        int cores = section.read("cores", Forms.count(1, MOST_CORES), 1);
        ServerSpec spec = new ServerSpec(
                        count, cores, section.read("lanes", Forms.count(1, MOST_CORES), chat ? 1 : cores))
                .withIo(section.read("io", Forms.choice(IoModel.class), IoModel.EVENT_LOOP));
        ServerSpec pooled =
                section.find("offload", this::offload).map(spec::with).orElse(spec);
        return section.find("machine", NetworkForm::end).map(pooled::on).orElse(pooled);
    }

    private OffloadPool offload(Node node) throws Unfit {
        Section section = new Section("offload", node, OFFLOAD_KEYS, problems);
        return new OffloadPool(
                section.read("threads", Forms.count(1, MOST_CORES), OffloadPool.DEFAULT.threads()),
                section.read("queue", Forms.count(0, MOST_WAITING), OffloadPool.DEFAULT.waitingMax()));
    }

    /** A file name without its ending; what a name may not have becomes a dash. */
    private static String nameOf(String file) {
        String base = file.replaceFirst("(?s)^.*[/\\\\]", "").replaceFirst("[.][^.]*$", "");
        String name = base.replaceAll("[^A-Za-z0-9._-]", "-").replaceFirst("^[._-]+", "");
        return name.isEmpty() ? "scenario" : name.substring(0, Math.min(LONGEST_NAME, name.length()));
    }
}
