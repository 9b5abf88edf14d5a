package dev.chokepoint.sim.truth;

import java.util.random.RandomGenerator;

/**
 * A service station, as a host: its clients hold {@code slots} connections, each to a lane of its own if {@code servers} is
 * more than 1, so that jobs wait for the host's cores, which serve first come first served. With one server all connections
 * go to one lane on one core, and jobs wait in its inbox.
 *
 * @param name the host's name
 * @param servers how many jobs are served at once
 * @param slots how many jobs may be there at once, at most 255
 * @param service how long a job takes, in units of time
 */
record Station(String name, int servers, int slots, Law service) {
    /** A distribution. */
    @FunctionalInterface
    interface Law {
        double draw(RandomGenerator random);
    }

    static Law exponential(double rate) {
        return random -> random.nextExponential() / rate;
    }

    static Law constant(double value) {
        return _ -> value;
    }

    static Law erlang2(double rate) {
        return random -> (random.nextExponential() + random.nextExponential()) / rate;
    }

    static Law hyperexponential(double p1, double rate1, double rate2) {
        return random -> random.nextExponential() / (random.nextDouble() < p1 ? rate1 : rate2);
    }

    int lanes() {
        return servers == 1 ? 1 : slots;
    }
}
