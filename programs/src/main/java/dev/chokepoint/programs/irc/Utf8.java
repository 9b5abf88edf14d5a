package dev.chokepoint.programs.irc;

/** UTF-8 (RFC 3629) in arrays of bytes. */
public final class Utf8 {
    private Utf8() {}

    /**
     * Whether bytes are well-formed: no stray or missing continuation, no overlong form, no surrogate, nothing past U+10FFFF.
     *
     * @param bytes where they are
     * @param from the first
     * @param to behind the last
     * @return whether all of them are
     */
    public static boolean isValid(byte[] bytes, int from, int to) {
        int at = from;
        while (at < to) {
            if (bytes[at] >= 0) {
                at++;
                continue;
            }
            int length = lengthAt(bytes, at, to);
            if (length == 0) {
                return false;
            }
            at += length;
        }
        return true;
    }

    /** The length of the character of several bytes that begins here, 0 when it is malformed. */
    private static int lengthAt(byte[] bytes, int at, int to) {
        int first = bytes[at] & 0xff;
        int length = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
        if (length == 0 || at + length > to) {
            return 0;
        }
        int second = bytes[at + 1] & 0xff;
        int lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
        int highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
        if (second < lowest || second > highest) {
            return 0;
        }
        for (int i = 2; i < length; i++) {
            if (!continues(bytes[at + i])) {
                return 0;
            }
        }
        return length;
    }

    /**
     * Where to cut so that no character is torn.
     *
     * @param bytes well-formed text
     * @param from its first byte
     * @param at where it would be cut, at least {@code from}; the byte there is the first one to go
     * @param to behind its last byte
     * @return the nearest place at or before {@code at}
     */
    public static int cut(byte[] bytes, int from, int at, int to) {
        if (at >= to) {
            return to;
        }
        int end = at;
        while (end > from && at - end < 3 && continues(bytes[end])) {
            end--;
        }
        return continues(bytes[end]) ? at : end;
    }

    private static boolean continues(byte b) {
        return (b & 0xc0) == 0x80;
    }
}
