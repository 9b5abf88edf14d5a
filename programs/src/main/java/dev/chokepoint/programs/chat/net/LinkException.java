package dev.chokepoint.programs.chat.net;

/** A line of another server that the protocol does not allow; the text says what is wrong with it. */
final class LinkException extends Exception {
    private static final long serialVersionUID = 1;

    LinkException(String message) {
        super(message, null, false, false);
    }
}
