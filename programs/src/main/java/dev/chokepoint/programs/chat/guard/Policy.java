package dev.chokepoint.programs.chat.guard;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who may come to a server, as whom, and how fast they may talk.
 *
 * @param password what everybody must give (PASS); empty for an open server
 * @param opers who may become an operator
 * @param accounts who can log in
 * @param bans who may not come, from the start
 * @param flood how fast a client may talk
 * @param connections how many there may be at the same time, at least 1
 * @param perAddress how many of them one address may have, at least 1
 * @param receiveQueueBytes what may wait of a client that talks too fast; more ends it with "Excess Flood"
 * @param registrationNanos how long a client may take to say who it is
 * @param pingNanos how long a client may be silent before it is asked whether it is there, and again before it is given up
 */
public record Policy(
        Optional<PasswordHash> password,
        List<Oper> opers,
        List<Account> accounts,
        List<Ban> bans,
        FloodRule flood,
        int connections,
        int perAddress,
        int receiveQueueBytes,
        long registrationNanos,
        long pingNanos) {
    /** An open server without operators, for runs that are measured: no flood rule, no limit for an address. */
    public static final Policy OPEN = new Policy(
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            FloodRule.NONE,
            Integer.MAX_VALUE,
            Integer.MAX_VALUE,
            16_000,
            30_000_000_000L,
            120_000_000_000L);

    /** An open server without operators, for people. */
    public static final Policy DEFAULT = new Policy(
            Optional.empty(),
            List.of(),
            List.of(),
            List.of(),
            FloodRule.DEFAULT,
            100_000,
            100,
            OPEN.receiveQueueBytes,
            OPEN.registrationNanos,
            OPEN.pingNanos);

    /** Keeps copies of the lists, and checks the numbers. */
    public Policy {
        opers = List.copyOf(opers);
        accounts = List.copyOf(accounts);
        bans = List.copyOf(bans);
        require(connections >= 1, "connections", connections, 1);
        require(perAddress >= 1, "perAddress", perAddress, 1);
        require(receiveQueueBytes >= 512, "receiveQueueBytes", receiveQueueBytes, 512);
        require(registrationNanos >= 1, "registrationNanos", registrationNanos, 1);
        require(pingNanos >= 1, "pingNanos", pingNanos, 1);
    }

    private static void require(boolean holds, String name, long value, long least) {
        if (!holds) {
            throw new IllegalArgumentException(name + " is " + value + ": must be at least " + least);
        }
    }

    /**
     * A copy that asks everybody for a password.
     *
     * @param hash the new {@link #password()}
     * @return the copy
     */
    public Policy withPassword(PasswordHash hash) {
        return new Policy(
                Optional.of(hash),
                opers,
                accounts,
                bans,
                flood,
                connections,
                perAddress,
                receiveQueueBytes,
                registrationNanos,
                pingNanos);
    }

    /**
     * A copy with one more operator, in place of one of the same name.
     *
     * @param oper who
     * @return the copy
     */
    public Policy withOper(Oper oper) {
        List<Oper> all = Stream.concat(
                        opers.stream().filter(other -> !other.name().equalsIgnoreCase(oper.name())), Stream.of(oper))
                .toList();
        return new Policy(
                password,
                all,
                accounts,
                bans,
                flood,
                connections,
                perAddress,
                receiveQueueBytes,
                registrationNanos,
                pingNanos);
    }

    /**
     * A copy for benches: no flood rule, and one address may have all connections.
     *
     * @return the copy
     */
    public Policy withoutThrottle() {
        return new Policy(
                password,
                opers,
                accounts,
                bans,
                FloodRule.NONE,
                connections,
                connections,
                receiveQueueBytes,
                registrationNanos,
                pingNanos);
    }
}
