package dev.chokepoint.programs.irc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a server supports, as its numeric 005 tells it (modern.ircdocs.horse, "RPL_ISUPPORT parameters"). */
public final class Isupport {
    /** What a line of tokens ends with. */
    public static final String TEXT = "are supported by this server";

    private static final int TOKENS_A_LINE = 13;
    private static final int TOKEN_BYTES_A_LINE = 380;

    private final Map<String, String> tokens = new LinkedHashMap<>();

    /** Nothing is supported yet. */
    public Isupport() {}

    /**
     * Says that something is supported.
     *
     * @param name such as {@code NICKLEN}
     * @param value such as {@code 30}; empty for none
     * @return this
     */
    public Isupport put(String name, String value) {
        tokens.put(name, value);
        return this;
    }

    /**
     * Reads a line of a server: its parameters but the first and the last. {@code -NAME} takes one back.
     *
     * @param line a numeric 005
     */
    public void read(IrcLine line) {
        for (int i = 1; i < line.paramCount() - 1; i++) {
            String token = line.param(i);
            int equals = token.indexOf('=');
            if (token.startsWith("-")) {
                tokens.remove(token.substring(1));
            } else if (equals < 0) {
                tokens.put(token, "");
            } else {
                tokens.put(token.substring(0, equals), unescape(token.substring(equals + 1)));
            }
        }
    }

    /**
     * The value of a token.
     *
     * @param name such as {@code NICKLEN}
     * @param otherwise what it is when the server has not said
     * @return its value, empty for a token without one
     */
    public String get(String name, String otherwise) {
        return tokens.getOrDefault(name, otherwise);
    }

    /**
     * The tokens by lines, each short enough for a numeric 005.
     *
     * @return such as {@code [CASEMAPPING=rfc1459 NICKLEN=30]}
     */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        int inLine = 0;
        for (var token : tokens.entrySet()) {
            String text = token.getKey() + (token.getValue().isEmpty() ? "" : "=" + escape(token.getValue()));
            if (inLine == TOKENS_A_LINE || line.length() + text.length() > TOKEN_BYTES_A_LINE) {
                lines.add(line.toString());
                line.setLength(0);
                inLine = 0;
            }
            line.append(inLine++ == 0 ? "" : " ").append(text);
        }
        if (inLine > 0) {
            lines.add(line.toString());
        }
        return lines;
    }

    private static String escape(String value) {
        return value.replace("\\", "\\x5C").replace(" ", "\\x20");
    }

    private static String unescape(String value) {
        return value.replace("\\x20", " ").replace("\\x3D", "=").replace("\\x5C", "\\");
    }
}
