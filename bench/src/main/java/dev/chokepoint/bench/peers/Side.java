package dev.chokepoint.bench.peers;

import dev.chokepoint.sim.BareQueue;
import java.util.Locale;

/**
 * One side of a contest, in a process of its own. Arguments: which, and how much: customers of a queue, or virtual seconds of
 * a network.
 */
public final class Side {
    private static final long SEED = 1;

    private Side() {}

    /**
     * Runs it.
     *
     * @param args {@code bare|ssj|seam CUSTOMERS} or {@code tcp|udp SECONDS}
     */
    public static void main(String[] args) {
        long amount = Long.parseLong(args[1]);
        switch (args[0]) {
            case "bare" -> Timed.run(() -> BareQueue.meanNumber(SEED, amount));
            case "ssj" -> Timed.run(() -> SsjQueue.meanNumber(amount));
            case "seam" -> Timed.run(() -> SeamQueue.meanNumber(SEED, amount));
            case "tcp" -> print(TcpFlow.goodput(SEED, amount));
            case "udp" -> print(PoissonUdp.delayMillis(SEED, amount));
            default -> throw new IllegalArgumentException(args[0] + ": must be bare, ssj, seam, tcp or udp");
        }
    }

    private static void print(double check) {
        System.out.printf(Locale.ROOT, "check=%.6f%n", check);
    }
}
