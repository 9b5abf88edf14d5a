package dev.chokepoint.programs.chat;

import dev.chokepoint.host.Payload;
import dev.chokepoint.programs.irc.IrcTags;
import java.util.ArrayList;
import java.util.List;

/** All that a labelled command is answered with (IRCv3 labeled-response): nothing, one line, or a batch. */
final class Answer {
    private final String label;
    private final List<Payload> lines = new ArrayList<>();

    Answer(String label) {
        this.label = "label=" + IrcTags.escape(label);
    }

    void add(Payload line) {
        lines.add(line);
    }

    void send(Chat chat, Client client) {
        switch (lines.size()) {
            case 0 ->
                client.send(Tagged.with(label, chat.line(client, chat.self().name(), "ACK")));
            case 1 -> client.send(Tagged.with(label, lines.getFirst()));
            default -> sendBatch(chat, client);
        }
    }

    private void sendBatch(Chat chat, Client client) {
        String id = chat.newId();
        String server = chat.self().name();
        client.send(Tagged.with(label, chat.line(client, server, "BATCH", "+" + id, "labeled-response")));
        for (Payload line : lines) {
            client.send(Tagged.with("batch=" + id, line));
        }
        client.send(chat.line(client, server, "BATCH", "-" + id));
    }
}
