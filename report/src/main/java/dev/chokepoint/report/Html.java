package dev.chokepoint.report;

import java.util.ArrayDeque;
import java.util.Deque;

/** Builds HTML and SVG; all text and attribute values are escaped. */
final class Html {
    private final StringBuilder out = new StringBuilder();
    private final Deque<String> open = new ArrayDeque<>();

    static String escape(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        Text.printable(text).codePoints().forEach(c -> {
            switch (c) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(c);
            }
        });
        return escaped.toString();
    }

    /** The same text, whose arrows are not broken at the end of a line. */
    static String unbroken(String text) {
        return text.replace("->", "-\u2060>");
    }

    /** Opens an element; attributes are names and values in turn. */
    Html open(String tag, String... attributes) {
        begin(tag, attributes);
        open.push(tag);
        return this;
    }

    Html close() {
        String tag = open.pop();
        out.append("</").append(tag).append('>');
        if (!tag.equals("span") && !tag.equals("text") && !tag.equals("title")) {
            out.append('\n');
        }
        return this;
    }

    /** A whole element with text in it. */
    Html element(String tag, String text, String... attributes) {
        return open(tag, attributes).text(text).close();
    }

    /** An element without content, as HTML and SVG both read it. */
    Html empty(String tag, String... attributes) {
        begin(tag, attributes);
        out.append("</").append(tag).append('>');
        return this;
    }

    Html text(String text) {
        out.append(escape(text));
        return this;
    }

    /** Text of our own making that is markup, style or script already. */
    Html trusted(String markup) {
        out.append(markup);
        return this;
    }

    private void begin(String tag, String... attributes) {
        out.append('<').append(tag);
        for (int i = 0; i < attributes.length; i += 2) {
            out.append(' ')
                    .append(attributes[i])
                    .append("=\"")
                    .append(escape(attributes[i + 1]))
                    .append('"');
        }
        out.append('>');
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
