package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is allowed in channels. See {@link Relay} for who calls it. Lane only. */
public final class Modes {
    private final Chat chat;

    Modes(Chat chat) {
        this.chat = chat;
    }

    /**
     * A channel's modes are changed. What changes nothing is left out; so is what names nobody in the channel.
     *
     * @param by by whom
     * @param channel where
     * @param changes in order; masks are complete, numbers are numbers
     */
    public void change(Source by, Channel channel, List<ModeChange> changes) {
        List<ModeChange> done = new ArrayList<>(changes.size());
        for (ModeChange change : changes) {
            done(by, channel, change).ifPresent(done::add);
        }
        if (!done.isEmpty()) {
            tell(by, channel, done);
            chat.relay().happened(new Event.ModesChanged(by, channel, done));
        }
    }

    private Optional<ModeChange> done(Source by, Channel channel, ModeChange change) {
        return switch (change.letter()) {
            case 'o' -> rank(channel, change, Member.OPERATOR);
            case 'v' -> rank(channel, change, Member.VOICE);
            case 'b', 'e', 'I' -> mask(by, channel, change);
            case 'k' -> key(channel, change);
            case 'l' -> limit(channel, change);
            default -> flag(channel, change);
        };
    }

    private Optional<ModeChange> rank(Channel channel, ModeChange change, int bit) {
        Member member = chat.user(change.value()).map(channel::memberOrNull).orElse(null);
        if (member == null || (member.ranks() & bit) != 0 == change.on()) {
            return Optional.empty();
        }
        member.setRank(bit, change.on());
        return Optional.of(
                new ModeChange(change.letter(), change.on(), member.user().nick()));
    }

    private Optional<ModeChange> mask(Source by, Channel channel, ModeChange change) {
        MaskList list = channel.list(change.letter());
        boolean changed = change.on()
                ? list.add(new MaskEntry(change.value(), by.mask(), chat.nowSeconds()))
                : list.remove(change.value());
        return changed ? Optional.of(change) : Optional.empty();
    }

    private static Optional<ModeChange> key(Channel channel, ModeChange change) {
        String before = channel.key();
        channel.setKey(change.on() ? change.value() : "");
        if (before.equals(channel.key())) {
            return Optional.empty();
        }
        return Optional.of(change.on() ? change : new ModeChange('k', false, before));
    }

    private static Optional<ModeChange> limit(Channel channel, ModeChange change) {
        int before = channel.limit();
        channel.setLimit(change.on() ? Integer.parseInt(change.value()) : 0);
        return before == channel.limit() ? Optional.empty() : Optional.of(change);
    }

    private static Optional<ModeChange> flag(Channel channel, ModeChange change) {
        ChannelFlag flag = ChannelFlag.of(change.letter());
        if (flag == null || channel.has(flag) == change.on()) {
            return Optional.empty();
        }
        channel.set(flag, change.on());
        return Optional.of(change);
    }

    private void tell(Source by, Channel channel, List<ModeChange> changes) {
        Fanout fanout = chat.fanout();
        int at = 0;
        while (at < changes.size()) {
            IrcWriter line = fanout.start(by.mask(), "MODE").param(channel.name());
            int end = at + fitting(changes, at, line.roomBytes());
            line.param(letters(changes.subList(at, end)));
            for (; at < end; at++) {
                if (!changes.get(at).value().isEmpty()) {
                    line.param(changes.get(at).value());
                }
            }
            fanout.toMembers(channel, null);
        }
    }

    /** How many changes one line can carry, at least 1. */
    private static int fitting(List<ModeChange> changes, int from, int roomBytes) {
        int left = roomBytes - 1;
        int count = 0;
        while (from + count < changes.size()) {
            left -= 3 + Tagged.utf8(changes.get(from + count).value()).length;
            if (left < 0 && count > 0) {
                break;
            }
            count++;
        }
        return count;
    }

    /** Such as {@code +nt-k}. */
    static String letters(List<ModeChange> changes) {
        StringBuilder letters = new StringBuilder();
        char sign = 0;
        for (ModeChange change : changes) {
            char wanted = change.on() ? '+' : '-';
            if (wanted != sign) {
                sign = wanted;
                letters.append(sign);
            }
            letters.append(change.letter());
        }
        return letters.toString();
    }

    /**
     * The modes of a channel that have no list, as a MODE command sets them.
     *
     * @param channel where
     * @param withKey whether the key is told, or only that there is one
     * @return such as {@code +ntl 20}
     */
    public String describe(Channel channel, boolean withKey) {
        StringBuilder letters = new StringBuilder("+");
        for (ChannelFlag flag : ChannelFlag.values()) {
            if (channel.has(flag)) {
                letters.append(flag.letter());
            }
        }
        StringBuilder values = new StringBuilder();
        if (!channel.key().isEmpty()) {
            letters.append('k');
            values.append(' ').append(withKey ? channel.key() : "*");
        }
        if (channel.limit() > 0) {
            letters.append('l');
            values.append(' ').append(channel.limit());
        }
        return letters.append(values).toString();
    }
}
