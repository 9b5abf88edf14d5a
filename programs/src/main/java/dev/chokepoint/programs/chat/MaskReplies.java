package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.Numeric;

/** How a channel's lists are told. */
final class MaskReplies {
    private final Chat chat;
    private final Client client;
    private final Channel channel;

    MaskReplies(Chat chat, Client client, Channel channel) {
        this.chat = chat;
        this.client = client;
        this.channel = channel;
    }

    void tell(char letter) {
        switch (letter) {
            case 'b' -> tell(letter, Numeric.RPL_BANLIST, Numeric.RPL_ENDOFBANLIST);
            case 'e' -> tell(letter, Numeric.RPL_EXCEPTLIST, Numeric.RPL_ENDOFEXCEPTLIST);
            default -> tell(letter, Numeric.RPL_INVEXLIST, Numeric.RPL_ENDOFINVEXLIST);
        }
    }

    private void tell(char letter, Numeric item, Numeric end) {
        for (MaskEntry entry : channel.masks(letter)) {
            chat.send(
                    client,
                    chat.write(client, item)
                            .param(channel.name())
                            .param(entry.mask())
                            .param(entry.setBy())
                            .param(entry.atSeconds()));
        }
        chat.reply(client, end, channel.name());
    }
}
