package dev.chokepoint.programs.nats;

import java.nio.charset.StandardCharsets;

/**
 * What messages are published under, such as {@code chat.room-7}; or a pattern that messages are subscribed by, in which a
 * token {@code *} stands for any one token and a last token {@code >} for one or more. Checked and encoded once. Immutable.
 */
public final class Subject {
    private final String text;
    private final byte[] utf8;
    private final boolean pattern;

    private Subject(String text) {
        this.text = text;
        utf8 = text.getBytes(StandardCharsets.UTF_8);
        pattern = hasWildcard(text);
    }

    /**
     * A subject to publish under.
     *
     * @param text tokens joined by dots
     * @return the subject
     * @throws IllegalArgumentException it is empty, or has an empty token, white space, or a wildcard
     */
    public static Subject of(String text) {
        Subject subject = pattern(text);
        if (subject.pattern) {
            throw new IllegalArgumentException(
                    "subject \"" + text + "\" has a wildcard: only subscriptions may; publish under one subject");
        }
        return subject;
    }

    /**
     * A subject or pattern to subscribe to.
     *
     * @param text tokens joined by dots
     * @return the subject
     * @throws IllegalArgumentException it is empty, or has an empty token or white space, or {@code >} before its end
     */
    public static Subject pattern(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("subject \"" + text
                    + "\": write tokens joined by dots, none empty, without white space, and > only as the last");
        }
        return new Subject(text);
    }

    /**
     * The subject as people write it.
     *
     * @return the text it was made of
     */
    public String text() {
        return text;
    }

    /** Its bytes on the wire; not to be changed. */
    byte[] utf8() {
        return utf8;
    }

    /** Whether subscriptions may use it. */
    static boolean isValid(String text) {
        boolean wellFormed = true;
        boolean empty = true; // the token so far
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            wellFormed &= c > ' ' && c != 0x7f && (c != '.' || !empty);
            empty = c == '.';
        }
        int rest = text.indexOf(">.");
        return wellFormed && !empty && (rest < 0 || rest > 0 && text.charAt(rest - 1) != '.');
    }

    /** Whether a token of it is a wildcard. */
    static boolean hasWildcard(String text) {
        for (String token : text.split("\\.", -1)) {
            if (token.equals("*") || token.equals(">")) {
                return true;
            }
        }
        return false;
    }

    @Override
    public String toString() {
        return text;
    }
}
