package dev.chokepoint.programs.chat;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * An IRC server. It keeps all of its state on one lane, so a host runs one of them. See the package for what it can do and how it
 * is made.
 */
public final class ChatServer implements Program {
    private final ChatServerConfig config;
    private final Consumer<List<Address>> onListening;
    private final Consumer<Chat> onStart;

    /**
     * A server that tells nobody its address.
     *
     * @param config what it is
     */
    public ChatServer(ChatServerConfig config) {
        this(config, _ -> {});
    }

    /**
     * A server that is alone.
     *
     * @param config what it is
     * @param onListening told the bound addresses, on the lane, once it listens
     */
    public ChatServer(ChatServerConfig config, Consumer<List<Address>> onListening) {
        this(config, onListening, _ -> {});
    }

    /**
     * A server.
     *
     * @param config what it is
     * @param onListening told the bound addresses, on the lane, once it listens
     * @param onStart given its state, on the lane, before it listens: to add a {@link Relay}
     */
    public ChatServer(ChatServerConfig config, Consumer<List<Address>> onListening, Consumer<Chat> onStart) {
        this.config = config;
        this.onListening = onListening;
        this.onStart = onStart;
    }

    @Override
    public void start(Host host) {
        Chat chat = new Chat(host, config);
        addCommands(chat);
        onStart.accept(chat);
        List<Address> bound = new ArrayList<>();
        for (Address at : config.listen()) {
            bound.add(host.listen(at, config.stream(), chat::accept).local());
        }
        onListening.accept(bound);
    }

    private static void addCommands(Chat chat) {
        Gate gate = chat.gate();
        Passwords passwords = new Passwords(chat.host());
        Notices notices = new Notices(chat);
        Welcome welcome = new Welcome(chat);
        RegistrationCommands registration = RegistrationCommands.addTo(chat, gate, passwords, welcome);
        CapCommands.addTo(chat, gate, registration);
        SaslCommands.addTo(chat, gate, passwords);
        OperCommands.addTo(chat, gate, passwords, notices);
        BanCommands.addTo(chat, gate, notices);
        ServerCommands.addTo(chat, gate, welcome);
        StatsCommand.addTo(chat, gate, passwords);
        HelpCommand.addTo(chat);
        UserCommands users = UserCommands.addTo(chat);
        WhoCommand.addTo(chat);
        WhoisCommands.addTo(chat);
        ListCommand.addTo(chat);
        ChannelCommands.addTo(chat);
        Names.addTo(chat);
        RuleCommands.addTo(chat);
        ModeCommands.addTo(chat, users);
        MessageCommands.addTo(chat);
    }
}
