package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.Channel;
import dev.chokepoint.programs.chat.Event;
import dev.chokepoint.programs.chat.Member;
import dev.chokepoint.programs.chat.Message;
import dev.chokepoint.programs.chat.ModeChange;
import dev.chokepoint.programs.chat.Source;
import dev.chokepoint.programs.chat.Topic;
import dev.chokepoint.programs.chat.User;
import dev.chokepoint.programs.chat.net.Registers.Register;
import dev.chokepoint.programs.irc.IrcWriter;
import dev.chokepoint.programs.talk.TalkText;
import java.util.ArrayList;
import java.util.List;

/** Tells other servers what happens here. */
final class Teller {
    /** Modes of one line. */
    static final int MODES_A_LINE = 10;

    private static final long MILLIS_A_SECOND = 1000;

    private final Net net;

    Teller(Net net) {
        this.net = net;
    }

    void tell(Event event) {
        switch (event) {
            case Event.Came e -> came(e.from());
            case Event.Renamed e -> renamed(e.from());
            case Event.Quit e -> left(e);
            case Event.Killed e -> killed(e);
            case Event.UserModes e ->
                net.tell(new NetEvent.UserModes(
                        id(e.from()), UserLetters.text(e.from().modes())));
            case Event.Away e ->
                net.tell(new NetEvent.Away(id(e.from()), e.from().away().orElse("")));
            case Event.Joined e -> joined(e);
            case Event.Parted e -> parted(e);
            case Event.Kicked e -> kicked(e);
            case Event.Invited e -> invited(e);
            case Event.TopicChanged e -> topic(e);
            case Event.ModesChanged e -> modes(e.from(), e.channel(), e.changes());
            case Event.SaidToChannel e -> said(e);
            case Event.SaidToUser e -> saidToUser(e);
            case Event.Wallops e -> net.tell(new NetEvent.Wallops(id(e.from()), e.text()));
        }
    }

    private String id(Source source) {
        return source instanceof User user
                ? net.census.of(user).uid
                : net.tree.root().sid();
    }

    private void came(User user) {
        NetUser known = new NetUser(user, net.newUid(), net.tree.root(), net.clock.next());
        net.census.enter(known);
        net.tell(NetEvents.came(known));
    }

    private void renamed(User user) {
        NetUser known = net.census.of(user);
        known.nickStamp = net.clock.next();
        net.tell(new NetEvent.Renamed(known.uid, known.nickStamp, user.nick()));
    }

    /** A killed user's connection still tells that it has ended. */
    private void left(Event.Quit e) {
        NetUser known = net.census.of(e.from());
        if (known != null) {
            net.census.leave(known);
            net.tell(new NetEvent.Left(known.uid, e.reason()));
        }
    }

    private void killed(Event.Killed e) {
        NetUser known = net.census.of(e.user());
        if (known != null) {
            String by = id(e.from());
            net.census.leave(known);
            net.tell(new NetEvent.Killed(by, known.uid, e.reason()));
        }
    }

    private void joined(Event.Joined e) {
        NetUser user = net.census.of(e.from());
        NetChannel channel = net.census.of(e.channel());
        long now = net.clock.next();
        boolean founds = channel == null;
        if (founds) {
            channel = net.census.open(e.channel(), now);
        }
        Membership membership = net.census.join(user, channel, now);
        if (founds) {
            NetEvents.found(channel, membership);
        }
        net.tell(new NetEvent.Joined(user.uid, channel.founded, e.channel().name(), now));
        if (!founds && e.ranks() != 0) {
            modes(net.chat.self(), e.channel(), ranks(e));
        }
    }

    private static List<ModeChange> ranks(Event.Joined e) {
        List<ModeChange> changes = new ArrayList<>();
        if ((e.ranks() & Member.OPERATOR) != 0) {
            changes.add(new ModeChange('o', true, e.from().nick()));
        }
        if ((e.ranks() & Member.VOICE) != 0) {
            changes.add(new ModeChange('v', true, e.from().nick()));
        }
        return changes;
    }

    private void parted(Event.Parted e) {
        Membership membership = net.census.of(e.from()).in(net.census.of(e.channel()));
        net.census.part(membership);
        net.tell(new NetEvent.Parted(membership.user().uid, e.channel().name(), membership.joined(), e.reason()));
    }

    private void kicked(Event.Kicked e) {
        Membership membership = net.census.of(e.user()).in(net.census.of(e.channel()));
        net.census.part(membership);
        net.tell(new NetEvent.Kicked(
                id(e.from()), e.channel().name(), membership.user().uid, membership.joined(), e.reason()));
    }

    private void invited(Event.Invited e) {
        NetUser user = net.census.of(e.user());
        if (!user.isHere()) {
            net.ways.tellOne(
                    user.home,
                    new NetEvent.Invited(id(e.from()), user.uid, e.channel().name()));
        }
    }

    private void topic(Event.TopicChanged e) {
        NetChannel channel = net.census.of(e.channel());
        long now = net.clock.next();
        channel.registers.set(NetEvents.TOPIC, new Register(now, NetEvents.TOPIC.charAt(0), true, ""));
        net.tell(NetEvents.topic(id(e.from()), channel, now));
    }

    private void modes(Source from, Channel channel, List<ModeChange> changes) {
        NetChannel known = net.census.of(channel);
        long now = net.clock.next();
        List<Register> settings = new ArrayList<>();
        for (ModeChange change : changes) {
            Register setting = new Register(now, change.letter(), change.on(), argument(known, change));
            known.registers.set(NetEvents.register(setting), setting);
            settings.add(setting);
        }
        for (int at = 0; at < settings.size(); at += MODES_A_LINE) {
            List<Register> some = settings.subList(at, Math.min(settings.size(), at + MODES_A_LINE));
            net.tell(NetEvents.modes(id(from), known, now, some));
        }
    }

    private String argument(NetChannel channel, ModeChange change) {
        if (ModeLetters.isStatus(change.letter())) {
            User user = net.chat.user(change.value()).orElseThrow();
            return net.census.of(user).in(channel).id();
        }
        return ModeLetters.hasArgument(change.letter(), change.on()) ? change.value() : "";
    }

    private void said(Event.SaidToChannel e) {
        NetChannel channel = net.census.of(e.channel());
        if (channel != null) {
            work(e.message());
            write(id(e.from()), e.sign() + e.channel().name(), e.message());
            net.ways.say(channel, Ways.NONE);
        }
    }

    private void saidToUser(Event.SaidToUser e) {
        NetUser user = net.census.of(e.user());
        work(e.message());
        write(id(e.from()), user.uid, e.message());
        net.ways.say(user.home);
    }

    private void work(Message message) {
        if (message.number() != TalkText.NONE) {
            net.chat.host().meter().working(message.number());
        }
    }

    private void write(String from, String target, Message message) {
        IrcWriter line = net.ways.line().tags(message.tags()).source(from);
        line.command(message.kind().name()).param(target).param(message.id()).param(message.atMillis());
        if (message.kind() != Message.Kind.TAGMSG) {
            line.text(message.text());
        }
    }

    /** A topic's time, which clients see. */
    static long seconds(long stamp) {
        return Stamp.millis(stamp) / MILLIS_A_SECOND;
    }

    static Topic asTopic(NetEvent.Topic e) {
        return new Topic(e.text(), e.setBy(), seconds(e.stamp()));
    }
}
