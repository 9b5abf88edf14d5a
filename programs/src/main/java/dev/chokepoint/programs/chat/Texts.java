package dev.chokepoint.programs.chat;

/** Texts of limited length. */
final class Texts {
    private Texts() {}

    /** The first {@code most} characters, without half of a pair at the end. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
    }
}
