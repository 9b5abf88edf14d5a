package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.Topic;
import dev.chokepoint.programs.chat.User;
import dev.chokepoint.programs.chat.net.Registers.Register;
import dev.chokepoint.programs.irc.CaseMapping;
import java.util.ArrayList;
import java.util.List;

/** Events that tell how something is, and the registers that belong to them. */
final class NetEvents {
    /** The topic's register; it is no mode, so it has a letter that modes don't use. */
    static final String TOPIC = "T";

    /** What a channel has from its founding, besides an operator. */
    static final String FOUNDING = "nt";

    private static final String NO_ACCOUNT = "*";

    private NetEvents() {}

    static NetEvent.Came came(NetUser known) {
        User user = known.user;
        return new NetEvent.Came(
                known.home.sid(),
                known.uid,
                known.nickStamp,
                user.nick(),
                user.userName(),
                user.host(),
                user.account().isEmpty() ? NO_ACCOUNT : user.account(),
                UserLetters.text(user.modes()),
                user.signonSeconds(),
                user.realName());
    }

    static String account(NetEvent.Came event) {
        return event.account().equals(NO_ACCOUNT) ? "" : event.account();
    }

    static NetEvent.Topic topic(String source, NetChannel channel, long stamp) {
        Topic topic = channel.channel.topic().orElse(new Topic("", "*", 0));
        return new NetEvent.Topic(source, channel.founded, channel.channel.name(), stamp, topic.setBy(), topic.text());
    }

    static NetEvent.Modes modes(String source, NetChannel channel, long stamp, List<Register> settings) {
        return new NetEvent.Modes(
                source,
                channel.founded,
                channel.channel.name(),
                stamp,
                ModeLetters.changes(settings),
                ModeLetters.arguments(settings));
    }

    /** The name of a setting's register. */
    static String register(Register setting) {
        char letter = setting.mode();
        if (ModeLetters.isStatus(letter)) {
            return Registers.name(letter, setting.argument());
        }
        return Registers.name(letter, ModeLetters.isList(letter) ? CaseMapping.RFC1459.fold(setting.argument()) : "");
    }

    /** What a founding sets; answers those that nobody has set later. */
    static List<Register> found(NetChannel channel, Membership founder) {
        List<Register> settings = new ArrayList<>();
        for (int i = 0; i < FOUNDING.length(); i++) {
            settings.add(new Register(channel.founded, FOUNDING.charAt(i), true, ""));
        }
        settings.add(new Register(channel.founded, 'o', true, founder.id()));
        settings.removeIf(setting -> !channel.registers.set(register(setting), setting));
        return settings;
    }
}
