package dev.chokepoint.cli;

import dev.chokepoint.lab.scenario.Quantities;
import dev.chokepoint.programs.ask.AskListener;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.stream.LongStream;

/** Prints each answer as it comes, and a summary. Told on the client's lane, asked by the command's thread. */
final class AskPrinter implements AskListener {
    private final PrintWriter out;
    private final boolean quiet;
    private long[] latencies = new long[16];
    private int answers;
    private int failures;
    private boolean finished;

    AskPrinter(PrintWriter out, boolean quiet) {
        this.out = out;
        this.quiet = quiet;
    }

    @Override
    public synchronized void onAnswer(int request, int status, long responseBytes, long latencyNanos) {
        if (answers == latencies.length) {
            latencies = Arrays.copyOf(latencies, 2 * answers);
        }
        latencies[answers++] = latencyNanos;
        say("answer " + (request + 1) + ": status " + status + ", " + Quantities.bytes((double) responseBytes) + ", "
                + Quantities.time(latencyNanos));
    }

    @Override
    public synchronized void onFailure(int request, String reason, boolean definite) {
        failures++;
        say("request " + (request + 1) + ": " + reason
                + (definite ? " (the server never saw it)" : " (whether the server saw it is not known)"));
    }

    @Override
    public synchronized void onFinished() {
        finished = true;
    }

    private void say(String line) {
        if (!quiet) {
            out.println(line);
            out.flush();
        }
    }

    synchronized boolean finished() {
        return finished;
    }

    synchronized int failures() {
        return failures;
    }

    synchronized void summary() {
        out.print(answers + (answers == 1 ? " answer" : " answers") + ", " + failures + " failed");
        if (answers > 0) {
            long[] sorted = LongStream.of(latencies).limit(answers).sorted().toArray();
            out.print("; latency min " + Quantities.time(sorted[0]) + ", median " + Quantities.time(sorted[answers / 2])
                    + ", max " + Quantities.time(sorted[answers - 1]));
        }
        out.println();
        out.flush();
    }
}
