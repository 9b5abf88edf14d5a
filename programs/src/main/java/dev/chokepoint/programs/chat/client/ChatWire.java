package dev.chokepoint.programs.chat.client;

import dev.chokepoint.host.Connection;
import dev.chokepoint.programs.irc.IrcLimits;
import dev.chokepoint.programs.irc.IrcWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the client says to its server. Lane only. */
final class ChatWire {
    /** The server puts {@code :nick!user@host } before a line that it passes on, and all of it must fit. */
    private static final int SOURCE_BYTES = 100;

    private static final int TEXT_CHARACTERS_MIN = 100;

    private final IrcWriter writer = new IrcWriter(IrcLimits.FROM_CLIENT);
    private Optional<Connection> connection = Optional.empty();

    void use(Connection opened) {
        connection = Optional.of(opened);
    }

    void forget() {
        connection = Optional.empty();
    }

    boolean isOpen() {
        return connection.isPresent();
    }

    /** Says a whole line as it is. */
    void raw(String line) {
        connection.ifPresent(to -> to.send(writer.begin().append(line).bytes()));
    }

    /** Says a command with parameters that have no spaces. */
    void say(String command, String... words) {
        raw(words.length == 0 ? command : command + " " + String.join(" ", words));
    }

    /** Says a command whose last parameter is a text. */
    void text(String command, String target, String text) {
        String head = target.isEmpty() ? command : command + " " + target;
        connection.ifPresent(
                to -> to.send(writer.begin().append(head).text(text).bytes()));
    }

    /** Parts of a text that each fit into a message to somebody, cut between words where there are any. */
    static List<String> parts(String target, String text) {
        int room = IrcLimits.BODY_BYTES - SOURCE_BYTES - "PRIVMSG  :".length() - target.length();
        List<String> parts = new ArrayList<>();
        String rest = text;
        while (bytes(rest) > room) {
            int cut = cut(rest, room);
            parts.add(rest.substring(0, cut).stripTrailing());
            rest = rest.substring(cut).stripLeading();
        }
        parts.add(rest);
        return parts;
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static int cut(String text, int room) {
        int end = 0;
        int used = 0;
        while (end < text.length()) {
            int next = text.offsetByCodePoints(end, 1);
            used += bytes(text.substring(end, next));
            if (used > room) {
                break;
            }
            end = next;
        }
        int space = text.lastIndexOf(' ', end);
        return space >= Math.min(TEXT_CHARACTERS_MIN, end / 2) && space > 0 ? space : end;
    }
}
