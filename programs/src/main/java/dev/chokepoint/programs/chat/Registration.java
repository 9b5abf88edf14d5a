package dev.chokepoint.programs.chat;

/** What a client has said so far; dropped once it has registered, since thousands then stay idle. */
final class Registration {
    String nick = "";
    String userName = "";
    String realName = "";
    String account = "";
    /** Between CAP LS or REQ and CAP END registration waits. */
    boolean negotiating;
    /** The password that it gave is being checked, and registration waits for that. */
    boolean checking;
    /** It gave the server's password. */
    boolean admitted;
    /** What has come of a SASL message; null unless one is under way. */
    StringBuilder sasl;

    boolean isComplete() {
        return !nick.isEmpty() && !userName.isEmpty() && !negotiating && !checking;
    }
}
