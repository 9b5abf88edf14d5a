package dev.chokepoint.lab.guide;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.blocking.BlockingHost;
import dev.chokepoint.host.blocking.Task;
import dev.chokepoint.host.codec.LineCodec;
import java.util.function.Consumer;

/** Says a few lines to an echo server and reports what comes back. */
record EchoClient(Address server, int lines, Consumer<String> report) implements Task {
    @Override
    public void run(BlockingHost host) throws Exception {
        var codec = new LineCodec(80).text();
        var decoder = codec.decoder();
        try (var connection = host.connect(server)) {
            for (int i = 1; i <= lines; i++) {
                long sent = host.nanoTime();
                connection.write(codec.encode("hello " + i));
                String echo = connection.receive(decoder).orElseThrow();
                report.accept(echo + " after " + (host.nanoTime() - sent) / 1_000 + " us");
            }
        }
    }
}
