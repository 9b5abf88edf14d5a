package dev.chokepoint.programs.chat.guard;

import dev.chokepoint.host.Address;

/**
 * Who may not be on this server.
 *
 * @param target whom it hits
 * @param reason told to them
 * @param setBy who decided it: an operator, or the configuration
 * @param endNanos when it ends on the host's clock; {@link #NEVER}
 */
public record Ban(Target target, String reason, String setBy, long endNanos) {
    /** Who sets what stands in the configuration; no nickname. */
    public static final String CONFIGURATION = "the configuration";

    /** It ends when somebody takes it back. */
    public static final long NEVER = Long.MAX_VALUE;

    /** Whom a ban hits. */
    public sealed interface Target {
        /**
         * Whether it hits somebody who has said who they are.
         *
         * @param user the user name
         * @param host the address, as it is written
         * @param from the address
         * @return whether it does
         */
        boolean hits(String user, String host, Address from);

        /**
         * Whether there is nobody whom it would not hit.
         *
         * @return true for what nobody can mean
         */
        boolean hitsAll();

        /** The letter under which STATS lists it and the command that sets it begins. */
        char letter();
    }

    /**
     * A K-line: users by their name and host.
     *
     * @param mask which users
     */
    public record Users(HostMask mask) implements Target {
        @Override
        public boolean hits(String user, String host, Address from) {
            return mask.matches(user, host);
        }

        @Override
        public boolean hitsAll() {
            return (mask.user() + mask.host()).matches("[*?.:]*");
        }

        @Override
        public char letter() {
            return 'K';
        }

        @Override
        public String toString() {
            return mask.toString();
        }
    }

    /**
     * A D-line: whoever comes from some addresses, before they have said anything.
     *
     * @param range which addresses
     */
    public record Addresses(AddressRange range) implements Target {
        @Override
        public boolean hits(String user, String host, Address from) {
            return from instanceof Address.Inet inet && range.contains(inet.ip());
        }

        @Override
        public boolean hitsAll() {
            return range.bits() == 0;
        }

        @Override
        public char letter() {
            return 'D';
        }

        @Override
        public String toString() {
            return range.toString();
        }
    }

    /**
     * Whether its time is over.
     *
     * @param nowNanos the host's clock
     * @return whether it is
     */
    public boolean hasEnded(long nowNanos) {
        return endNanos != NEVER && endNanos - nowNanos <= 0;
    }
}
