package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.Source;
import dev.chokepoint.programs.chat.User;
import dev.chokepoint.programs.irc.Hostmask;

/** Does here what other servers tell. Who calls it has checked that the event's source is known, and came the way it is reached. */
final class Hearer {
    private final Net net;
    private final Collisions collisions;
    private final ChannelHearer channels;
    private final Splits splits;
    private final Burst burst;

    Hearer(Net net, Splits splits, Burst burst) {
        this.net = net;
        this.splits = splits;
        this.burst = burst;
        collisions = new Collisions(net);
        channels = new ChannelHearer(net);
    }

    Heard hear(NetEvent event, int way) throws LinkException {
        return switch (event) {
            case NetEvent.Server e -> server(e, way);
            case NetEvent.Split e -> split(e, way);
            case NetEvent.Synced _, NetEvent.Asked _ -> Heard.DONE;
            case NetEvent.Wanted e -> wanted(e);
            case NetEvent.Came e -> came(e);
            case NetEvent.Kicked e -> channels.kicked(e, source(e));
            case NetEvent.Members e -> channels.members(e);
            case NetEvent.Modes e -> channels.modes(e, source(e));
            case NetEvent.Topic e -> channels.topic(e, source(e));
            case NetEvent.Killed e -> killed(e, source(e));
            case NetEvent.Wallops e -> wallops(e, source(e));
            case NetEvent.Renamed e -> renamed(e, user(e));
            case NetEvent.Left e -> left(e, user(e));
            case NetEvent.Away e -> away(e, user(e));
            case NetEvent.UserModes e -> modes(e, user(e));
            case NetEvent.Joined e -> channels.joined(e, user(e));
            case NetEvent.Parted e -> channels.parted(e, user(e));
            case NetEvent.Invited e -> channels.invited(e, user(e));
        };
    }

    private NetUser user(NetEvent event) {
        return net.census.of(event.source());
    }

    private Source source(NetEvent event) {
        NetUser user = user(event);
        return user == null ? net.tree.get(event.source()).server() : user.user;
    }

    private Heard server(NetEvent.Server e, int way) throws LinkException {
        if (net.tree.get(e.sid()) != null || net.tree.named(e.name()) != null) {
            throw new LinkException("loop: " + e.sid() + " " + e.name()
                    + " must not be reached two ways; remove a link, or give the server an id and a name of its own");
        }
        ServerTree.Node node = net.tree.add(e, net.tree.get(e.source()), way);
        net.chat.servers().put(node.name(), node.server());
        net.listener.joined(node.name());
        return Heard.DONE;
    }

    private Heard split(NetEvent.Split e, int way) {
        ServerTree.Node lost = net.tree.get(e.sid());
        if (lost == null || lost.way() != way) {
            return Heard.UNKNOWN;
        }
        splits.lose(lost, e.reason());
        return Heard.DONE;
    }

    private Heard wanted(NetEvent.Wanted e) {
        ServerTree.Node asking = net.tree.get(e.source());
        net.chat
                .channel(e.channel())
                .map(net.census::of)
                .ifPresent(channel -> burst.channel(channel, asking.way(), event -> net.ways.tellOne(asking, event)));
        return Heard.DONE;
    }

    private Heard came(NetEvent.Came e) {
        ServerTree.Node home = net.tree.get(e.source());
        if (net.census.of(e.uid()) != null) {
            return Heard.DONE;
        }
        String nick = collisions.settle(e.nick(), e.nickStamp(), e.uid());
        User user = new User(
                home.server(),
                new Hostmask(nick, e.user(), e.host()),
                e.realName(),
                e.signonSeconds(),
                Teller.seconds(e.nickStamp()));
        net.census.enter(new NetUser(user, e.uid(), home, e.nickStamp()));
        net.chat.presence().come(user, NetEvents.account(e), UserLetters.bits(e.modes()));
        return Heard.DONE;
    }

    private Heard renamed(NetEvent.Renamed e, NetUser user) {
        if (e.stamp() > user.nickStamp) {
            user.nickStamp = e.stamp();
            collisions.rename(user, collisions.settle(e.nick(), e.stamp(), user.uid));
        }
        return Heard.DONE;
    }

    private Heard left(NetEvent.Left e, NetUser user) {
        net.census.leave(user);
        net.chat.presence().quit(user.user, e.reason());
        return Heard.DONE;
    }

    private Heard killed(NetEvent.Killed e, Source by) {
        NetUser user = net.census.of(e.uid());
        if (user == null) {
            return Heard.UNKNOWN;
        }
        net.census.leave(user);
        net.chat.presence().kill(by, user.user, e.reason());
        return Heard.DONE;
    }

    private Heard away(NetEvent.Away e, NetUser user) {
        net.chat.presence().away(user.user, e.text());
        return Heard.DONE;
    }

    private Heard modes(NetEvent.UserModes e, NetUser user) {
        net.chat.presence().setModes(user.user, UserLetters.bits(e.changes()));
        return Heard.DONE;
    }

    private Heard wallops(NetEvent.Wallops e, Source by) {
        net.chat.presence().wallops(by, e.text());
        return Heard.DONE;
    }
}
