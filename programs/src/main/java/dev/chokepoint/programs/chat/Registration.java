package dev.chokepoint.programs.chat;

/** What a client has said so far; dropped once it has registered, since thousands then stay idle. */
final class Registration {
    String nick = "";
    String userName = "";
    String realName = "";
    String password = "";
    String account = "";
    /** Between CAP LS or REQ and CAP END registration waits. */
    boolean negotiating;

    boolean isComplete() {
        return !nick.isEmpty() && !userName.isEmpty() && !negotiating;
    }
}
