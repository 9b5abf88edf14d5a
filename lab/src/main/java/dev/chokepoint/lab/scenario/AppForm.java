package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.programs.ask.AskLoad;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.load.ServiceTime;
import java.util.List;

/** {@code app}: what servers and clients do. */
final class AppForm implements Form<App> {
    static final List<String> KEYS = List.of("ask");
    static final List<String> ASK_KEYS = List.of("request", "response", "work", "timeout");

    private static final App.Ask STANDARD = new App.Ask(200, 2_000, new ServiceTime.Constant(1_000_000));

    private final Problems problems;

    AppForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public App read(Node node) throws Unfit {
        Section section = new Section("app", node, KEYS, problems);
        section.only(KEYS);
        return section.read("ask", this::ask, STANDARD);
    }

    private App ask(Node node) throws Unfit {
        Section section = new Section("ask", node, ASK_KEYS, problems);
        return new App.Ask(
                section.read(
                        "request", Forms.size(AskLoad.minimumRequestBytes() + "B", "1GB"), STANDARD.requestBytes()),
                section.read(
                        "response",
                        Forms.size(AskServer.minimumResponseBytes() + "B", "1GB"),
                        STANDARD.responseBytes()),
                section.read("work", new LawForm("work", problems), STANDARD.work()),
                section.read("timeout", Forms.time("1ms", "1h"), STANDARD.timeoutNanos()));
    }
}
