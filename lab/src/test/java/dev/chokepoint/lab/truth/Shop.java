package dev.chokepoint.lab.truth;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import dev.chokepoint.host.Work;
import java.nio.ByteBuffer;

/**
 * Serves one customer after the other, each for an exponentially distributed time with mean 1, and sees each off at once: a farewell
 * that had to wait for the next customers to be served would count as a connection meanwhile.
 */
record Shop(Address at) implements Program {
    private static final Work WORK = new Work.Synthetic("serving");
    private static final Payload ANSWER = Payload.of("!");

    @Override
    public void start(Host host) {
        host.listen(at, StreamOptions.DEFAULT, _ -> new Session() {
            @Override
            public void onBytes(Connection connection, ByteBuffer bytes) {
                double time = -StrictMath.log(1 - host.random().nextDouble());
                host.spend(WORK, StrictMath.round(time * Shoppers.UNIT_NANOS));
                connection.send(ANSWER);
                connection.close();
            }
        });
    }
}
