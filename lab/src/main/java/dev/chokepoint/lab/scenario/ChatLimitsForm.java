package dev.chokepoint.lab.scenario;

import dev.chokepoint.programs.chat.guard.Account;
import dev.chokepoint.programs.chat.guard.Ban;
import dev.chokepoint.programs.chat.guard.FloodRule;
import dev.chokepoint.programs.chat.guard.Oper;
import dev.chokepoint.programs.chat.guard.PasswordHash;
import dev.chokepoint.programs.chat.guard.Policy;
import java.util.List;
import java.util.Optional;

/** {@code limits} of a chat server: how much of everything there may be, and how long it may take. */
final class ChatLimitsForm implements Form<ChatLimitsForm.Limits> {
    static final List<String> KEYS = List.of(
            "connections",
            "per-address",
            "nick-length",
            "topic-length",
            "channels",
            "send-queue",
            "receive-queue",
            "registration",
            "ping");

    static final Limits STANDARD = new Limits(
            new ChatFile.Limits(30, 390, 100, 100_000, 1_000_000), 100, 16_000, 30_000_000_000L, 120_000_000_000L);

    private final Problems problems;

    ChatLimitsForm(Problems problems) {
        this.problems = problems;
    }

    /** The limits of the server's state, and those of its {@link Policy}. */
    record Limits(
            ChatFile.Limits counts, int perAddress, int receiveQueueBytes, long registrationNanos, long pingNanos) {
        Policy policy(
                Optional<PasswordHash> password,
                List<Oper> opers,
                List<Account> accounts,
                List<Ban> bans,
                FloodRule flood) {
            return new Policy(
                    password,
                    opers,
                    accounts,
                    bans,
                    flood,
                    perAddress,
                    receiveQueueBytes,
                    registrationNanos,
                    pingNanos);
        }
    }

    @Override
    public Limits read(Node node) throws Unfit {
        Section section = new Section("limits", node, KEYS, problems);
        ChatFile.Limits counts = STANDARD.counts;
        int connections = section.read("connections", Forms.count(1, 1_000_000), counts.connections());
        int perAddress = section.read("per-address", Forms.count(1, 1_000_000), STANDARD.perAddress);
        int nick = section.read("nick-length", Forms.count(1, 64), counts.nickLength());
        int topic = section.read("topic-length", Forms.count(1, 390), counts.topicLength());
        int channels = section.read("channels", Forms.count(1, 10_000), counts.channels());
        int send = section.read("send-queue", bytes("64kB", "1GB"), counts.sendQueueBytes());
        return new Limits(
                new ChatFile.Limits(nick, topic, channels, connections, send),
                perAddress,
                section.read("receive-queue", bytes("1kB", "1MB"), STANDARD.receiveQueueBytes),
                section.read("registration", Forms.time("1s", "10min"), STANDARD.registrationNanos),
                section.read("ping", Forms.time("1s", "24h"), STANDARD.pingNanos));
    }

    private static Form<Integer> bytes(String min, String max) {
        return node -> Math.toIntExact(Forms.size(min, max).read(node));
    }
}
