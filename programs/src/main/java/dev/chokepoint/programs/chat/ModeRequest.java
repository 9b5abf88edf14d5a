package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.Mask;
import dev.chokepoint.programs.irc.Numeric;
import java.util.ArrayList;
import java.util.List;

/** One MODE command with changes of a channel's modes, or questions about its lists. */
final class ModeRequest {
    private static final int MASK_LENGTH_MAX = 200;

    private final Chat chat;
    private final Client client;
    private final Channel channel;
    private final IrcLine line;
    private final List<ModeChange> changes = new ArrayList<>();
    private final boolean allowed;
    private int nextParam = 2;
    private int withParam;
    private boolean refused;

    ModeRequest(Chat chat, Client client, Channel channel, IrcLine line) {
        this.chat = chat;
        this.client = client;
        this.channel = channel;
        this.line = line;
        Member member = channel.memberOrNull(client.user());
        allowed = member != null && member.isOperator();
    }

    void carryOut() {
        String letters = line.param(1);
        boolean on = true;
        for (int i = 0; i < letters.length(); i++) {
            char c = letters.charAt(i);
            if (c == '+' || c == '-') {
                on = c == '+';
            } else {
                read(c, on);
            }
        }
        if (!changes.isEmpty()) {
            chat.modes().change(client.user(), channel, changes);
        }
    }

    private void read(char letter, boolean on) {
        switch (letter) {
            case 'b', 'e', 'I' -> mask(letter, on);
            case 'o', 'v' -> rank(letter, on);
            case 'k' -> key(on);
            case 'l' -> limit(on);
            default -> flag(letter, on);
        }
    }

    /** The next parameter, or null when there is none, or it is one too many. */
    private String param() {
        if (nextParam >= line.paramCount()
                || withParam == chat.config().limits().modes()) {
            return null;
        }
        withParam++;
        return line.param(nextParam++);
    }

    private void flag(char letter, boolean on) {
        if (ChannelFlag.of(letter) == null) {
            chat.reply(client, Numeric.ERR_UNKNOWNMODE, String.valueOf(letter));
        } else {
            add(new ModeChange(letter, on, ""));
        }
    }

    private void add(ModeChange change) {
        if (allowed) {
            changes.add(change);
        } else if (!refused) {
            refused = true;
            chat.reply(client, Numeric.ERR_CHANOPRIVSNEEDED, channel.name());
        }
    }

    private void rank(char letter, boolean on) {
        String nick = param();
        if (nick == null) {
            return;
        }
        User user = chat.user(nick).orElse(null);
        if (user == null) {
            chat.reply(client, Numeric.ERR_NOSUCHNICK, nick);
        } else if (channel.memberOrNull(user) == null) {
            chat.reply(client, Numeric.ERR_USERNOTINCHANNEL, user.nick(), channel.name());
        } else {
            add(new ModeChange(letter, on, user.nick()));
        }
    }

    private void key(boolean on) {
        String key = param();
        if (!on) {
            add(new ModeChange('k', false, ""));
        } else if (key != null) {
            if (isKey(key)) {
                add(new ModeChange('k', true, key));
            } else {
                chat.reply(client, Numeric.ERR_INVALIDKEY, channel.name());
            }
        }
    }

    private boolean isKey(String key) {
        return !key.isEmpty()
                && key.length() <= chat.config().limits().keyLength()
                && !key.startsWith(":")
                && key.chars().allMatch(c -> c > ' ' && c != ',' && c != 0x7f);
    }

    private void limit(boolean on) {
        if (!on) {
            add(new ModeChange('l', false, ""));
            return;
        }
        String text = param();
        if (text == null) {
            return;
        }
        boolean number = text.length() <= 9 && !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
        if (number && Integer.parseInt(text) > 0) {
            add(new ModeChange('l', true, String.valueOf(Integer.parseInt(text))));
        } else {
            refuse('l', text, "A limit is a number from 1 to 999999999");
        }
    }

    private void refuse(char letter, String value, String why) {
        chat.reply(client, Numeric.ERR_INVALIDMODEPARAM, channel.name(), String.valueOf(letter), value, why);
    }

    private void mask(char letter, boolean on) {
        String given = param();
        if (given == null) {
            new MaskReplies(chat, client, channel).tell(letter);
            return;
        }
        boolean carriable = !given.isEmpty() && !given.startsWith(":") && given.indexOf(' ') < 0;
        if (!carriable || given.length() > MASK_LENGTH_MAX) {
            refuse(letter, given, "A mask is a word of at most " + MASK_LENGTH_MAX + " characters");
        } else if (allowed && on && isFull(letter)) {
            chat.reply(client, Numeric.ERR_BANLISTFULL, channel.name(), String.valueOf(letter));
        } else {
            add(new ModeChange(letter, on, Mask.complete(given)));
        }
    }

    private boolean isFull(char letter) {
        long coming = changes.stream()
                .filter(change -> change.letter() == letter && change.on())
                .count();
        return channel.masks(letter).size() + coming >= chat.config().limits().masks();
    }
}
