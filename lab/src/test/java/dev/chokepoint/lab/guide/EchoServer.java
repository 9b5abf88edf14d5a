package dev.chokepoint.lab.guide;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.blocking.BlockingConnection;
import dev.chokepoint.host.blocking.BlockingHost;
import dev.chokepoint.host.blocking.Task;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Sends back whatever it hears, to everybody at once (RFC 862). */
record EchoServer(Address at) implements Task {
    @Override
    public void run(BlockingHost host) {
        try (var server = host.listen(at)) {
            while (true) {
                BlockingConnection connection = server.accept();
                host.fork(_ -> echo(connection));
            }
        }
    }

    private static void echo(BlockingConnection connection) {
        try (connection) {
            ByteBuffer bytes = ByteBuffer.allocate(4096);
            while (connection.read(bytes.clear()) >= 0) {
                connection.write(bytes.flip());
            }
        } catch (IOException e) {
            System.err.println("a client left in a hurry: " + e.getMessage());
        }
    }
}
