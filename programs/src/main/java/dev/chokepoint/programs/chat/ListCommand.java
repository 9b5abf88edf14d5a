package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcNames;
import dev.chokepoint.programs.irc.Mask;
import dev.chokepoint.programs.irc.Numeric;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** LIST (RFC 2812 section 3.2.6) with ELIST's conditions: creation, mask, not mask, topic, users (modern.ircdocs.horse, "ELIST"). */
final class ListCommand {
    /** The conditions, as ISUPPORT tells them. */
    static final String CONDITIONS = "CMNTU";

    private static final long MINUTE = 60;

    private final Chat chat;

    private ListCommand(Chat chat) {
        this.chat = chat;
    }

    static void addTo(Chat chat) {
        ListCommand family = new ListCommand(chat);
        chat.commands().add("LIST", 0, family::list);
    }

    private void list(Client client, IrcLine line) {
        List<Predicate<Channel>> conditions = new ArrayList<>();
        List<Channel> named = new ArrayList<>();
        boolean names = false;
        for (String word :
                line.paramCount() == 0 ? new String[0] : line.param(0).split(",", -1)) {
            Predicate<Channel> condition = condition(word);
            if (condition != null) {
                conditions.add(condition);
            } else if (!word.isEmpty()) {
                names = true;
                chat.channel(word).ifPresent(named::add);
            }
        }
        chat.reply(client, Numeric.RPL_LISTSTART, "Channel");
        for (Channel channel : names ? named : chat.channels()) {
            if (Sight.sees(client.user(), channel) && conditions.stream().allMatch(it -> it.test(channel))) {
                tell(client, channel);
            }
        }
        chat.reply(client, Numeric.RPL_LISTEND);
    }

    /** Null for a channel's name. */
    private Predicate<Channel> condition(String word) {
        String rest = word.length() > 1 ? word.substring(1) : "";
        if (word.startsWith("<") || word.startsWith(">")) {
            return compare(word, Channel::size);
        }
        if (rest.startsWith("<") || rest.startsWith(">")) {
            return age(word.charAt(0), rest);
        }
        if (word.startsWith("!")) {
            return channel -> !Mask.matches(rest, channel.name(), chat.mapping());
        }
        boolean isMask = word.indexOf('*') >= 0 || word.indexOf('?') >= 0;
        boolean exists = IrcNames.looksLikeChannel(word) && chat.channel(word).isPresent();
        return isMask && !exists ? channel -> Mask.matches(word, channel.name(), chat.mapping()) : null;
    }

    /** Of the channel or of its topic; null for what is neither. */
    private Predicate<Channel> age(char of, String condition) {
        return switch (of) {
            case 'C', 'c' -> compare(condition, channel -> (chat.nowSeconds() - channel.createdSeconds()) / MINUTE);
            case 'T', 't' -> {
                Predicate<Channel> age = compare(condition, this::topicMinutes);
                yield channel -> channel.topic().isPresent() && age.test(channel);
            }
            default -> null;
        };
    }

    private long topicMinutes(Channel channel) {
        return channel.topic()
                .map(topic -> (chat.nowSeconds() - topic.atSeconds()) / MINUTE)
                .orElse(0L);
    }

    /** How much of something a channel has. */
    private interface Amount {
        long of(Channel channel);
    }

    private static Predicate<Channel> compare(String condition, Amount amount) {
        if (!condition.matches("[<>][0-9]{1,9}")) {
            return channel -> false;
        }
        long limit = Long.parseLong(condition.substring(1));
        return condition.charAt(0) == '<'
                ? channel -> amount.of(channel) < limit
                : channel -> amount.of(channel) > limit;
    }

    private void tell(Client client, Channel channel) {
        String topic = channel.topic().map(Topic::text).orElse("");
        chat.send(
                client,
                chat.write(client, Numeric.RPL_LIST)
                        .param(channel.name())
                        .param("" + channel.size())
                        .text(topic));
    }
}
