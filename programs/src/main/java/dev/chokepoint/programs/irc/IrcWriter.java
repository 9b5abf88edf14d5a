package dev.chokepoint.programs.irc;

import dev.chokepoint.host.Payload;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Writes one line at a time into memory of its own: {@link #begin}, then tags, source, command and parameters in this order, then
 * {@link #payload} to share it or {@link #bytes} to have it copied. What goes past the limit is cut off between characters (RFC
 * 2812 section 2.3), so a line is never too long; CR, LF and NUL become spaces, so a line is always one line. A lane needs one.
 */
public final class IrcWriter {
    private final IrcLimits limits;
    private final byte[] out;
    private final ByteBuffer view;
    private int count;
    private int bodyFrom;
    private int end; // of the body, where it is cut

    /**
     * Memory for a line.
     *
     * @param limits how long it may become
     */
    public IrcWriter(IrcLimits limits) {
        this.limits = limits;
        out = new byte[limits.lineBytes() + 2];
        view = ByteBuffer.wrap(out);
    }

    /**
     * Starts a line.
     *
     * @return this
     */
    public IrcWriter begin() {
        count = 0;
        bodyFrom = 0;
        end = limits.bodyBytes();
        return this;
    }

    /**
     * Adds a tag, before anything else. One that has no room any more is left out.
     *
     * @param name its key
     * @param value unescaped; empty for a tag without value
     * @return this
     */
    public IrcWriter tag(String name, String value) {
        return tags(value.isEmpty() ? name : name + "=" + IrcTags.escape(value));
    }

    /**
     * Adds tags that are written already, before anything else. They are left out when they have no room any more.
     *
     * @param escaped such as {@code a=b;c}; nothing when empty
     * @return this
     */
    public IrcWriter tags(String escaped) {
        if (escaped.isEmpty()) {
            return this;
        }
        byte[] bytes = escaped.getBytes(StandardCharsets.UTF_8);
        if (bodyFrom + bytes.length + 2 > limits.tagBytes()) {
            return this;
        }
        if (bodyFrom == 0) {
            out[0] = '@';
            bodyFrom = 1;
        } else {
            out[bodyFrom - 1] = ';';
        }
        System.arraycopy(bytes, 0, out, bodyFrom, bytes.length);
        bodyFrom += bytes.length;
        out[bodyFrom++] = ' ';
        count = bodyFrom;
        end = bodyFrom + limits.bodyBytes();
        return this;
    }

    /**
     * Says who the line is from.
     *
     * @param name a server's name or {@code nick!user@host}; nothing when empty
     * @return this
     */
    public IrcWriter source(String name) {
        if (!name.isEmpty()) {
            put((byte) ':');
            put(name);
            put((byte) ' ');
        }
        return this;
    }

    /**
     * Writes the command.
     *
     * @param name in capitals
     * @return this
     */
    public IrcWriter command(String name) {
        put(name);
        return this;
    }

    /**
     * Writes the command of a numeric reply.
     *
     * @param numeric which
     * @return this
     */
    public IrcWriter command(Numeric numeric) {
        return command(numeric.digits());
    }

    /**
     * Adds a parameter that is not the last, or needs no colon.
     *
     * @param text without spaces, not empty, not beginning with a colon
     * @return this
     */
    public IrcWriter param(String text) {
        put((byte) ' ');
        put(text);
        return this;
    }

    /**
     * Adds a number as a parameter.
     *
     * @param number any
     * @return this
     */
    public IrcWriter param(long number) {
        return param(Long.toString(number));
    }

    /**
     * Adds the last parameter, which may have spaces or be empty.
     *
     * @param text any
     * @return this
     */
    public IrcWriter text(String text) {
        colon();
        put(text);
        return this;
    }

    /**
     * Adds the last parameter from bytes.
     *
     * @param from where they are; its position stays
     * @param at the first
     * @param to behind the last
     * @return this
     */
    public IrcWriter text(ByteBuffer from, int at, int to) {
        colon();
        int length = Math.min(to - at, out.length - 2 - count);
        from.get(at, out, count, length);
        clean(count, count + length);
        count += length;
        return this;
    }

    /**
     * Adds more to the parameter that was begun last.
     *
     * @param text any that suits it
     * @return this
     */
    public IrcWriter append(String text) {
        put(text);
        return this;
    }

    /**
     * Adds more to the parameter that was begun last.
     *
     * @param bytes UTF-8 that suits it
     * @return this
     */
    public IrcWriter append(byte[] bytes) {
        int length = Math.min(bytes.length, out.length - 2 - count);
        System.arraycopy(bytes, 0, out, count, length);
        count += length;
        return this;
    }

    /**
     * How much more the line can take.
     *
     * @return bytes, 0 or more
     */
    public int roomBytes() {
        return Math.max(0, end - count);
    }

    private void colon() {
        put((byte) ' ');
        put((byte) ':');
    }

    private void put(byte b) {
        if (count < out.length - 2) {
            out[count++] = b;
        }
    }

    private void put(String text) {
        int start = count;
        for (int i = 0, n = text.length(); i < n; i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                count = start;
                append(text.getBytes(StandardCharsets.UTF_8));
                break;
            }
            put((byte) c);
        }
        clean(start, count);
    }

    private void clean(int from, int to) {
        for (int i = from; i < to; i++) {
            if (out[i] <= '\r' && (out[i] == '\r' || out[i] == '\n' || out[i] == 0)) {
                out[i] = ' ';
            }
        }
    }

    private int finish() {
        int length = Math.min(count, Utf8.cut(out, bodyFrom, Math.min(end, count), count));
        out[length] = '\r';
        out[length + 1] = '\n';
        return length + 2;
    }

    /**
     * The line, with CR and LF, to be shared by many receivers.
     *
     * @return its own copy of the bytes
     */
    public Payload payload() {
        return Payload.of(bytes());
    }

    /**
     * The line, with CR and LF.
     *
     * @return the writer's own memory, valid until the next {@link #begin}
     */
    public ByteBuffer bytes() {
        return view.clear().limit(finish());
    }
}
