package dev.chokepoint.programs.chat;

/**
 * How long and how many. Lengths are in characters, as ISUPPORT tells them to clients.
 *
 * @param nickLength of a nickname (NICKLEN)
 * @param userLength of a user name (USERLEN)
 * @param realNameLength of a real name
 * @param channelLength of a channel's name (CHANNELLEN)
 * @param topicLength of a topic (TOPICLEN)
 * @param reasonLength of what is said on leaving, kicking (KICKLEN) and being away (AWAYLEN)
 * @param keyLength of a channel's key (KEYLEN)
 * @param channels that a user may be in (CHANLIMIT)
 * @param masks in one list of a channel (MAXLIST)
 * @param targets of one command (TARGMAX)
 * @param modes with parameter of one MODE command (MODES)
 */
public record ChatLimits(
        int nickLength,
        int userLength,
        int realNameLength,
        int channelLength,
        int topicLength,
        int reasonLength,
        int keyLength,
        int channels,
        int masks,
        int targets,
        int modes) {
    /** What most networks have. */
    public static final ChatLimits DEFAULT = new ChatLimits(30, 10, 128, 64, 390, 300, 23, 120, 100, 4, 12);

    /** Checks the numbers: lines must have room for the names. */
    public ChatLimits {
        require("nickLength", nickLength, 1, 60);
        require("userLength", userLength, 1, 30);
        require("realNameLength", realNameLength, 1, 200);
        require("channelLength", channelLength, 2, 100);
        require("topicLength", topicLength, 1, 400);
        require("reasonLength", reasonLength, 1, 400);
        require("keyLength", keyLength, 1, 60);
        require("channels", channels, 1, 10_000);
        require("masks", masks, 1, 10_000);
        require("targets", targets, 1, 100);
        require("modes", modes, 1, 50);
    }

    private static void require(String name, int value, int min, int max) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(name + " is " + value + ": must be " + min + " to " + max);
        }
    }

    /**
     * A copy with another length of nicknames.
     *
     * @param characters the new {@link #nickLength()}
     * @return the copy
     */
    public ChatLimits withNickLength(int characters) {
        return new ChatLimits(
                characters,
                userLength,
                realNameLength,
                channelLength,
                topicLength,
                reasonLength,
                keyLength,
                channels,
                masks,
                targets,
                modes);
    }
}
