package dev.chokepoint.programs.chat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.programs.chat.guard.AddressCounts;
import dev.chokepoint.programs.chat.guard.Ban;
import dev.chokepoint.programs.chat.guard.BanList;
import dev.chokepoint.programs.chat.guard.FloodRule;
import dev.chokepoint.programs.chat.guard.Policy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies a {@link Policy}: who comes in, who must go, and how fast they may talk. Lane only. */
final class Gate {
    private final Chat chat;
    private final BanList bans;
    private final AddressCounts addresses;
    private final Watch watch;
    private ChatServerConfig config;
    private long refusedFull;
    private long floods;
    private long sendLimits;

    Gate(Chat chat) {
        this.chat = chat;
        config = chat.config();
        bans = new BanList(policy().bans());
        addresses = new AddressCounts(policy().perAddress());
        watch = new Watch(chat, this);
    }

    /** What the server is by now: the configuration that was read last. Its name and where it listens never change. */
    ChatServerConfig config() {
        return config;
    }

    Policy policy() {
        return config.policy();
    }

    BanList bans() {
        return bans;
    }

    /** Takes another configuration; connections that may not stay by it end. */
    void configure(ChatServerConfig changed) {
        config = changed;
        addresses.limit(policy().perAddress());
        bans.configure(policy().bans());
        endBanned();
    }

    // ---- coming in

    /** A connection has been accepted: why it is refused, empty to let it in. */
    Optional<String> accept(Connection connection) {
        Address from = connection.remote();
        if (chat.clients().size() >= policy().connections()) {
            refusedFull++;
            return Optional.of("Server is full");
        }
        Optional<Ban> ban = bans.refuse(from, chat.host().nanoTime());
        if (ban.isPresent()) {
            return ban.map(Gate::told);
        }
        if (!addresses.came(from)) {
            return Optional.of("Too many connections from your address");
        }
        watch.start();
        return Optional.empty();
    }

    /** A client has said all that registration needs: why it is refused, empty to let it in. */
    Optional<String> register(Client client) {
        return banOf(client, client.registration().userName).map(Gate::told);
    }

    private Optional<Ban> banOf(Client client, String userName) {
        Address from = client.connection().remote();
        return bans.refuse(userName, client.host(), from, chat.host().nanoTime());
    }

    private static String told(Ban ban) {
        return ban.target().letter() + "-lined: " + ban.reason();
    }

    /** Ends the connections that a ban hits; operators stay. */
    void endBanned() {
        for (Client client : List.copyOf(chat.clients())) {
            boolean oper = client.isRegistered() && client.user().has(User.OPERATOR);
            if (!client.isClosed() && !oper) {
                Optional<Ban> ban = client.isRegistered()
                        ? banOf(client, client.user().userName())
                        : bans.refuse(client.connection().remote(), chat.host().nanoTime());
                ban.ifPresent(hit -> client.close(told(hit)));
            }
        }
    }

    // ---- going on

    /** A client's command is about to be done: how long its next one must wait. */
    long penaltyNanos(Client client, String command) {
        FloodRule rule = policy().flood();
        if (rule.penaltyNanos() == 0 || client.isRegistered() && client.user().has(User.OPERATOR)) {
            return 0;
        }
        long now = chat.host().nanoTime();
        client.moveTimer(rule.afterMessage(client.timerNanos(), now, penalties(command)));
        return rule.waitNanos(client.timerNanos(), now);
    }

    /** What makes the server do or send much costs more. */
    private static int penalties(String command) {
        return switch (command) {
            case "LIST", "WHO", "NAMES", "STATS", "OPER" -> 4;
            case "JOIN", "NICK", "WHOIS", "WHOWAS", "LINKS", "HELP", "MOTD", "AUTHENTICATE" -> 2;
            default -> 1;
        };
    }

    /** A client goes on talking while it must wait: whether so much of it may be kept; otherwise the connection ends. */
    boolean mayHold(int bytes) {
        boolean may = bytes <= policy().receiveQueueBytes();
        floods += may ? 0 : 1;
        return may;
    }

    /** A connection that had been let in is over. */
    void closed(Client client, CloseReason reason) {
        addresses.left(client.connection().remote());
        sendLimits += reason instanceof CloseReason.SendLimit ? 1 : 0;
    }

    /** What each bound has refused, as STATS tells it. */
    List<String> counts() {
        List<String> counts = new ArrayList<>();
        counts.add("connections refused because the server was full: " + refusedFull);
        counts.add("connections refused because their address had too many: " + addresses.refused());
        counts.add("connections refused or ended by K-lines and D-lines: " + bans.refused());
        counts.add("connections ended because of excess flood: " + floods);
        counts.add("connections ended because their send queue was full: " + sendLimits);
        counts.add("connections ended because registration took too long: " + watch.unregistered());
        counts.add("connections ended because they answered no ping: " + watch.silent());
        return counts;
    }
}
