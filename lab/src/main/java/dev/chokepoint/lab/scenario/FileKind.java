package dev.chokepoint.lab.scenario;

/** What a file is meant to be, for error messages. */
enum FileKind {
    SCENARIO(
            "scenario",
            "ask.yaml",
            "./chokepoint examples lists scenarios to start from",
            "a scenario needs at least app and clients"),
    CHAT_SERVER(
            "configuration",
            "chat-server.yaml",
            "docs/reference/chat-server.md shows one to start from",
            "write at least name: irc.example.net, or leave --config out");

    private final String title;
    private final String example;
    private final String start;
    private final String least;

    FileKind(String title, String example, String start, String least) {
        this.title = title;
        this.example = example;
        this.start = start;
        this.least = least;
    }

    /** Such as {@code scenario}. */
    String title() {
        return title;
    }

    /** What such a file may be called. */
    String example() {
        return example;
    }

    /** Where to find one to start from. */
    String start() {
        return start;
    }

    /** What must stand in it. */
    String least() {
        return least;
    }
}
