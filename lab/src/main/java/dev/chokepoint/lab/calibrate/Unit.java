package dev.chokepoint.lab.calibrate;

/** What a lane does and is charged for. */
public enum Unit {
    /** Waking up from having nothing to do. */
    WAKE("wake-up"),
    /** A callback. */
    TURN("turn"),
    /** An accepted connection. */
    ACCEPT("accept"),
    /** A read. */
    READ("read"),
    /** A write. */
    WRITE("write"),
    /** A byte read or written. */
    BYTE("byte"),
    /** What an emulated link let go of at once. */
    PIECE("piece of an emulated link");

    private final String text;

    Unit(String text) {
        this.text = text;
    }

    /**
     * What reports call it.
     *
     * @return such as {@code read}
     */
    public String text() {
        return text;
    }
}
