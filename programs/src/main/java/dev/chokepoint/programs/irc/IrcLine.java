package dev.chokepoint.programs.irc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;

/**
 * The last line that a parser has found, taken apart: {@code @tags :source COMMAND param … :trailing}. One such object serves
 * all parsers of a lane; what it says holds until the next line. Asking for a text allocates, asking for a place does not.
 */
public final class IrcLine {
    /** The most parameters a line has; the last takes all the rest (RFC 2812 section 2.3.1). */
    public static final int PARAMS_MAX = 15;

    /** Owned by the parser that fills it. */
    final byte[] bytes;

    private final ByteBuffer view;
    private final int[] from = new int[PARAMS_MAX];
    private final int[] to = new int[PARAMS_MAX];
    private int length;
    private int tagsTo; // tags begin at 1; 0 without any
    private int sourceFrom;
    private int sourceTo;
    private int commandFrom;
    private int commandTo;
    private int params;

    /**
     * Room for a line.
     *
     * @param limits the most that a line can have
     */
    public IrcLine(IrcLimits limits) {
        bytes = new byte[limits.lineBytes()];
        view = ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Takes the first {@code newLength} bytes apart. False when the tags or the rest are too long. */
    boolean split(int newLength, IrcLimits limits) {
        length = newLength;
        int at = splitTags();
        boolean fits = at <= limits.tagBytes() && length - at <= limits.bodyBytes();
        at = skipSpaces(at);
        sourceFrom = 0;
        sourceTo = 0;
        if (at < length && bytes[at] == ':') {
            sourceFrom = at + 1;
            sourceTo = wordEnd(sourceFrom);
            at = skipSpaces(sourceTo);
        }
        commandFrom = at;
        commandTo = wordEnd(at);
        splitParams(skipSpaces(commandTo));
        return fits;
    }

    /** Where the tags with their space are over. */
    private int splitTags() {
        tagsTo = 0;
        if (bytes[0] != '@') {
            return 0;
        }
        tagsTo = wordEnd(1);
        return Math.min(length, tagsTo + 1);
    }

    private void splitParams(int start) {
        params = 0;
        int at = start;
        while (at < length) {
            boolean last = bytes[at] == ':' || params == PARAMS_MAX - 1;
            from[params] = bytes[at] == ':' ? at + 1 : at;
            at = last ? length : wordEnd(at);
            to[params++] = at;
            at = skipSpaces(at);
        }
    }

    private int skipSpaces(int start) {
        int at = start;
        while (at < length && bytes[at] == ' ') {
            at++;
        }
        return at;
    }

    private int wordEnd(int start) {
        int at = start;
        while (at < length && bytes[at] != ' ') {
            at++;
        }
        return at;
    }

    /**
     * The value of a tag.
     *
     * @param name the key, with its {@code +} if it is a client-only one
     * @return its last value, unescaped; empty when the tag has none, null when there is no such tag
     */
    public String tag(String name) {
        String value = null;
        for (int at = 1; at < tagsTo; ) {
            int end = at;
            while (end < tagsTo && bytes[end] != ';') {
                end++;
            }
            value = IrcTags.valueIfNamed(bytes, at, end, name, value);
            at = end + 1;
        }
        return value;
    }

    /**
     * Whether the line has tags at all.
     *
     * @return true when it begins with {@code @}
     */
    public boolean hasTags() {
        return tagsTo > 0;
    }

    /**
     * All tags as they were written, without the {@code @}.
     *
     * @return such as {@code a=b;c}, empty without tags
     */
    public String tags() {
        return tagsTo > 0 ? text(1, tagsTo) : "";
    }

    /**
     * Who sent it, as {@code nick!user@host} or a server's name.
     *
     * @return without the colon; empty when the line doesn't say
     */
    public String source() {
        return text(sourceFrom, sourceTo);
    }

    /**
     * The command.
     *
     * @return in capitals (ASCII only); may be empty
     */
    public String command() {
        byte[] name = new byte[commandTo - commandFrom];
        for (int i = 0; i < name.length; i++) {
            name[i] = upper(bytes[commandFrom + i]);
        }
        return new String(name, UTF_8);
    }

    /**
     * Whether this is the command; allocates nothing.
     *
     * @param capitals the command's name in ASCII capitals, or a numeric's three digits
     * @return whether the line has it, in any case
     */
    public boolean isCommand(String capitals) {
        if (capitals.length() != commandTo - commandFrom) {
            return false;
        }
        for (int i = 0; i < capitals.length(); i++) {
            if (upper(bytes[commandFrom + i]) != capitals.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /**
     * The number, if the command is a numeric reply; allocates nothing.
     *
     * @return 0 to 999, or -1
     */
    public int numeric() {
        if (commandTo - commandFrom != 3) {
            return -1;
        }
        int number = 0;
        for (int i = commandFrom; i < commandTo; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            number = 10 * number + bytes[i] - '0';
        }
        return number;
    }

    private static byte upper(byte b) {
        return b >= 'a' && b <= 'z' ? (byte) (b - 32) : b;
    }

    /**
     * How many parameters there are.
     *
     * @return 0 to {@value #PARAMS_MAX}
     */
    public int paramCount() {
        return params;
    }

    /**
     * A parameter.
     *
     * @param index from 0, below {@link #paramCount()}
     * @return its text, malformed UTF-8 as U+FFFD
     */
    public String param(int index) {
        return text(paramFrom(index), paramTo(index));
    }

    /**
     * Where a parameter begins in {@link #buffer()}.
     *
     * @param index from 0, below {@link #paramCount()}
     * @return its first byte
     */
    public int paramFrom(int index) {
        checkIndex(index);
        return from[index];
    }

    /**
     * Where a parameter ends in {@link #buffer()}.
     *
     * @param index from 0, below {@link #paramCount()}
     * @return the byte behind its last
     */
    public int paramTo(int index) {
        checkIndex(index);
        return to[index];
    }

    private void checkIndex(int index) {
        if (index < 0 || index >= params) {
            throw new IndexOutOfBoundsException("parameter " + index + " of " + params);
        }
    }

    /**
     * The line's bytes.
     *
     * @return always the same read-only buffer; look at it by index only
     */
    public ByteBuffer buffer() {
        return view;
    }

    /**
     * Whether the whole line is well-formed UTF-8.
     *
     * @return false when a byte of it is not
     */
    public boolean isUtf8() {
        return Utf8.isValid(bytes, 0, length);
    }

    private String text(int start, int end) {
        return new String(bytes, start, end - start, UTF_8);
    }

    /** The line as it came, without tags. */
    @Override
    public String toString() {
        int start = tagsTo > 0 ? Math.min(length, tagsTo + 1) : 0;
        return text(start, length);
    }
}
