package dev.chokepoint.lab.run;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Program;
import dev.chokepoint.lab.measure.Window;
import dev.chokepoint.lab.scenario.Model;
import dev.chokepoint.lab.scenario.ModelParts.DirectorySpec;
import dev.chokepoint.lab.scenario.ModelParts.MeshSpec;
import dev.chokepoint.lab.scenario.PlannedFault;
import dev.chokepoint.lab.scenario.PlannedFault.CrashProcess;
import dev.chokepoint.lab.scenario.Scenario;
import dev.chokepoint.lab.scenario.Scenario.App.Chat;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.lab.scenario.Scenario.Costs;
import dev.chokepoint.programs.ask.AskDirectory;
import dev.chokepoint.programs.ask.AskDirectoryConfig;
import dev.chokepoint.programs.direct.DirectLoad;
import dev.chokepoint.programs.direct.DirectLoadConfig;
import dev.chokepoint.programs.direct.Directory;
import dev.chokepoint.programs.direct.DirectoryConfig;
import dev.chokepoint.programs.load.Workload;
import dev.chokepoint.programs.mesh.MeshLoad;
import dev.chokepoint.programs.mesh.MeshLoadConfig;
import dev.chokepoint.programs.peer.Death;
import dev.chokepoint.programs.peer.PeerCounts;
import dev.chokepoint.programs.peer.PeerTally;
import dev.chokepoint.programs.talk.Rooms;
import dev.chokepoint.programs.talk.TalkPlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** The programs of the models {@code hybrid} and {@code mesh}. */
record PeerPrograms(Scenario scenario) {
    private static final int REMEMBERED = 256;
    private static final long HEARTBEAT_NANOS = 5_000_000_000L;

    /** Time for people to connect to each other. */
    private static final long MEETING_NANOS = 1_500_000_000L;

    /** The line in which somebody hears of a newcomer. */
    private static final int INTRODUCTION_BYTES = 48;

    /** What introduces the people of a chat. */
    Program directory(Address at, Consumer<Address> onListening) {
        return new Directory(
                new DirectoryConfig(at, scenario.stream(), DirectoryConfig.PEOPLE_MOST, DirectoryConfig.ROOMS_MOST),
                onListening);
    }

    /** A lane of what tells clients which of these servers has what. */
    Program askDirectory(Address at, List<Address> servers, Consumer<Address> onListening) {
        DirectorySpec spec = scenario.parts().directory();
        return new AskDirectory(new AskDirectoryConfig(at, scenario.stream(), spec.work(), servers), onListening);
    }

    /** The people of a group, who count together with others. */
    Program talkers(
            Chat chat,
            ClientGroup group,
            List<Address> entrances,
            Window window,
            LongConsumer sendLagNanos,
            PeerTally tally) {
        TalkPlan plan = new TalkPlan(
                new Rooms(group.count(), chat.room()),
                chat.messageBytes(),
                (Workload.Open) group.load(),
                window.loadStartNanos(),
                window.endNanos(),
                scenario.clients().indexOf(group),
                scenario.clients().size());
        List<Death> deaths = deaths(group, window);
        if (scenario.model() == Model.HYBRID) {
            return new DirectLoad(
                    new DirectLoadConfig(group.name(), plan, entrances.getFirst(), scenario.stream(), deaths),
                    tally,
                    sendLagNanos);
        }
        MeshSpec mesh = scenario.parts().mesh();
        return new MeshLoad(
                new MeshLoadConfig(
                        plan, mesh.neighbours(), mesh.fanout(), REMEMBERED, HEARTBEAT_NANOS, scenario.stream(), deaths),
                tally,
                sendLagNanos);
    }

    private List<Death> deaths(ClientGroup group, Window window) {
        return scenario.faults().stream()
                .filter(fault -> fault.action() instanceof CrashProcess crash && PlannedFault.numberIn(group, crash.host()) > 0)
                .map(fault -> death(fault, group, window))
                .toList();
    }

    private static Death death(PlannedFault fault, ClientGroup group, Window window) {
        String host = ((CrashProcess) fault.action()).host();
        return new Death(PlannedFault.numberIn(group, host) - 1, window.loadStartNanos() + fault.atNanos());
    }

    /** How long it takes at least until all are connected: a server that introduces them tells each of all in the room. */
    long introducingNanos(Chat chat) {
        if (scenario.model() == Model.MESH) {
            return MEETING_NANOS;
        }
        Costs costs = scenario.costs();
        long telling = costs.writeNanos() + INTRODUCTION_BYTES * costs.bytePicos() / 1000;
        long each = costs.acceptNanos() + 2 * costs.turnNanos() + costs.readNanos() + chat.room() * telling;
        return MEETING_NANOS
                + scenario.clients().stream().mapToLong(ClientGroup::count).sum() * each;
    }

    /** How many sockets a person has at most, in the process of all. */
    int socketsEach(Chat chat) {
        int links = scenario.model() == Model.MESH
                ? Math.min(2 * scenario.parts().mesh().neighbours(), chat.room())
                : chat.room();
        return links + 2;
    }

    /** What gossip took, for the reader of a result. */
    List<String> notes(PeerCounts counts) {
        List<String> notes = new ArrayList<>();
        if (scenario.hasPeers() && scenario.model() == Model.MESH && counts.received() > 0) {
            notes.add(String.format(
                    Locale.ROOT,
                    "peers sent a message %.2f times for each of them to whom it was new, and it came over %.2f connections on"
                            + " average",
                    counts.sentPerDelivery(),
                    counts.meanHops()));
        }
        if (counts.refused() > 0) {
            notes.add(counts.refused() + " times a message was not sent to a peer, since what waited for its connection was"
                    + " above stream's high-mark");
        }
        return notes;
    }
}
