package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import dev.chokepoint.programs.load.Workload;
import java.util.List;

/** Finds what can't work although each value alone is fine. Runs on files that have no other problem. */
final class Plausibility {
    private static final double MOST_MESSAGES = 1e9;

    private final Node root;
    private final Problems problems;

    Plausibility(Node root, Problems problems) {
        this.root = root;
        this.problems = problems;
    }

    void check(Scenario scenario) {
        new ChatCheck(scenario, root, problems).check();
        new BalancerCheck(scenario, root, problems).check();
        new TransportCheck(scenario, root, problems).check();
        if (new NetworkCheck(scenario, root, problems).check()) {
            checkConnects(scenario);
        }
        new MachineCheck(scenario, root, problems).check();
        checkDatagrams(scenario);
        new FaultCheck(scenario, root, problems).check();
        checkClients(scenario.clients());
        checkMessages(scenario);
        checkCompare(scenario);
    }

    private void checkConnects(Scenario scenario) {
        long timeoutNanos = scenario.stream().connectTimeoutNanos();
        for (int i = 0; i < scenario.clients().size(); i++) {
            ClientGroup group = scenario.clients().get(i);
            long roundTripNanos = Route.of(scenario, group).latencyNanos();
            if (roundTripNanos >= timeoutNanos) {
                problems.add(
                        root.at("clients", String.valueOf(i), "link"),
                        "link: a round trip of " + Quantities.time(roundTripNanos) + " is not below connect-timeout "
                                + Quantities.time(timeoutNanos) + ", so that no client could connect",
                        "raise connect-timeout in stream, or lower latency");
            }
        }
    }

    private void checkDatagrams(Scenario scenario) {
        if (!(scenario.transport() instanceof Transport.Udp)) {
            return;
        }
        if (scenario.server().offload().isPresent()) {
            problems.add(
                    root.at("server", "offload"),
                    "offload: with transport: udp the lanes do the work",
                    "remove offload, or use transport: ideal or tcp");
        }
        if (scenario.app() instanceof App.Ask ask && ask.timeoutNanos() < Long.MAX_VALUE) {
            problems.add(
                    root.at("app", "ask", "timeout"),
                    "timeout: with transport: udp requests are repeated until udp gives up",
                    "set udp instead, or use transport: ideal or tcp");
        }
    }

    private void checkClients(List<ClientGroup> groups) {
        long clients = groups.stream().mapToLong(ClientGroup::count).sum();
        if (clients > ClientsForm.MOST_CLIENTS) {
            problems.add(
                    root.at("clients"),
                    "clients: " + clients + " in all groups together",
                    "a scenario may have " + ClientsForm.MOST_CLIENTS);
        }
    }

    private void checkMessages(Scenario scenario) {
        List<Workload> loads =
                scenario.clients().stream().map(ClientGroup::load).toList();
        double receivers = scenario.app() instanceof App.Chat chat ? chat.room() - 1 : 1;
        double all = receivers * messages(loads, 0, scenario.warmupNanos() + scenario.durationNanos());
        if (all > MOST_MESSAGES) {
            problems.add(
                    root.at("duration"),
                    String.format("duration: %.1e messages would be delivered until the end", all),
                    "a scenario may deliver 1e9: shorten duration, or lower the load");
        }
        boolean open = loads.stream().noneMatch(Workload.Closed.class::isInstance);
        double measured = messages(loads, scenario.warmupNanos(), scenario.durationNanos());
        if (open && measured < 1) {
            problems.add(
                    root.at("duration"),
                    "duration: " + Quantities.time(scenario.durationNanos())
                            + " is too short for this load to make a single request",
                    "lengthen duration, or raise the load");
        }
    }

    private void checkCompare(Scenario scenario) {
        int groups = scenario.clients().size();
        if (!scenario.compare().clients().isEmpty() && groups > 1) {
            problems.add(
                    root.at("compare", "clients"),
                    "clients: varies the number of clients of one group, and there are " + groups + " groups",
                    "leave one group, or compare io alone");
        }
    }

    private static double messages(List<Workload> loads, long afterNanos, long lastsNanos) {
        return loads.stream()
                .mapToDouble(load -> messages(load, afterNanos, afterNanos + lastsNanos))
                .sum();
    }

    private static double messages(Workload load, long fromNanos, long toNanos) {
        return switch (load) {
            case Workload.Poisson poisson -> poisson.perSecond() * (toNanos - fromNanos) / 1e9;
            case Workload.Constant constant -> constant.perSecond() * (toNanos - fromNanos) / 1e9;
            case Workload.Steps steps -> stepped(steps.steps(), fromNanos, toNanos);
            case Workload.Closed closed -> 0;
        };
    }

    private static double stepped(List<Workload.Step> steps, long fromNanos, long toNanos) {
        double sum = 0;
        long start = 0;
        for (int i = 0; i < steps.size(); i++) {
            long end = i + 1 == steps.size()
                    ? Long.MAX_VALUE
                    : start + steps.get(i).lastsNanos();
            long overlap = Math.min(end, toNanos) - Math.max(start, fromNanos);
            sum += steps.get(i).perSecond() * Math.max(0, overlap) / 1e9;
            start = end;
        }
        return sum;
    }
}
