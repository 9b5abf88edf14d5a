package dev.chokepoint.cli;

import dev.chokepoint.programs.chat.client.ChatLine;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;
import org.jline.utils.AttributedStyle;

/** How a line of a chat looks. */
final class ChatStyle {
    private static final DateTimeFormatter SECONDS =
            DateTimeFormatter.ofPattern("HH:mm:ss ", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("HH:mm ", Locale.ROOT).withZone(ZoneId.systemDefault());
    private static final int[] NICK_COLOURS = {
        AttributedStyle.CYAN,
        AttributedStyle.GREEN,
        AttributedStyle.YELLOW,
        AttributedStyle.MAGENTA,
        AttributedStyle.BLUE,
        AttributedStyle.BRIGHT + AttributedStyle.CYAN
    };

    private ChatStyle() {}

    static String time(ChatLine line, boolean seconds) {
        return (seconds ? SECONDS : MINUTES).format(line.at());
    }

    /** Where it belongs, unless that is the current place anyway. */
    static String where(ChatLine line, String current) {
        boolean isCurrent = line.where().isEmpty() || line.where().equalsIgnoreCase(current);
        return isCurrent ? "" : (line.where().startsWith("#") ? line.where() : "[" + line.where() + "]") + " ";
    }

    static String who(ChatLine line) {
        return switch (line.kind()) {
            case MESSAGE, MINE -> "<" + line.who() + "> ";
            case ACTION -> "* " + line.who() + " ";
            case NOTICE -> "-" + line.who() + "- ";
            case EVENT -> "-- ";
            case INFO -> "   ";
            case ERROR -> "!! ";
        };
    }

    /** Ready for the terminal: coloured, and wrapped so that its second line begins where its text does. */
    static AttributedString render(ChatLine line, String current, int columns) {
        AttributedStringBuilder out = new AttributedStringBuilder();
        AttributedStyle dim = AttributedStyle.DEFAULT.faint();
        out.styled(dim, time(line, false));
        out.styled(AttributedStyle.DEFAULT.foreground(AttributedStyle.BLUE), where(line, current));
        out.styled(whoStyle(line), who(line));
        int indent = Math.min(out.columnLength(), Math.max(1, columns / 2));
        wrap(out, line.text(), textStyle(line), indent, columns);
        return out.toAttributedString();
    }

    private static AttributedStyle whoStyle(ChatLine line) {
        return switch (line.kind()) {
            case MESSAGE, ACTION, NOTICE ->
                AttributedStyle.DEFAULT.foreground(
                        NICK_COLOURS[Math.floorMod(line.who().hashCode(), NICK_COLOURS.length)]);
            case MINE -> AttributedStyle.DEFAULT.bold();
            case EVENT, INFO, ERROR -> textStyle(line);
        };
    }

    private static AttributedStyle textStyle(ChatLine line) {
        return switch (line.kind()) {
            case MESSAGE, MINE, ACTION, NOTICE, INFO -> AttributedStyle.DEFAULT;
            case EVENT -> AttributedStyle.DEFAULT.faint();
            case ERROR -> AttributedStyle.DEFAULT.foreground(AttributedStyle.RED);
        };
    }

    private static void wrap(AttributedStringBuilder out, String text, AttributedStyle style, int indent, int columns) {
        int at = out.columnLength();
        String gap = "";
        for (String word : text.split(" ", -1)) {
            int width = new AttributedString(word).columnLength();
            if (at + gap.length() + width > columns && at > indent) {
                out.append("\n").append(" ".repeat(indent));
                at = indent;
                gap = "";
            }
            out.styled(style, gap + word);
            at += gap.length() + width;
            gap = " ";
        }
    }
}
