package dev.chokepoint.cli;

import dev.chokepoint.host.Address;
import dev.chokepoint.programs.chat.Chat;
import dev.chokepoint.programs.chat.net.BackplaneConfig;
import dev.chokepoint.programs.chat.net.ChatNetwork;
import dev.chokepoint.programs.chat.net.LinkConfig;
import dev.chokepoint.programs.chat.net.NetworkListener;
import dev.chokepoint.programs.chat.net.ServerId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** How a chat server is one of a network. */
final class ServeNetworkOptions {
    @Option(
            names = "--link",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            description = "keep a link to the chat server that listens for servers there; may be given several times")
    private List<Address> links = new ArrayList<>();

    @Option(
            names = "--link-listen",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            description = "let other chat servers link here, such as 127.0.0.1:7667")
    private Address listen;

    @Option(
            names = "--link-password",
            paramLabel = "FILE",
            description = "servers that link must have the same password on this file's first line")
    private Path password;

    @Option(
            names = "--backplane",
            paramLabel = "ADDRESS",
            converter = AddressConverter.class,
            description =
                    "share users and channels with the other chat servers that use this NATS server, instead of links")
    private Address backplane;

    @Option(
            names = "--server-id",
            paramLabel = "ID",
            description =
                    "what other servers call this one: a digit and two digits or capitals (default: from its name)")
    private String id;

    /** Checks what was given together. */
    void check() {
        if (id != null && !ServerId.isValid(id)) {
            throw new UsageException("--server-id " + id + ": must be a digit and two digits or capitals, such as 1AB");
        }
        if (backplane != null && hasLinks()) {
            throw new UsageException("--backplane and --link: a server has links or a backplane, not both");
        }
        if (password != null) {
            password();
        }
    }

    private boolean hasLinks() {
        return listen != null || !links.isEmpty();
    }

    /** Joins the network, if there is one. On the server's lane, before it listens. */
    void join(Chat chat) {
        if (backplane == null && !hasLinks()) {
            return;
        }
        String sid = id == null ? ServerId.of(chat.self().name()) : id;
        ChatNetwork network = new ChatNetwork(chat, sid, new Printed());
        if (backplane != null) {
            network.share(BackplaneConfig.of(backplane, chat.self().name(), false));
            return;
        }
        Address at = network.link(new LinkConfig(listen, links, password == null ? "" : password()));
        if (at != null) {
            print("chat listens for servers on " + at + ", as " + chat.self().name() + " (" + sid + ")");
        }
    }

    private String password() {
        try {
            String line = Files.readString(password).lines().findFirst().orElse("");
            return new LinkConfig(listen, links, line).password();
        } catch (IOException e) {
            throw new UsageException("--link-password " + password + ": can't be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UsageException("--link-password " + password + ": " + e.getMessage());
        }
    }

    private static void print(String line) {
        System.out.println(line);
        System.out.flush();
    }

    /** One line for each thing that happens. */
    private static final class Printed implements NetworkListener {
        @Override
        public void joined(String server) {
            print("linked: " + server);
        }

        @Override
        public void lost(String server, String reason) {
            print("lost: " + server + " (" + reason + ")");
        }

        @Override
        public void failed(String where, String reason) {
            print("no link to " + where + ": " + reason);
        }
    }
}
