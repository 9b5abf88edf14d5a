package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.Numeric;

/** How a topic is told. */
final class TopicReplies {
    private TopicReplies() {}

    static void tell(Chat chat, Client client, Channel channel, Topic topic) {
        chat.reply(client, Numeric.RPL_TOPIC, channel.name(), topic.text());
        chat.send(
                client,
                chat.write(client, Numeric.RPL_TOPICWHOTIME)
                        .param(channel.name())
                        .param(topic.setBy())
                        .param(topic.atSeconds()));
    }
}
