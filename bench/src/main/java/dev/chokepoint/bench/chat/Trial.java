package dev.chokepoint.bench.chat;

/** What is done in one run: with a fresh server and a fresh client. */
enum Trial {
    SPEECH_10(Kind.SPEECH, 10, 3, 3, 0),
    SPEECH_100(Kind.SPEECH, 100, 3, 3, 4),
    SPEECH_1000(Kind.SPEECH, 1000, 3, 3, 0),
    JOIN_5000(Kind.JOIN, 5000, 0, 0, 0),
    IDLE_15000(Kind.IDLE, 15_000, 0, 0, 0);

    /** The ways to use a crowd. */
    enum Kind {
        SPEECH,
        JOIN,
        IDLE
    }

    private final Kind kind;
    private final int members;
    private final int warmSeconds;
    private final int measureSeconds;
    private final int paceSeconds;

    Trial(Kind kind, int members, int warmSeconds, int measureSeconds, int paceSeconds) {
        this.kind = kind;
        this.members = members;
        this.warmSeconds = warmSeconds;
        this.measureSeconds = measureSeconds;
        this.paceSeconds = paceSeconds;
    }

    Kind kind() {
        return kind;
    }

    int members() {
        return members;
    }

    int warmSeconds() {
        return warmSeconds;
    }

    int measureSeconds() {
        return measureSeconds;
    }

    /** 0 for none. */
    int paceSeconds() {
        return paceSeconds;
    }
}
