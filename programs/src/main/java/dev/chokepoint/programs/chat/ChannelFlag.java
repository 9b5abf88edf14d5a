package dev.chokepoint.programs.chat;

/** Channel modes without parameter (RFC 2811 section 4.2). */
public enum ChannelFlag {
    /** Only invited ones may join. */
    INVITE_ONLY('i', 1 << 0),
    /** Only members with voice, and operators, may speak. */
    MODERATED('m', 1 << 1),
    /** Only members may speak. */
    NO_OUTSIDE('n', 1 << 2),
    /** Others don't see it. */
    SECRET('s', 1 << 3),
    /** Only operators may change the topic. */
    TOPIC_BY_OPERATORS('t', 1 << 4);

    private final char letter;
    private final int bit;

    ChannelFlag(char letter, int bit) {
        this.letter = letter;
        this.bit = bit;
    }

    /**
     * Its mode letter.
     *
     * @return such as {@code n}
     */
    public char letter() {
        return letter;
    }

    /**
     * Its bit in {@link Channel#flags()}.
     *
     * @return one bit
     */
    public int bit() {
        return bit;
    }

    /** The flag with a letter, or null. */
    static ChannelFlag of(char letter) {
        for (ChannelFlag flag : values()) {
            if (flag.letter == letter) {
                return flag;
            }
        }
        return null;
    }
}
