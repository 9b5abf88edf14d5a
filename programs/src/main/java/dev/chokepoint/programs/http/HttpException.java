package dev.chokepoint.programs.http;

import java.io.Serial;

/** A message that is refused: what is wrong, and which status says so. Has no stack trace, so refusing stays cheap. */
public final class HttpException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int status;

    HttpException(int status, String what) {
        super(what, null, false, false);
        this.status = status;
    }

    /**
     * The server can't do it now.
     *
     * @param what why
     * @return answered with 503
     */
    public static HttpException unavailable(String what) {
        return new HttpException(503, what);
    }

    static HttpException badRequest(String what) {
        return new HttpException(400, what);
    }

    /**
     * The status code that answers it.
     *
     * @return 4xx or 5xx
     */
    public int status() {
        return status;
    }
}
