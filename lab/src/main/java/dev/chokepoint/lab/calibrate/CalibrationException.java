package dev.chokepoint.lab.calibrate;

/** A kept calibration can't be used; the message says which and why. Calibrating again replaces it. */
public final class CalibrationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    CalibrationException(String message) {
        super(message);
    }
}
