package dev.chokepoint.live;

import dev.chokepoint.host.Meter;

/** Passes a lane's marks on to the observer, stamped with the lane's clock; does nothing when there is none. Lane only. */
final class LiveMeter implements Meter {
    private final Stages stages;
    private long message;
    private boolean working;
    private boolean sent;

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
    public void intended(long number, long atNanos) {
        if (stages.on()) {
            stages.observer().intended(number, atNanos);
            stages.observer().enter(number, stages.source(), atNanos);
        }
    }

    @Override
    public void working(long number) {
        if (stages.on()) {
            endOfCallback();
            message = number;
            working = true;
            stages.observer().enter(number, stages.cpu(), System.nanoTime());
        }
    }

    @Override
    public void relaying() {
        // bytes that come from a socket say nothing of their messages
    }

    @Override
    public void delivered(long number) {
        if (stages.on()) {
            done(number);
            stages.observer().delivered(number, System.nanoTime());
        }
    }

    @Override
    public void failed(long number, String error) {
        if (stages.on()) {
            done(number);
            stages.observer().failed(number, error, System.nanoTime());
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

    /** The program stops working on its message; one of which nothing was sent is kept for later. */
    void endOfCallback() {
        if (working && !sent) {
            stages.observer().enter(message, stages.held(), System.nanoTime());
        }
        working = false;
        sent = false;
    }
}
