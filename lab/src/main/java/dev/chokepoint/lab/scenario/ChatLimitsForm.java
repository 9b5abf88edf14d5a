package dev.chokepoint.lab.scenario;

import dev.chokepoint.programs.chat.ChatLimits;
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
            "channel-length",
            "topic-length",
            "channels",
            "send-queue",
            "receive-queue",
            "registration",
            "ping");

    private final Problems problems;

    ChatLimitsForm(Problems problems) {
        this.problems = problems;
    }

    /** The limits of the server's state, of its connections, and of its {@link Policy}. */
    record Limits(
            ChatLimits lengths,
            int sendQueueBytes,
            int connections,
            int perAddress,
            int receiveQueueBytes,
            long registrationNanos,
            long pingNanos) {
        static final Limits STANDARD = of(ChatFile.STANDARD);

        private static Limits of(ChatFile file) {
            Policy policy = file.policy();
            return new Limits(
                    file.limits(),
                    file.sendQueueBytes(),
                    policy.connections(),
                    policy.perAddress(),
                    policy.receiveQueueBytes(),
                    policy.registrationNanos(),
                    policy.pingNanos());
        }

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
                    connections,
                    perAddress,
                    receiveQueueBytes,
                    registrationNanos,
                    pingNanos);
        }
    }

    @Override
    public Limits read(Node node) throws Unfit {
        Section section = new Section("limits", node, KEYS, problems);
        Limits standard = Limits.STANDARD;
        int connections = section.read("connections", Forms.count(1, 1_000_000), standard.connections);
        int perAddress = section.read("per-address", Forms.count(1, 1_000_000), standard.perAddress);
        return new Limits(
                lengths(section, standard.lengths),
                section.read("send-queue", bytes("64kB", "1GB"), standard.sendQueueBytes),
                connections,
                perAddress,
                section.read("receive-queue", bytes("1kB", "1MB"), standard.receiveQueueBytes),
                section.read("registration", Forms.time("1s", "10min"), standard.registrationNanos),
                section.read("ping", Forms.time("1s", "24h"), standard.pingNanos));
    }

    private static ChatLimits lengths(Section section, ChatLimits standard) {
        return new ChatLimits(
                section.read("nick-length", Forms.count(1, 60), standard.nickLength()),
                standard.userLength(),
                standard.realNameLength(),
                section.read("channel-length", Forms.count(2, 100), standard.channelLength()),
                section.read("topic-length", Forms.count(1, 390), standard.topicLength()),
                standard.reasonLength(),
                standard.keyLength(),
                section.read("channels", Forms.count(1, 10_000), standard.channels()),
                standard.masks(),
                standard.targets(),
                standard.modes());
    }

    private static Form<Integer> bytes(String min, String max) {
        return node -> Math.toIntExact(Forms.size(min, max).read(node));
    }
}
