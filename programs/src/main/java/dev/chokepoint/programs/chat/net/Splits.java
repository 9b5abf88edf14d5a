package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.User;
import java.util.ArrayList;
import java.util.List;

/** Servers that are lost, with all their users. */
final class Splits {
    private final Net net;

    Splits(Net net) {
        this.net = net;
    }

    /** Forgets a server and all behind it. */
    void lose(ServerTree.Node lost, String reason) {
        List<ServerTree.Node> servers = net.tree.remove(lost);
        List<User> users = new ArrayList<>();
        for (NetUser user : List.copyOf(net.census.users())) {
            if (net.tree.get(user.home.sid()) == null) {
                net.census.leave(user);
                users.add(user.user);
            }
        }
        net.counts.splits++;
        net.counts.usersLost += users.size();
        net.chat.presence().split(users, lost.parent().server(), lost.server());
        for (ServerTree.Node server : servers) {
            net.chat.servers().remove(server.name());
            net.listener.lost(server.name(), reason);
        }
    }
}
