package dev.chokepoint.programs.direct;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Server;
import java.util.function.Consumer;

/**
 * Tells people in a room of one another, and where each listens; the {@linkplain dev.chokepoint.programs.direct protocol} is the
 * package's. What they say never passes it. It knows only who is connected, so a directory that is started again is told
 * everything anew. Runs on one lane.
 */
public final class Directory implements Program {
    /** The longest line, without its end. */
    public static final int LINE_BYTES_MAX = 512;

    private final DirectoryConfig config;
    private final Consumer<Address> onListening;

    /**
     * A directory that knows nobody.
     *
     * @param config what it does
     * @param onListening told the bound address, on the lane, once it listens
     */
    public Directory(DirectoryConfig config, Consumer<Address> onListening) {
        this.config = config;
        this.onListening = onListening;
    }

    @Override
    public void start(Host host) {
        Register register = new Register(config);
        Server server =
                host.listen(config.listen(), config.stream(), connection -> new DirectorySession(register, connection));
        onListening.accept(server.local());
    }
}
