package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.net.Registers.Register;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Consumer;

/** All that a server knows, as events. What is reached by the way it is told to is left out: they know it better there. */
final class Burst {
    private static final int MEMBERS_A_LINE = 100;

    private final Net net;

    Burst(Net net) {
        this.net = net;
    }

    void all(int way, Consumer<NetEvent> to) {
        net.tree.all().stream()
                .filter(node -> node.parent() != null && node.way() != way)
                .sorted(Comparator.comparingInt(ServerTree.Node::hops))
                .forEach(node -> to.accept(server(node)));
        for (NetUser user : net.census.users()) {
            if (user.home.way() != way) {
                user(user, to);
            }
        }
        for (NetChannel channel : net.census.channels()) {
            channel(channel, way, to);
        }
        to.accept(new NetEvent.Synced(net.tree.root().sid()));
    }

    static NetEvent.Server server(ServerTree.Node node) {
        String source = node.parent() == null ? node.sid() : node.parent().sid();
        return new NetEvent.Server(
                source, node.sid(), node.born(), node.name(), node.server().description());
    }

    private static void user(NetUser user, Consumer<NetEvent> to) {
        to.accept(NetEvents.came(user));
        user.user.away().ifPresent(text -> to.accept(new NetEvent.Away(user.uid, text)));
    }

    void channel(NetChannel channel, int way, Consumer<NetEvent> to) {
        List<NetEvent.Member> members = members(channel, way);
        if (members.isEmpty()) {
            return;
        }
        String sid = net.tree.root().sid();
        String name = channel.channel.name();
        for (int at = 0; at < members.size(); at += MEMBERS_A_LINE) {
            List<NetEvent.Member> some = members.subList(at, Math.min(members.size(), at + MEMBERS_A_LINE));
            to.accept(new NetEvent.Members(sid, channel.founded, name, some));
        }
        TreeMap<Long, List<Register>> byStamp = new TreeMap<>();
        for (Register setting : channel.registers.all().values()) {
            if (setting.mode() == NetEvents.TOPIC.charAt(0)) {
                to.accept(NetEvents.topic(sid, channel, setting.stamp()));
            } else {
                byStamp.computeIfAbsent(setting.stamp(), _ -> new ArrayList<>()).add(setting);
            }
        }
        byStamp.forEach((stamp, settings) -> modes(channel, stamp, settings, to));
    }

    private List<NetEvent.Member> members(NetChannel channel, int way) {
        List<NetEvent.Member> members = new ArrayList<>();
        for (int i = 0; i < channel.channel.size(); i++) {
            NetUser user = net.census.of(channel.channel.member(i).user());
            if (user.home.way() != way) {
                members.add(new NetEvent.Member(user.uid, user.in(channel).joined()));
            }
        }
        return members;
    }

    private void modes(NetChannel channel, long stamp, List<Register> settings, Consumer<NetEvent> to) {
        for (int at = 0; at < settings.size(); at += Teller.MODES_A_LINE) {
            List<Register> some = settings.subList(at, Math.min(settings.size(), at + Teller.MODES_A_LINE));
            to.accept(NetEvents.modes(net.tree.root().sid(), channel, stamp, some));
        }
    }
}
