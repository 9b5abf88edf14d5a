package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Scenario.App;
import dev.chokepoint.programs.ask.AskLoad;
import dev.chokepoint.programs.ask.AskServer;
import dev.chokepoint.programs.load.ServiceTime;
import dev.chokepoint.programs.talk.TalkText;
import java.util.List;

/** {@code app}: what servers and clients do. */
final class AppForm implements Form<App> {
    static final List<String> KEYS = List.of("ask", "chat");
    static final List<String> ASK_KEYS = List.of("request", "response", "work", "timeout");

    static final List<String> CHAT_KEYS = List.of("room", "message");

    private static final int LARGEST_ROOM = 1_000_000;
    private static final App.Chat CHAT = new App.Chat(10, 64);

    private static final App.Ask STANDARD = new App.Ask(200, 2_000, new ServiceTime.Constant(1_000_000));

    private final Problems problems;

    AppForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public App read(Node node) throws Unfit {
        Section section = new Section("app", node, KEYS, problems);
        boolean chat = section.only(KEYS).filter("chat"::equals).isPresent();
        return chat ? section.read("chat", this::chat, CHAT) : section.read("ask", this::ask, STANDARD);
    }

    private App chat(Node node) throws Unfit {
        Section section = new Section("chat", node, CHAT_KEYS, problems);
        long bytes = section.read(
                "message", Forms.size(TalkText.MIN_BYTES + "B", TalkText.MAX_BYTES + "B"), (long) CHAT.messageBytes());
        return new App.Chat(section.read("room", Forms.count(2, LARGEST_ROOM), CHAT.room()), (int) bytes);
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
