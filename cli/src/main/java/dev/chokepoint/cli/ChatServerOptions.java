package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import dev.chokepoint.lab.scenario.ChatFile;
import dev.chokepoint.programs.chat.ChatServerConfig;
import dev.chokepoint.programs.chat.guard.HostMask;
import dev.chokepoint.programs.chat.guard.Oper;
import dev.chokepoint.programs.chat.guard.PasswordHash;
import dev.chokepoint.programs.chat.guard.Policy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** What a chat server is: what its configuration says, changed by what the command line says. */
final class ChatServerOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description =
                    "the server's configuration, as docs/reference/chat-server.md explains; options below come before it")
    private Path file;

    @Option(names = "--name", paramLabel = "NAME", description = "the server's name, such as irc.example.net")
    private String name;

    @Option(names = "--network", paramLabel = "NAME", description = "the network's name, such as Example")
    private String network;

    @Option(
            names = "--motd",
            paramLabel = "FILE",
            description = "a text file with the message of the day, at most 400 bytes a line")
    private Path motd;

    @Option(
            names = "--password",
            paramLabel = "FILE",
            description = "everybody must give the password on this file's first line (hashed or not)")
    private Path password;

    @Option(
            names = "--oper",
            paramLabel = "NAME:FILE",
            description =
                    "an operator, whose password is on the file's first line (hashed or not); may be given several times")
    private List<String> opers = new ArrayList<>();

    @Option(names = "--nick-length", paramLabel = "N", description = "characters that a nickname may have")
    private Integer nickLength;

    @Option(
            names = "--no-throttle",
            description = "for benches: clients may talk as fast as they can, and one address may have all connections")
    private boolean noThrottle;

    /** Read once: checking costs time, and a later look must not find another password. */
    private PasswordHash passwordHash;

    private final List<Oper> readOpers = new ArrayList<>();

    /** Reads the passwords that options name, once. */
    void readPasswords() {
        if (password != null) {
            passwordHash = PasswordFile.read("--password", password);
        }
        for (String text : opers) {
            int colon = text.indexOf(':');
            if (colon < 1 || colon == text.length() - 1) {
                throw new UsageException("--oper " + text + ": write a name and a file, such as alice:alice.password");
            }
            PasswordHash hash = PasswordFile.read("--oper", Path.of(text.substring(colon + 1)));
            readOpers.add(new Oper(text.substring(0, colon), hash, List.of(HostMask.ALL)));
        }
    }

    /** What they amount to now: the configuration and the message of the day are read again each time. Any thread. */
    ChatServerConfig config(List<Address> listen) {
        ChatFile read = file == null ? ChatFile.STANDARD : ChatFile.read(file);
        try {
            return new ChatFile(
                            name == null ? read.name() : name,
                            read.about(),
                            network == null ? read.network() : network,
                            motd == null ? read.motd() : motd(),
                            nickLength == null ? read.limits() : read.limits().withNickLength(nickLength),
                            read.sendQueueBytes(),
                            policy(read.policy()))
                    .config(listen);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private Policy policy(Policy read) {
        Policy policy = passwordHash == null ? read : read.withPassword(passwordHash);
        for (Oper oper : readOpers) {
            policy = policy.withOper(oper);
        }
        return noThrottle ? policy.withoutThrottle() : policy;
    }

    private List<String> motd() {
        try {
            List<String> lines = Files.readAllLines(motd);
            for (String line : lines) {
                int bytes = line.getBytes(StandardCharsets.UTF_8).length;
                if (bytes > ChatFile.MOTD_LINE_BYTES) {
                    throw new UsageException("--motd " + motd + ": a line has " + bytes + " bytes: must be at most "
                            + ChatFile.MOTD_LINE_BYTES);
                }
            }
            return lines;
        } catch (IOException e) {
            throw new UsageException("--motd " + motd + ": can't be read: " + e.getMessage());
        }
    }
}
