package dev.chokepoint.programs.nats;

/** The receiver of a subscription's messages. */
@FunctionalInterface
public interface NatsHandler {
    /**
     * A message came. Called on the lane.
     *
     * @param message valid only during the call
     */
    void onMessage(NatsMessage message);
}
