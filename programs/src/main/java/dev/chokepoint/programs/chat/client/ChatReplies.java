package dev.chokepoint.programs.chat.client;

import dev.chokepoint.programs.chat.client.ChatLine.Kind;
import dev.chokepoint.programs.irc.IrcLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What numeric replies mean (RFC 2812 section 5). Lane only. */
final class ChatReplies {
    private static final int FIRST_ERROR = 400;
    private static final int LAST_ERROR = 599;

    private final ChatEvents events;
    private final ChatState state;
    private final List<String> names = new ArrayList<>();

    ChatReplies(ChatEvents events, ChatState state) {
        this.events = events;
        this.state = state;
    }

    void read(Instant at, IrcLine line) {
        switch (line.numeric()) {
            case -1, 1, 2, 3, 4, 5, 252, 253, 254, 255, 265, 266, 315, 318, 321, 329, 333, 369, 375, 376, 422 -> {
                // no command that a reader need know of, or a line that only says that others end or begin
            }
            case 301 -> show(at, "", ChatEvents.param(line, 1) + " is away: " + ChatEvents.param(line, 2));
            case 311 -> show(at, "", who(line));
            case 312 -> show(at, "", ChatEvents.param(line, 1) + " is on " + ChatEvents.rest(line, 2));
            case 317 ->
                show(at, "", ChatEvents.param(line, 1) + " has said nothing for " + ChatEvents.param(line, 2) + " s");
            case 319 -> show(at, "", ChatEvents.param(line, 1) + " is in " + ChatEvents.param(line, 2));
            case 322 -> show(at, "", listed(line));
            case 323 -> show(at, "", "that was the list");
            case 331 -> show(at, ChatEvents.param(line, 1), "no topic is set");
            case 332 -> show(at, ChatEvents.param(line, 1), "the topic is: " + ChatEvents.param(line, 2));
            case 352 -> show(at, "", present(line));
            case 353 -> {
                state.known().listed(ChatEvents.param(line, 2), ChatEvents.param(line, 3));
                names.add(ChatEvents.param(line, 3));
            }
            case 366 -> allNamed(at, ChatEvents.param(line, 1));
            case 372 -> show(at, "", ChatEvents.param(line, 1));
            default -> other(at, line);
        }
    }

    private void show(Instant at, String where, String text) {
        events.show(at, Kind.INFO, where, text.stripTrailing());
    }

    private static String who(IrcLine line) {
        return ChatEvents.param(line, 1) + " is " + ChatEvents.param(line, 2) + "@" + ChatEvents.param(line, 3) + ", "
                + ChatEvents.param(line, 5);
    }

    private static String listed(IrcLine line) {
        return ChatEvents.param(line, 1) + "  " + ChatEvents.param(line, 2) + " there  " + ChatEvents.param(line, 3);
    }

    private static String present(IrcLine line) {
        return ChatEvents.param(line, 5) + " (" + ChatEvents.param(line, 2) + "@" + ChatEvents.param(line, 3) + ") in "
                + ChatEvents.param(line, 1);
    }

    private void allNamed(Instant at, String channel) {
        String all = String.join(" ", names).strip();
        int count = all.isEmpty() ? 0 : all.split(" +", -1).length;
        names.clear();
        show(at, channel, count + " in " + channel + ": " + all);
    }

    /** Those without a line of their own say something in their last parameters; the first one is the user's nickname. */
    private void other(Instant at, IrcLine line) {
        boolean wrong = line.numeric() >= FIRST_ERROR && line.numeric() <= LAST_ERROR;
        events.show(at, wrong ? Kind.ERROR : Kind.INFO, "", ChatEvents.rest(line, 1));
    }
}
