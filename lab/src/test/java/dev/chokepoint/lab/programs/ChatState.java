package dev.chokepoint.lab.programs;

import dev.chokepoint.programs.chat.Channel;
import dev.chokepoint.programs.chat.Chat;
import dev.chokepoint.programs.chat.MaskEntry;
import dev.chokepoint.programs.chat.Member;
import dev.chokepoint.programs.chat.Topic;
import dev.chokepoint.programs.chat.User;
import java.util.TreeMap;
import java.util.TreeSet;

/** What a server knows of its network, as text that must be the same at all of them. */
final class ChatState {
    private ChatState() {}

    static String of(Chat chat) {
        TreeMap<String, String> lines = new TreeMap<>();
        chat.servers().keySet().forEach(name -> lines.put("server " + name, ""));
        chat.users().forEach(user -> lines.put("user " + user.mask(), user(user)));
        chat.channels()
                .forEach(
                        channel -> lines.put("channel " + chat.mapping().fold(channel.name()), channel(chat, channel)));
        StringBuilder text = new StringBuilder();
        lines.forEach((key, value) -> text.append(key).append(value).append('\n'));
        return text.toString();
    }

    private static String user(User user) {
        return " at " + user.server().name() + " modes " + user.modes() + " away "
                + user.away().orElse("-") + " " + user.realName();
    }

    private static String channel(Chat chat, Channel channel) {
        TreeSet<String> members = new TreeSet<>();
        for (int i = 0; i < channel.size(); i++) {
            Member member = channel.member(i);
            members.add(member.signs(true) + member.user().nick());
        }
        TreeSet<String> masks = new TreeSet<>();
        for (char list : new char[] {'b', 'e', 'I'}) {
            for (MaskEntry entry : channel.masks(list)) {
                masks.add(list + " " + entry.mask());
            }
        }
        return " " + chat.modes().describe(channel, true) + " " + members + " " + masks + " topic "
                + channel.topic().map(Topic::text).orElse("-");
    }
}
