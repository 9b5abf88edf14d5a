package dev.chokepoint.sim;

import dev.chokepoint.host.world.Impairment;
import dev.chokepoint.host.world.Link;
import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.SeededRandom;
import dev.chokepoint.sim.Tap.Fate;

/**
 * One direction of a link, or of all the access links of a fleet: what packets cross in one step. Behind the transmitter a
 * packet may be lost, doubled or held back; each effect draws from its own random numbers, so that none disturbs another.
 */
abstract class Hop extends Actor {
    final Engine engine;
    final Link.Direction spec;
    final String name;
    final PacketPool pool;
    final Stage queueStage;
    final Stage transmitStage;
    final Stage travelStage;
    private final Stage recoveryStage;
    private final Impairment impairment;
    private final SeededRandom loss;
    private final SeededRandom duplicate;
    private final SeededRandom reorder;

    /** For the times of flight under jitter. */
    final SeededRandom jitter;

    long sentBytes;
    long refused;
    private long lost;

    Hop(SimWorld world, int host, String name, Link.Direction spec) {
        super(host);
        this.engine = world.engine();
        this.pool = world.packets();
        this.spec = spec;
        this.name = name;
        Observer observer = world.observer();
        queueStage = new Stage(observer, Phase.QUEUE, name);
        transmitStage = new Stage(observer, Phase.TRANSMIT, name);
        travelStage = new Stage(observer, Phase.TRAVEL, name);
        recoveryStage = new Stage(observer, Phase.RECOVERY, name);
        impairment = spec.packets().impairment();
        jitter = new SeededRandom(world.seed(), name + " jitter");
        loss = new SeededRandom(world.seed(), name + " loss");
        duplicate = new SeededRandom(world.seed(), name + " duplication");
        reorder = new SeededRandom(world.seed(), name + " reordering");
    }

    /** The largest packet that it takes. */
    final int mtuBytes() {
        return spec.packets().mtuBytes();
    }

    /** Takes a packet that fits its MTU, or drops it because the queue is full. */
    abstract void send(Packet packet);

    /** Lets a packet arrive after {@code delayNanos} in flight, behind those launched before unless it is held back. */
    abstract void fly(Packet packet, long departedNanos, long delayNanos, boolean heldBack);

    final int wireBytes(Packet packet) {
        return packet.ipBytes() + spec.packets().framingBytes();
    }

    /** The queue is full. */
    final void refuse(Packet packet) {
        refused++;
        pool.tap().packet(this, packet, Fate.QUEUE_FULL);
        packet.refuse(recoveryStage, engine.nowNanos());
    }

    /** Takes a packet in and draws what will become of it: in the queue's order, so that the tap can be told at once. */
    final void accept(Packet packet) {
        packet.fate = draw();
        pool.tap().packet(this, packet, packet.fate);
    }

    private Fate draw() {
        if (happens(loss, impairment.loss())) {
            return Fate.LOST;
        }
        return happens(duplicate, impairment.duplicate()) ? Fate.DUPLICATED : Fate.SENT;
    }

    /** The packet has left the transmitter, now or a little later. */
    final void launch(Packet packet, long departedNanos) {
        if (packet.fate == Fate.LOST) {
            lost++;
            packet.drop(recoveryStage, departedNanos);
            return;
        }
        if (packet.fate == Fate.DUPLICATED) {
            Packet again = pool.take();
            again.copy(packet);
            flyOrWait(again, departedNanos);
        }
        flyOrWait(packet, departedNanos);
    }

    private void flyOrWait(Packet packet, long departedNanos) {
        boolean heldBack = happens(reorder, impairment.reorder());
        long delay = spec.latencyNanos();
        if (spec.jitterNanos() > 0) {
            delay += jitter.nextLong(spec.jitterNanos() + 1);
        }
        fly(packet, departedNanos, heldBack ? delay + impairment.reorderNanos() : delay, heldBack);
    }

    private static boolean happens(SeededRandom random, double probability) {
        return probability > 0 && random.nextDouble() < probability;
    }

    /** What it has done so far. */
    final ResourceUse use(double capacity, Level busy, double waitingNanos, long waitingMax) {
        return new ResourceUse(
                name,
                ResourceUse.Kind.LINK,
                capacity,
                busy.integral(engine.nowNanos()),
                sentBytes,
                waitingNanos,
                waitingMax,
                refused,
                lost);
    }

    abstract ResourceUse use();
}
