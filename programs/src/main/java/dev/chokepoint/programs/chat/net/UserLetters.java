package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.User;

/** Users' own modes as they travel: all that are set, {@code +iw}. */
final class UserLetters {
    private static final String LETTERS = "iow";
    private static final int[] BITS = {User.INVISIBLE, User.OPERATOR, User.WALLOPS};

    private UserLetters() {}

    static String text(int bits) {
        StringBuilder text = new StringBuilder("+");
        for (int i = 0; i < BITS.length; i++) {
            if ((bits & BITS[i]) != 0) {
                text.append(LETTERS.charAt(i));
            }
        }
        return text.toString();
    }

    /** Letters that this version doesn't know are passed over. */
    static int bits(String text) {
        int bits = 0;
        for (int i = 0; i < BITS.length; i++) {
            bits |= text.indexOf(LETTERS.charAt(i)) >= 0 ? BITS[i] : 0;
        }
        return bits;
    }
}
