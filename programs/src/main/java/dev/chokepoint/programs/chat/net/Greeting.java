package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * What two servers say to each other first.
 *
 * @param version of the protocol
 * @param sid the server's id
 * @param born when it was started, a stamp
 * @param name its name
 * @param password the network's, empty for none
 * @param wallMillis its time of day
 * @param description of it, for people
 */
record Greeting(int version, String sid, long born, String name, String password, long wallMillis, String description) {
    /** The command. */
    static final String COMMAND = "LINK";

    /** How far two servers' clocks may be apart. */
    static final long SKEW_MILLIS = 60_000;

    private static final String NO_PASSWORD = "*";

    void write(IrcWriter line) {
        line.command(COMMAND).param(version).param(sid).param(Stamp.text(born)).param(name);
        line.param(password.isEmpty() ? NO_PASSWORD : password)
                .param(wallMillis)
                .text(description);
    }

    static Greeting read(IrcLine line) throws LinkException {
        if (!line.isCommand(COMMAND) || line.paramCount() < 7) {
            throw new LinkException("the first line must be LINK and 7 parameters: this port is for servers");
        }
        String password = line.param(4);
        Greeting greeting = new Greeting(
                (int) number(line, 0),
                line.param(1),
                Stamp.parse(line.param(2)),
                line.param(3),
                password.equals(NO_PASSWORD) ? "" : password,
                number(line, 5),
                line.param(6));
        if (!ServerId.isValid(greeting.sid) || greeting.born == Stamp.NEVER) {
            throw new LinkException("LINK must have a server's id and a stamp, such as 1AB 1767323045500.1AB");
        }
        return greeting;
    }

    static long number(IrcLine line, int index) throws LinkException {
        try {
            return Long.parseLong(line.param(index));
        } catch (NumberFormatException _) {
            throw new LinkException(line.command() + " has \"" + line.param(index) + "\" where there must be a number");
        }
    }

    /** Checks the other side's greeting against this side's own, not against the tree. */
    void check(Greeting other) throws LinkException {
        if (other.version != version) {
            throw new LinkException("protocol version " + other.version + ": must be " + version);
        }
        if (!MessageDigest.isEqual(bytes(password), bytes(other.password))) {
            throw new LinkException("wrong password: must be the network's");
        }
        long skew = other.wallMillis - wallMillis;
        if (skew > SKEW_MILLIS || skew < -SKEW_MILLIS) {
            throw new LinkException("clocks differ by " + skew + " ms: must be at most " + SKEW_MILLIS);
        }
        if (other.sid.equals(sid) || other.name.equalsIgnoreCase(name)) {
            throw new LinkException(other.sid + " " + other.name + ": must have an id and a name of its own");
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
