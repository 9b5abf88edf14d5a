package dev.chokepoint.lab.scenario;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.programs.chat.ChatLimits;
import dev.chokepoint.programs.chat.ChatServerConfig;
import dev.chokepoint.programs.chat.guard.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A chat server's configuration, as its operator wrote it. The form of the file is explained in {@code docs/reference/chat-server.md}
 * and, for editors, in the JSON Schema beside this class; tests hold the three together.
 *
 * @param name the server's name
 * @param about a line about it
 * @param network the network's name
 * @param motd the message of the day, line by line; empty for none
 * @param limits how long things may be and how many
 * @param sendQueueBytes what may wait for a client that reads too slowly; past it the connection ends
 * @param policy who may come, as whom, and how fast they may talk
 */
public record ChatFile(
        String name,
        String about,
        String network,
        List<String> motd,
        ChatLimits limits,
        int sendQueueBytes,
        Policy policy) {
    /** The longest line of a message of the day that a line of IRC has room for, in bytes. */
    public static final int MOTD_LINE_BYTES = 400;

    /** What an empty file says. */
    public static final ChatFile STANDARD = new ChatFile(
            "chat.localhost",
            "Chokepoint chat",
            "Chokepoint",
            List.of(),
            ChatLimits.DEFAULT,
            1_000_000,
            Policy.DEFAULT);

    /** Keeps a copy of the list. */
    public ChatFile {
        motd = List.copyOf(motd);
    }

    /**
     * Reads a configuration.
     *
     * @param path where it is
     * @return the configuration, every default filled in
     * @throws ScenarioException everything that is wrong with the file
     */
    public static ChatFile read(Path path) {
        return read(ScenarioText.of(path, FileKind.CHAT_SERVER));
    }

    /**
     * Reads a configuration from a file's text.
     *
     * @param text the text
     * @return the configuration, every default filled in
     * @throws ScenarioException everything that is wrong with the text
     */
    public static ChatFile read(ScenarioText text) {
        Problems problems = new Problems(text);
        Optional<ChatFile> file =
                YamlTree.of(text, FileKind.CHAT_SERVER, problems).flatMap(new ChatFileForm(problems)::read);
        if (!problems.isEmpty()) {
            throw problems.exception();
        }
        return file.orElseThrow();
    }

    /**
     * What a server is by it.
     *
     * @param listen where it listens
     * @return its configuration
     */
    public ChatServerConfig config(List<Address> listen) {
        StreamOptions standard = StreamOptions.DEFAULT;
        StreamOptions stream =
                standard.withSendMarks(Math.min(standard.highMarkBytes(), sendQueueBytes), sendQueueBytes);
        return new ChatServerConfig(name, about, network, listen, stream, limits, policy, motd, false);
    }
}
