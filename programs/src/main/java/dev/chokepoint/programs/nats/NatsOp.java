package dev.chokepoint.programs.nats;

/** The operations of the protocol: what lines begin with. */
enum NatsOp {
    PUB("PUB", 2, 3),
    MSG("MSG", 3, 4),
    HPUB("HPUB", 3, 4),
    HMSG("HMSG", 4, 5),
    SUB("SUB", 2, 3),
    UNSUB("UNSUB", 1, 2),
    PING("PING", 0, 0),
    PONG("PONG", 0, 0),
    OK("+OK", 0, 0),
    ERR("-ERR", 1, 1),
    INFO("INFO", 1, 1),
    CONNECT("CONNECT", 1, 1);

    /** The most arguments that an operation has. */
    static final int ARGUMENTS_MOST = 5;

    private static final NatsOp[] ALL = values();

    private final long key;
    private final int least;
    private final int most;

    NatsOp(String name, int least, int most) {
        key = keyOf(name);
        this.least = least;
        this.most = most;
    }

    /** Whether it may have so many arguments. */
    boolean takes(int arguments) {
        return arguments >= least && arguments <= most;
    }

    /** Whether its one argument is the rest of the line, spaces and all. */
    boolean takesRest() {
        return this == INFO || this == CONNECT || this == ERR;
    }

    /** Whether a payload follows the line. */
    boolean hasPayload() {
        return this == PUB || this == HPUB || this == MSG || this == HMSG;
    }

    /** Whether the payload begins with headers, whose length the line says before the whole. */
    boolean hasHeaders() {
        return this == HPUB || this == HMSG;
    }

    /** Whether the argument between the first ones and the last may be missing, and is. */
    boolean isShort(int arguments) {
        return arguments == least;
    }

    /**
     * The operation of that name.
     *
     * @param key its letters in upper case, one a byte, the last in the lowest
     * @return null when there is none
     */
    static NatsOp of(long key) {
        for (NatsOp op : ALL) {
            if (op.key == key) {
                return op;
            }
        }
        return null;
    }

    private static long keyOf(String name) {
        long key = 0;
        for (int i = 0; i < name.length(); i++) {
            key = key << 8 | name.charAt(i);
        }
        return key;
    }
}
