package dev.chokepoint.programs.chat;

/** The capabilities that a client can ask for (IRCv3). */
public enum Cap {
    /** Message ids, client-only tags, TAGMSG. */
    MESSAGE_TAGS("message-tags", 1 << 0),
    /** When it happened, on every line. */
    SERVER_TIME("server-time", 1 << 1),
    /** One's own messages come back. */
    ECHO_MESSAGE("echo-message", 1 << 2),
    /** Answers carry the label of what they answer. */
    LABELED_RESPONSE("labeled-response", 1 << 3),
    /** Lines that belong together are framed. */
    BATCH("batch", 1 << 4),
    /** All signs of a member in lists, not only the highest. */
    MULTI_PREFIX("multi-prefix", 1 << 5),
    /** Clients since version 302 hear of new capabilities without asking. */
    CAP_NOTIFY("cap-notify", 1 << 6),
    /** Logging in; offered only where somebody can. */
    SASL("sasl", 1 << 7);

    private final String token;
    private final int bit;

    Cap(String token, int bit) {
        this.token = token;
        this.bit = bit;
    }

    /**
     * Its name on the wire.
     *
     * @return such as {@code server-time}
     */
    public String token() {
        return token;
    }

    int bit() {
        return bit;
    }

    static Cap of(String token) {
        for (Cap cap : values()) {
            if (cap.token.equals(token)) {
                return cap;
            }
        }
        return null;
    }
}
