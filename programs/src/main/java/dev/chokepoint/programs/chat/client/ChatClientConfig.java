package dev.chokepoint.programs.chat.client;

import dev.chokepoint.host.Tls;
import dev.chokepoint.programs.irc.IrcNames;
import java.util.List;
import java.util.Optional;

/**
 * Who wants to talk where.
 *
 * @param host the server's name or literal address
 * @param port its port, 1 to 65535
 * @param nick the wanted nickname; another is taken when it is in use
 * @param password what the server asks for, if it does
 * @param channels where to go at once
 * @param tls how to know the server, for TLS from the first byte
 */
public record ChatClientConfig(
        String host,
        int port,
        String nick,
        Optional<String> password,
        List<String> channels,
        Optional<Tls.Client> tls) {
    private static final int NICK_CHARACTERS_MAX = 64;
    private static final int CHANNEL_CHARACTERS_MAX = 200;

    /** Checks the names. */
    public ChatClientConfig {
        if (port < 1 || port > 65535) {
            throw new IllegalArgumentException("port " + port + ": must be 1 to 65535");
        }
        if (!IrcNames.isNick(nick, NICK_CHARACTERS_MAX)) {
            throw new IllegalArgumentException("nickname \"" + nick
                    + "\": must be letters, digits, - and []\\`_^{|}, and begin with neither a digit nor -");
        }
        channels = List.copyOf(channels);
        for (String channel : channels) {
            if (!IrcNames.isChannel(channel, CHANNEL_CHARACTERS_MAX)) {
                throw new IllegalArgumentException("channel \"" + channel
                        + "\": must begin with # and have no space or comma (quote it: '#room')");
            }
        }
    }
}
