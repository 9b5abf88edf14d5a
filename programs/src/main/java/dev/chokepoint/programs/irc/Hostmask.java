package dev.chokepoint.programs.irc;

/**
 * Who a line is from, taken apart (RFC 2812 section 2.3.1).
 *
 * @param nick the nickname, or the whole name of a server
 * @param user the user name, empty for a server
 * @param host the host, empty for a server
 */
public record Hostmask(String nick, String user, String host) {
    /**
     * Takes a source apart.
     *
     * @param source such as {@code nick!user@host}
     * @return its parts
     */
    public static Hostmask of(String source) {
        int bang = source.indexOf('!');
        int at = source.indexOf('@', Math.max(bang, 0));
        int nickEnd = bang >= 0 ? bang : at >= 0 ? at : source.length();
        String user = bang < 0 ? "" : source.substring(bang + 1, at < 0 ? source.length() : at);
        return new Hostmask(source.substring(0, nickEnd), user, at < 0 ? "" : source.substring(at + 1));
    }

    @Override
    public String toString() {
        return nick + (user.isEmpty() ? "" : "!" + user) + (host.isEmpty() ? "" : "@" + host);
    }
}
