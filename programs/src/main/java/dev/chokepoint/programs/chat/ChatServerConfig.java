package dev.chokepoint.programs.chat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.chat.guard.Policy;
import dev.chokepoint.programs.irc.IrcNames;
import java.util.List;

/**
 * What a {@link ChatServer} is.
 *
 * @param name the server's name, with a dot (RFC 2812 section 1.1)
 * @param description a line about it
 * @param network the name of the network (ISUPPORT NETWORK), without spaces
 * @param listen where; port 0 picks a free port
 * @param stream the limits of each connection; its {@code sendLimitBytes} is the send queue: a client that reads too slowly to stay
 *     below is dropped
 * @param limits how long and how many
 * @param policy who may come, as whom, and how fast they may talk
 * @param motd the message of the day, by lines; empty for none
 * @param numbered whether a text that begins as {@link dev.chokepoint.programs.talk.TalkText} has a message's number, which is
 *     marked at the {@linkplain dev.chokepoint.host.Meter meter}: for measured runs
 */
public record ChatServerConfig(
        String name,
        String description,
        String network,
        List<Address> listen,
        StreamOptions stream,
        ChatLimits limits,
        Policy policy,
        List<String> motd,
        boolean numbered) {
    /** Checks the names and copies the lists. */
    public ChatServerConfig {
        if (!IrcNames.isServer(name)) {
            throw new IllegalArgumentException("server name \"" + name
                    + "\": must be letters, digits and - with a dot in it, at most 63, such as irc.example.org");
        }
        if (network.isEmpty() || network.indexOf(' ') >= 0) {
            throw new IllegalArgumentException("network \"" + network + "\": must be a word without spaces");
        }
        listen = List.copyOf(listen);
        motd = List.copyOf(motd);
    }

    /**
     * An open server with the usual limits.
     *
     * @param name its name
     * @param listen where
     * @return the configuration
     */
    public static ChatServerConfig of(String name, Address listen) {
        return new ChatServerConfig(
                name,
                "Chokepoint chat",
                "Chokepoint",
                List.of(listen),
                StreamOptions.DEFAULT,
                ChatLimits.DEFAULT,
                Policy.OPEN,
                List.of(),
                false);
    }

    /**
     * A copy that marks numbered messages, or not.
     *
     * @param on the new {@link #numbered()}
     * @return the copy
     */
    public ChatServerConfig withNumbered(boolean on) {
        return new ChatServerConfig(name, description, network, listen, stream, limits, policy, motd, on);
    }

    /**
     * A copy with other limits of its connections.
     *
     * @param options the new {@link #stream()}
     * @return the copy
     */
    public ChatServerConfig withStream(StreamOptions options) {
        return new ChatServerConfig(name, description, network, listen, options, limits, policy, motd, numbered);
    }

    /**
     * A copy with other limits.
     *
     * @param other the new {@link #limits()}
     * @return the copy
     */
    public ChatServerConfig withLimits(ChatLimits other) {
        return new ChatServerConfig(name, description, network, listen, stream, other, policy, motd, numbered);
    }

    /**
     * A copy with another policy.
     *
     * @param other the new {@link #policy()}
     * @return the copy
     */
    public ChatServerConfig withPolicy(Policy other) {
        return new ChatServerConfig(name, description, network, listen, stream, limits, other, motd, numbered);
    }

    /**
     * A copy with a message of the day.
     *
     * @param lines the new {@link #motd()}
     * @return the copy
     */
    public ChatServerConfig withMotd(List<String> lines) {
        return new ChatServerConfig(name, description, network, listen, stream, limits, policy, lines, numbered);
    }
}
