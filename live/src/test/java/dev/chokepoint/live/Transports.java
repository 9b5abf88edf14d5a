package dev.chokepoint.live;

import java.util.stream.Stream;

/** The transports this machine has; the others' tests have nothing to run on. */
final class Transports {
    private Transports() {}

    static Stream<Transport> available() {
        return Stream.of(Transport.values()).filter(Transport::isAvailable);
    }
}
