package dev.chokepoint.lab.chat;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.chokepoint.programs.chat.guard.Account;
import dev.chokepoint.programs.chat.guard.AddressRange;
import dev.chokepoint.programs.chat.guard.Ban;
import dev.chokepoint.programs.chat.guard.FloodRule;
import dev.chokepoint.programs.chat.guard.HostMask;
import dev.chokepoint.programs.chat.guard.Oper;
import dev.chokepoint.programs.chat.guard.PasswordHash;
import dev.chokepoint.programs.chat.guard.Policy;
import java.util.List;
import java.util.Optional;

/** Policies for tests, each with one thing in it that matters. */
final class Policies {
    static final long SECOND = 1_000_000_000L;

    private Policies() {}

    static PasswordHash hash(String password) {
        return PasswordHash.of(password, "0123456789abcdef".getBytes(UTF_8), 1000);
    }

    /** Alice may become an operator, with "secret", from 127.82.1.1 to 127.82.1.9. */
    static Policy withOper() {
        return Policy.OPEN.withOper(new Oper("alice", hash("secret"), List.of(HostMask.parse("*@127.82.1.?"))));
    }

    static Policy withPassword() {
        return Policy.OPEN.withPassword(hash("sesame"));
    }

    /** Bob can log in, with "tanstaafl". */
    static Policy withAccount() {
        return of(List.of(new Account("bob", hash("tanstaafl"))), List.of(), FloodRule.NONE, 1000, 1000, 30, 120);
    }

    static Policy withBans() {
        Ban users = new Ban(new Ban.Users(HostMask.parse("~*bot@*")), "no bots", Ban.CONFIGURATION, Ban.NEVER);
        Ban addresses = new Ban(
                new Ban.Addresses(AddressRange.parse("127.82.1.16/29")), "no proxies", Ban.CONFIGURATION, Ban.NEVER);
        return of(List.of(), List.of(users, addresses), FloodRule.NONE, 1000, 1000, 30, 120);
    }

    static Policy withPlaces(int connections, int perAddress) {
        return of(List.of(), List.of(), FloodRule.NONE, connections, perAddress, 30, 120);
    }

    static Policy withTimeouts(int registrationSeconds, int pingSeconds) {
        return of(List.of(), List.of(), FloodRule.NONE, 1000, 1000, registrationSeconds, pingSeconds);
    }

    static Policy withFlood(FloodRule flood) {
        return of(List.of(), List.of(), flood, 1000, 1000, 30, 120);
    }

    private static Policy of(
            List<Account> accounts,
            List<Ban> bans,
            FloodRule flood,
            int connections,
            int perAddress,
            int registrationSeconds,
            int pingSeconds) {
        return new Policy(
                Optional.empty(),
                List.of(),
                accounts,
                bans,
                flood,
                connections,
                perAddress,
                2000,
                registrationSeconds * SECOND,
                pingSeconds * SECOND);
    }
}
