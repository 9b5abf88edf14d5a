package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.Meter;
import dev.chokepoint.host.world.Copies;

/**
 * Passes a lane's marks on to the observer, stamped with the lane's clock; does nothing when there is none. Lane only.
 *
 * <p>A copy of a message is told from others by the direction of the connection that carries it, which both ends know and which
 * no message takes twice.
 */
final class LiveMeter implements Meter {
    private final Stages stages;
    private long message;
    private boolean working;
    private boolean sent;
    private int given;

    LiveMeter(Stages stages) {
        this.stages = stages;
    }

    boolean isOn() {
        return stages.on();
    }

    Stages stages() {
        return stages;
    }

    @Override
    public void intended(long number, long atNanos, int copies) {
        if (stages.on()) {
            stages.observer().intended(number, atNanos, copies);
            stages.observer().enter(number, stages.source(), atNanos);
        }
    }

    @Override
    public void working(long number) {
        if (stages.on()) {
            stopWorking();
            message = meant(number);
            working = true;
            stages.observer().enter(message, stages.cpu(), System.nanoTime());
        }
    }

    @Override
    public void relaying() {
        // bytes that come from a socket say nothing of their messages
    }

    @Override
    public void delivered(long number) {
        if (stages.on()) {
            long meant = meant(number);
            done(meant);
            stages.observer().delivered(meant, System.nanoTime());
        }
    }

    @Override
    public void failed(long number, String error) {
        if (stages.on()) {
            done(meant(number));
            stages.observer().failed(number, error, System.nanoTime());
        }
    }

    /** What connects {@code from} and {@code to} in this direction, for {@link #copy}. */
    static int way(Address from, Address to) {
        return Math.floorMod((31 * end(from) + end(to)) * 0x9e3779b9 >>> 7, Copies.MAX) + 1;
    }

    private static int end(Address address) {
        return switch (address) {
            case Address.Inet inet -> 31 * inet.ip().hashCode() + inet.port();
            case Address.UnixPath unix -> unix.hashCode();
        };
    }

    /** The program is being given what came this way. */
    void given(Address from, Address to) {
        given = stages.on() ? way(from, to) : 0;
    }

    /** The message, or the copy of it that the program is being given. */
    private long meant(long number) {
        return given != 0 && stages.observer().followsCopies(number) ? Copies.of(number, given) : number;
    }

    /** The copy of {@link #message()} that goes this way, or the message itself; 0 is no way that both ends know. */
    long copy(int way) {
        return way != 0 && stages.observer().followsCopies(Copies.messageOf(message))
                ? Copies.of(message, way)
                : message;
    }

    /** The copy begins. */
    void copied(long copy) {
        if (copy != message) {
            stages.observer().copied(message, copy, System.nanoTime());
        }
    }

    private void done(long number) {
        if (message == number) {
            working = false;
        }
    }

    /** Whether what is sent now belongs to {@link #message()}. */
    boolean isWorking() {
        return working;
    }

    /** Something of the current message has been sent. */
    void sent() {
        sent = true;
    }

    long message() {
        return message;
    }

    /** The program stops working on its message, and what it was given is gone. */
    void endOfCallback() {
        stopWorking();
        given = 0;
    }

    /** A message of which nothing was sent is kept for later. */
    private void stopWorking() {
        if (working && !sent) {
            stages.observer().enter(message, stages.held(), System.nanoTime());
        }
        working = false;
        sent = false;
    }
}
