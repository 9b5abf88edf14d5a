package dev.chokepoint.programs.irc;

/**
 * How long a line may be. Tags and the rest are counted apart (IRCv3 message-tags, "Size limit").
 *
 * @param tagBytes the tags with their {@code @} and the space behind them, 0 to {@value #TAG_BYTES_MAX}
 * @param bodyBytes all that follows, without CR and LF, at least 1
 */
public record IrcLimits(int tagBytes, int bodyBytes) {
    /** The longest line without tags and without CR LF (RFC 2812 section 2.3). */
    public static final int BODY_BYTES = 510;

    /** What a client may receive: 8191 bytes of tags. */
    public static final int TAG_BYTES_MAX = 8191;

    /** What a server accepts of clients: 4094 bytes between the {@code @} and the space. */
    public static final IrcLimits FROM_CLIENT = new IrcLimits(4096, BODY_BYTES);

    /** What a client accepts of servers. */
    public static final IrcLimits FROM_SERVER = new IrcLimits(TAG_BYTES_MAX, BODY_BYTES);

    /** Checks the numbers. */
    public IrcLimits {
        if (tagBytes < 0 || tagBytes > TAG_BYTES_MAX || bodyBytes < 1) {
            throw new IllegalArgumentException("lines of " + tagBytes + " B of tags and " + bodyBytes
                    + " B: tags must be 0 to " + TAG_BYTES_MAX + ", the rest at least 1");
        }
    }

    /**
     * The longest line.
     *
     * @return bytes, without CR and LF
     */
    public int lineBytes() {
        return tagBytes + bodyBytes;
    }
}
