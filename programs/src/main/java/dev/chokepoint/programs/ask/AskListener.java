package dev.chokepoint.programs.ask;

/** Told what becomes of an {@link AskClient}'s requests, on its lane. */
public interface AskListener {
    /**
     * A whole response has arrived.
     *
     * @param request the request's number, from 0
     * @param status its status code, 200 to 999
     * @param responseBytes its length on the wire
     * @param latencyNanos from the sending of the request to the last byte of the response
     */
    void onAnswer(int request, int status, long responseBytes, long latencyNanos);

    /**
     * A request got no response.
     *
     * @param request the request's number, from 0
     * @param reason a short name, such as {@code refused}, {@code reset} or {@code timed out}
     * @param definite whether the server surely never saw it
     */
    void onFailure(int request, String reason, boolean definite);

    /** All requests have come to an end; nothing follows. */
    void onFinished();
}
