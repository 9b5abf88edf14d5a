package dev.chokepoint.programs.chat.guard;

import java.util.List;

/**
 * Somebody who may keep order: OPER (RFC 2812 section 3.1.4).
 *
 * @param name the name that they give, which is no nickname
 * @param password their password
 * @param from where they may come from; one of the masks must fit
 */
public record Oper(String name, PasswordHash password, List<HostMask> from) {
    /** Keeps a copy of the list. */
    public Oper {
        from = List.copyOf(from);
    }

    /**
     * Whether they may come from there.
     *
     * @param user the user name
     * @param host the address, as it is written
     * @return whether a mask fits
     */
    public boolean mayComeFrom(String user, String host) {
        return from.stream().anyMatch(mask -> mask.matches(user, host));
    }
}
