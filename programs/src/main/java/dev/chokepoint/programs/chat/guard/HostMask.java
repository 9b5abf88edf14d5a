package dev.chokepoint.programs.chat.guard;

import dev.chokepoint.programs.irc.CaseMapping;
import dev.chokepoint.programs.irc.Mask;
import java.util.regex.Pattern;

/**
 * Which users at which hosts: {@code user@host}, where {@code *} stands for any characters and {@code ?} for one (RFC 2812 section 2.5).
 *
 * @param user the mask of the user name
 * @param host the mask of the address, as it is written; letters in any case
 */
public record HostMask(String user, String host) {
    private static final Pattern FORM = Pattern.compile("[^\\s@!,:]+");

    /** Everybody. */
    public static final HostMask ALL = new HostMask("*", "*");

    /**
     * Reads a mask.
     *
     * @param text {@code user@host}, or a host alone
     * @return the mask
     * @throws IllegalArgumentException it has another form
     */
    public static HostMask parse(String text) {
        int at = text.indexOf('@');
        String user = at < 0 ? "*" : text.substring(0, at);
        String host = text.substring(at + 1);
        if (!FORM.matcher(user).matches() || host.isEmpty() || host.matches(".*[\\s@!,].*")) {
            throw new IllegalArgumentException("\"" + text + "\" is not of the form user@host");
        }
        return new HostMask(user, host);
    }

    /**
     * Whether somebody fits.
     *
     * @param userName the user's name
     * @param hostName the user's address, as it is written
     * @return whether both fit
     */
    public boolean matches(String userName, String hostName) {
        return Mask.matches(user, userName, CaseMapping.ASCII) && Mask.matches(host, hostName, CaseMapping.ASCII);
    }

    /** As {@link #parse} reads it. */
    @Override
    public String toString() {
        return user + "@" + host;
    }
}
