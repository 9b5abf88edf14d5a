package dev.chokepoint.lab.programs;

import dev.chokepoint.programs.ask.AskListener;
import java.util.ArrayList;
import java.util.List;

/** What a client was told, as text. */
final class Outcomes implements AskListener {
    private final List<String> lines = new ArrayList<>();
    private boolean finished;

    @Override
    public synchronized void onAnswer(int request, int status, long responseBytes, long latencyNanos) {
        lines.add(request + ": " + status + ", " + responseBytes + " B" + (latencyNanos < 0 ? " too early" : ""));
    }

    @Override
    public synchronized void onFailure(int request, String reason, boolean definite) {
        lines.add(request + ": " + reason + (definite ? ", definite" : ", indefinite"));
    }

    @Override
    public synchronized void onFinished() {
        finished = true;
    }

    synchronized boolean isFinished() {
        return finished;
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }
}
