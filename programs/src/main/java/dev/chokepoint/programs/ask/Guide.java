package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Host;
import java.util.Optional;

/** Knows, or finds out, where each client asks. */
interface Guide {
    /** Whether it need not be found out. */
    boolean isFresh(int client);

    /** Where the client asks, or asked last; empty when that was never known. */
    Optional<Address> serverOf(int client);

    /** Finds it out; {@link Guided} is told in a later callback. {@code message} is the one that waits for it, or {@link #NONE}. */
    void find(int client, long message);

    /** The client has no use for the answer any more. */
    void cancel(int client);

    /** No message waits. */
    long NONE = -1;

    /** Who is guided. */
    interface Guided {
        /** Where the client asks is known now. */
        void onFound(int client);

        /** It can't be found out. */
        void onNotFound(int client, String reason);
    }

    /** The guide that a configuration asks for. */
    static Guide of(Host host, AskLoadConfig config, Guided guided) {
        return config.rememberNanos() == AskLoadConfig.NOT_GUIDED
                ? new Known(config)
                : new LookUps(host, config, guided);
    }

    /** Every client's server is known beforehand. */
    record Known(AskLoadConfig config) implements Guide {
        @Override
        public boolean isFresh(int client) {
            return true;
        }

        @Override
        public Optional<Address> serverOf(int client) {
            return Optional.of(config.serverOf(client));
        }

        @Override
        public void find(int client, long message) {
            throw new IllegalStateException("client " + client + " knows its server");
        }

        @Override
        public void cancel(int client) {
            // nothing is ever under way
        }
    }
}
