package dev.chokepoint.report;

import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * One line on a terminal that says what is going on, how much of it is done and how long the rest will take. Says nothing
 * where there is no terminal. Any thread may call it; {@link #close} wipes the line, and nothing is drawn after it.
 */
public final class Progress implements AutoCloseable {
    private static final int COLUMNS = 79;
    private static final int BAR = 24;
    private static final long REDRAW_NANOS = 100_000_000;
    private static final String WIPE = "\r\u001b[K";

    private final PrintStream out;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final long startNanos;
    private long drawnNanos;
    private String drawnWhat = "";
    private boolean visible;
    private boolean closed;

    Progress(PrintStream out, boolean terminal, LongSupplier nanoTime) {
        this.out = out;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
        this.startNanos = nanoTime.getAsLong();
    }

    /**
     * A progress line of at most 79 columns.
     *
     * @param out where to, usually standard error
     * @param terminal whether that is a terminal that the user wants to see it on
     * @return the line, not drawn yet
     */
    public static Progress on(PrintStream out, boolean terminal) {
        return new Progress(out, terminal, System::nanoTime);
    }

    /**
     * Something moved on. Draws at most ten times a second, and whenever {@code what} changes.
     *
     * @param what is being done, in a few words
     * @param fraction how much of everything is done, 0 to 1
     */
    public synchronized void step(String what, double fraction) {
        long now = nanoTime.getAsLong();
        boolean due = !visible || !what.equals(drawnWhat) || now - drawnNanos >= REDRAW_NANOS;
        if (!terminal || closed || !due) {
            return;
        }
        double done = fraction >= 0 ? Math.min(1, fraction) : 0; // NaN too
        out.print(WIPE + line(Text.clean(what), done, now - startNanos));
        out.flush();
        drawnNanos = now;
        drawnWhat = what;
        visible = true;
    }

    private static String line(String what, double done, long elapsedNanos) {
        String figures = String.format(Locale.ROOT, " %3.0f %%  %s", done * 100, remaining(done, elapsedNanos));
        int room = COLUMNS - BAR - 1 - Text.width(figures);
        return Text.pad(Text.shortened(what, room), Math.min(room, 28), false) + " " + Text.bar(done, BAR) + figures;
    }

    private static String remaining(double done, long elapsedNanos) {
        if (done < 0.02) {
            return "";
        }
        long seconds = Math.round(elapsedNanos / 1e9 * (1 - done) / done);
        return seconds < 90 ? seconds + " s left" : Math.round(seconds / 60.0) + " min left";
    }

    /** Wipes the line. */
    @Override
    public synchronized void close() {
        if (visible) {
            out.print(WIPE);
            out.flush();
        }
        visible = false;
        closed = true;
    }
}
