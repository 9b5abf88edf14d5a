package dev.chokepoint.lab.chat;

import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.World;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.live.Transport;
import dev.chokepoint.sim.SimCosts;
import dev.chokepoint.sim.SimWorld;
import dev.chokepoint.sim.Streams;
import java.time.Instant;

/** The worlds in which people chat. */
enum Kind {
    SIMULATOR {
        @Override
        World world(Observer observer) {
            return new SimWorld(1, Instant.parse("2026-01-02T03:04:05Z"), SimCosts.FREE, new Streams.Ideal(), observer);
        }
    },
    SOCKETS {
        @Override
        World world(Observer observer) {
            return new LiveWorld(1, Transport.best(), observer);
        }
    };

    /** An empty world. */
    abstract World world(Observer observer);
}
