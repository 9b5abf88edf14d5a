package dev.chokepoint.lab.scenario;

import dev.chokepoint.programs.chat.guard.Policy;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A chat server's configuration, as its operator wrote it. The form of the file is explained in {@code docs/reference/chat-server.md}
 * and, for editors, in the JSON Schema beside this class; tests hold the three together.
 *
 * @param name the server's name
 * @param network the network's name
 * @param motd the message of the day, line by line; empty for none
 * @param limits how much of everything there may be
 * @param policy who may come, as whom, and how fast they may talk
 */
public record ChatFile(String name, String network, List<String> motd, Limits limits, Policy policy) {
    /** The name of a server that was given none. */
    public static final String STANDARD_NAME = "chat.localhost";

    /** The network's name when none is given. */
    public static final String STANDARD_NETWORK = "Chokepoint";

    /** Keeps a copy of the list. */
    public ChatFile {
        motd = List.copyOf(motd);
    }

    /**
     * How much of everything there may be.
     *
     * @param nickLength characters of a nickname
     * @param topicLength characters of a topic
     * @param channels how many channels one user may be in
     * @param connections how many connections there may be at the same time
     * @param sendQueueBytes what may wait for a client that reads too slowly; past it the connection ends
     */
    public record Limits(int nickLength, int topicLength, int channels, int connections, int sendQueueBytes) {}

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
}
