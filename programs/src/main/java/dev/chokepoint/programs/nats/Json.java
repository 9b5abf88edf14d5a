package dev.chokepoint.programs.nats;

import java.util.LinkedHashMap;
import java.util.Map;

/** The top level of the JSON objects that INFO and CONNECT carry (RFC 8259): texts, numbers, true and false; what is nested is skipped. */
final class Json {
    private static final int DEPTH_MOST = 16;

    private final String text;
    private int at;

    private Json(String text) {
        this.text = text;
    }

    /**
     * Reads an object.
     *
     * @param text the object, and white space around it
     * @return its plain members as texts; null and nested ones are left out
     * @throws NatsException it is not well-formed
     */
    static Map<String, String> object(String text) throws NatsException {
        Json json = new Json(text);
        Map<String, String> members = new LinkedHashMap<>();
        json.members(members, 0);
        json.space();
        if (json.at < text.length()) {
            throw new NatsException(NatsParser.MALFORMED);
        }
        return members;
    }

    private void members(Map<String, String> target, int depth) throws NatsException {
        expect('{');
        if (follows('}')) {
            return;
        }
        do {
            space();
            String name = string();
            expect(':');
            String value = value(depth + 1);
            if (value != null) {
                target.put(name, value);
            }
        } while (follows(','));
        expect('}');
    }

    /** Null for what is nested, and for null. */
    private String value(int depth) throws NatsException {
        space();
        char c = peek();
        if (depth > DEPTH_MOST) {
            throw new NatsException(NatsParser.MALFORMED);
        } else if (c == '"') {
            return string();
        } else if (c == '{') {
            members(new LinkedHashMap<>(), depth);
            return null;
        } else if (c == '[') {
            elements(depth);
            return null;
        }
        return literal();
    }

    private void elements(int depth) throws NatsException {
        expect('[');
        if (follows(']')) {
            return;
        }
        do {
            value(depth + 1);
        } while (follows(','));
        expect(']');
    }

    private String literal() throws NatsException {
        int start = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        String literal = text.substring(start, at);
        boolean plain = literal.equals("true") || literal.equals("false") || literal.matches("-?[0-9.eE+-]+");
        if (!plain && !literal.equals("null")) {
            throw new NatsException(NatsParser.MALFORMED);
        }
        return plain ? literal : null;
    }

    private String string() throws NatsException {
        StringBuilder value = new StringBuilder();
        if (next() != '"') {
            throw new NatsException(NatsParser.MALFORMED);
        }
        for (char c = next(); c != '"'; c = next()) {
            value.append(c == '\\' ? escaped() : c);
        }
        return value.toString();
    }

    private char escaped() throws NatsException {
        char c = next();
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> (char) (hex() << 12 | hex() << 8 | hex() << 4 | hex());
            default -> throw new NatsException(NatsParser.MALFORMED);
        };
    }

    private int hex() throws NatsException {
        int digit = Character.digit(next(), 16);
        if (digit < 0) {
            throw new NatsException(NatsParser.MALFORMED);
        }
        return digit;
    }

    private boolean follows(char wanted) throws NatsException {
        space();
        boolean follows = peek() == wanted;
        at += follows ? 1 : 0;
        return follows;
    }

    private void expect(char wanted) throws NatsException {
        if (!follows(wanted)) {
            throw new NatsException(NatsParser.MALFORMED);
        }
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() throws NatsException {
        if (at == text.length()) {
            throw new NatsException(NatsParser.MALFORMED);
        }
        return text.charAt(at);
    }

    private char next() throws NatsException {
        char c = peek();
        at++;
        return c;
    }
}
