package dev.chokepoint.bench.chat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A server that takes part. */
enum Contestant {
    /** Ours. */
    CHAT(Protocol.IRC, "") {
        @Override
        List<String> command(Path folder, int port) {
            return ours("chat", port);
        }
    },
    INSPIRCD(Protocol.IRC, "inspircd") {
        @Override
        List<String> command(Path folder, int port) throws IOException {
            Path config = Files.writeString(folder.resolve("inspircd.conf"), PeerConfigs.inspircd(folder, port));
            return List.of(executable(), "--nofork", "--runasroot", "--config", config.toString());
        }
    },
    NGIRCD(Protocol.IRC, "ngircd") {
        @Override
        List<String> command(Path folder, int port) throws IOException {
            Path config = Files.writeString(folder.resolve("ngircd.conf"), PeerConfigs.ngircd(port));
            return List.of(executable(), "--nodaemon", "--config", config.toString());
        }

        // It takes more than a minute to let 1,000 clients in, and longer than anybody waits for more.
        @Override
        boolean takesPart(Trial trial, int round) {
            return trial.members() < 1000 || trial == Trial.SPEECH_1000 && round == 1;
        }
    },
    NATS(Protocol.NATS, "nats-server") {
        @Override
        List<String> command(Path folder, int port) throws IOException {
            Path config = Files.writeString(folder.resolve("nats.conf"), PeerConfigs.nats(port));
            return List.of(executable(), "-c", config.toString());
        }

        @Override
        boolean takesPart(Trial trial, int round) {
            return trial.kind() != Trial.Kind.JOIN; // nobody is told who joins
        }
    },
    /** Our broker. */
    BROKER(Protocol.NATS, "") {
        @Override
        List<String> command(Path folder, int port) {
            return ours("broker", port);
        }

        @Override
        boolean takesPart(Trial trial, int round) {
            return trial.kind() != Trial.Kind.JOIN;
        }
    };

    private final Protocol protocol;
    private final String program;

    Contestant(Protocol protocol, String program) {
        this.protocol = protocol;
        this.program = program;
    }

    Protocol protocol() {
        return protocol;
    }

    /** Whether it is there to take part. */
    boolean isInstalled() {
        return program.isEmpty() || Files.isExecutable(Path.of(executable()));
    }

    String executable() {
        return "/usr/sbin/" + program;
    }

    /** The command that runs it in the foreground at a port of the loopback address; its files go into the folder. */
    abstract List<String> command(Path folder, int port) throws IOException;

    /** Whether it does a trial in a round, counted from 1. */
    boolean takesPart(Trial trial, int round) {
        return true;
    }

    private static List<String> ours(String kind, int port) {
        List<String> command = new ArrayList<>(Processes.java("-Xmx1g"));
        command.addAll(List.of(ChatServers.class.getName(), kind, Integer.toString(port)));
        return command;
    }
}
