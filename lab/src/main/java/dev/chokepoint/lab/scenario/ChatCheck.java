package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.Address;
import dev.chokepoint.lab.scenario.ModelParts.BackplaneSpec;
import dev.chokepoint.lab.scenario.ModelParts.DirectorySpec;
import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.programs.load.Workload;

/** Finds what makes no sense of an app in a model, and what a chat can't do. */
record ChatCheck(Scenario scenario, Node root, Problems problems) {
    void check() {
        switch (scenario.app()) {
            case App.Ask _ -> checkAsk();
            case App.Chat chat -> checkChat(chat);
        }
    }

    private void checkAsk() {
        if (scenario.model() == Model.FEDERATED || scenario.model() == Model.MESH) {
            problems.add(
                    root.at("model"),
                    "model: " + scenario.model().word() + " passes messages on to many, and ask asks one server",
                    "write model: central, replicated or hybrid, or app: {chat: {}}");
        }
        refusePart(BackplaneSpec.NAME, "joins the servers of a chat");
        refusePart("federation", "joins the servers of a chat");
        refusePart("mesh", "joins the peers of a chat");
        requireModel(DirectorySpec.NAME, Model.HYBRID);
        if (scenario.hasDirectory()) {
            checkDirectory();
        }
    }

    /** What the directory says is an HTTP location, over a connection. */
    private void checkDirectory() {
        if (scenario.transport() instanceof Transport.Udp) {
            problems.add(
                    root.at("transport"),
                    "transport: clients ask a directory over a connection, and udp has none",
                    "write transport: ideal or tcp");
        }
        if (scenario.family() == Address.Family.UNIX) {
            problems.add(
                    root.at("family"),
                    "family: a directory names servers by internet addresses, and unix has none",
                    "write family: ipv4 or ipv6");
        }
    }

    private void refusePart(String key, String what) {
        if (root.child(key).isPresent()) {
            problems.add(root.at(key), key + ": " + what + ", and the app is ask", "remove " + key);
        }
    }

    private void checkChat(App.Chat chat) {
        checkParts();
        checkServers();
        if (scenario.transport() instanceof Transport.Udp) {
            problems.add(
                    root.at("transport"),
                    "transport: people in a chat have a connection, and udp has none",
                    "write transport: ideal or tcp");
        }
        for (int i = 0; i < scenario.clients().size(); i++) {
            checkGroup(chat, scenario.clients().get(i), String.valueOf(i));
        }
    }

    /** Parts of another model are there for {@code compare}. */
    private void checkParts() {
        requireModel(BackplaneSpec.NAME, Model.REPLICATED);
        requireModel("federation", Model.FEDERATED);
        requireModel("mesh", Model.MESH);
        if (root.child(DirectorySpec.NAME).isPresent()) {
            problems.add(
                    root.at(DirectorySpec.NAME),
                    "directory: tells clients of ask where to ask, and the app is chat, whose server introduces people itself",
                    "remove directory; its cores are those of server");
        }
    }

    private void requireModel(String key, Model owner) {
        boolean meant = scenario.model() == owner || scenario.compare().models().contains(owner);
        if (!meant && root.child(key).isPresent()) {
            problems.add(
                    root.at(key),
                    key + ": the model " + scenario.model().word() + " has none",
                    "write model: " + owner.word() + ", or name it in compare: {models: [...]}, or remove " + key);
        }
    }

    private void checkServers() {
        if (!scenario.model().hasSeveralServers() && saysSeveral() && !comparesSeveral()) {
            problems.add(
                    root.at(ServerSpec.NAME, "count"),
                    "count: people in a room must meet, and servers of the model "
                            + scenario.model().word() + " know nothing of each other",
                    "write count: 1, or model: replicated or federated");
        }
        if (scenario.model() == Model.FEDERATED && scenario.server().count() < 2) {
            problems.add(
                    root.at(ServerSpec.NAME, "count"),
                    "count: a federation has at least 2 servers",
                    "write count: 2 or more, or model: central");
        }
        if (scenario.server().lanes() > 1 || scenario.server().offload().isPresent()) {
            String key = scenario.server().lanes() > 1 ? "lanes" : "offload";
            problems.add(
                    root.at(ServerSpec.NAME, key),
                    key + ": a chat server's state is on one lane, which does all its work",
                    "remove " + key + ", or add servers with model: replicated or federated");
        }
    }

    private boolean comparesSeveral() {
        return scenario.compare().models().stream().anyMatch(Model::hasSeveralServers);
    }

    private boolean saysSeveral() {
        return root.child(ServerSpec.NAME)
                .flatMap(server -> server.child("count"))
                .filter(count ->
                        count instanceof Node.Scalar said && !said.value().equals("1"))
                .isPresent();
    }

    private void checkGroup(App.Chat chat, ClientGroup group, String number) {
        if (group.count() < chat.room()) {
            problems.add(
                    root.at("clients", number, "count"),
                    "count: " + group.count() + " people don't fill a room of " + chat.room(),
                    "the people of a group share rooms: raise count, or lower room in app");
        }
        if (group.load() instanceof Workload.Closed) {
            problems.add(
                    root.at("clients", number, "load"),
                    "load: closed clients wait for an answer, and in a chat nobody must answer",
                    "write poisson, constant or steps");
        }
        Node clients = root.child("clients").orElseThrow();
        clients.child(number)
                .flatMap(node -> node.child("queue"))
                .ifPresent(queue -> problems.add(
                        queue.spot(),
                        "queue: in a chat nobody waits for an answer before speaking again",
                        "remove queue"));
    }
}
