package dev.chokepoint.cli;

/**
 * Whom to talk to, as what: {@code nick@host:port}.
 *
 * @param nick the nickname
 * @param host a name, or a literal address
 * @param port the port; 0 when it was not said
 */
record ChatAddress(String nick, String host, int port) {
    private static final int PORT_MAX = 65535;

    static ChatAddress parse(String text) {
        int at = text.lastIndexOf('@');
        String server = text.substring(at + 1);
        int colon = server.lastIndexOf(':');
        boolean bracketed = server.startsWith("[") && server.contains("]");
        boolean hasPort = bracketed ? colon > server.indexOf(']') : colon >= 0;
        String host = hasPort ? server.substring(0, colon) : server;
        if (bracketed) {
            host = host.substring(1, host.length() - 1);
        }
        int port = hasPort ? port(server.substring(colon + 1)) : 0;
        if (at < 1 || host.isEmpty() || port < 0) {
            throw new UsageException(
                    "\"" + text + "\": write NICK@HOST:PORT, such as alice@localhost:6667 or alice@[::1]:6667");
        }
        return new ChatAddress(text.substring(0, at), host, port);
    }

    /** -1 when it is none. */
    private static int port(String digits) {
        try {
            int port = Integer.parseInt(digits);
            return port >= 1 && port <= PORT_MAX ? port : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
