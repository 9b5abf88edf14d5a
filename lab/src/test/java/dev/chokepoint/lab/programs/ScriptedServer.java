package dev.chokepoint.lab.programs;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import java.nio.ByteBuffer;
import java.util.function.Consumer;

/** A server that may misbehave: hands each request's head, as text, to a script. */
record ScriptedServer(Address at, Consumer<Address> onListening, Script script) implements Program {
    /** What it does. */
    @FunctionalInterface
    interface Script {
        /** A head is complete. The number counts heads of all connections from 0. */
        void onHead(Connection connection, String head, int number);
    }

    @Override
    public void start(Host host) {
        int[] heads = {0};
        onListening.accept(host.listen(at, StreamOptions.DEFAULT, _ -> new Heads(script, heads))
                .local());
    }

    static void send(Connection connection, String text) {
        connection.send(ByteBuffer.wrap(text.getBytes(ISO_8859_1)));
    }

    /** The value of a head's Request-Id. */
    static String id(String head) {
        return head.replaceAll("(?s).*Request-Id: (\\d+).*", "$1");
    }

    /** One connection. */
    private static final class Heads implements Session {
        private final Script script;
        private final int[] heads;
        private String text = "";

        Heads(Script script, int[] heads) {
            this.script = script;
            this.heads = heads;
        }

        @Override
        public void onBytes(Connection connection, ByteBuffer bytes) {
            text += ISO_8859_1.decode(bytes);
            int end = text.indexOf("\r\n\r\n");
            while (end >= 0) {
                String head = text.substring(0, end + 4);
                text = text.substring(end + 4);
                script.onHead(connection, head, heads[0]++);
                end = text.indexOf("\r\n\r\n");
            }
        }
    }
}
