package dev.chokepoint.programs.chat.client;

/** Who the user is, where, and to whom what is typed goes. Lane only. */
final class ChatState {
    private final KnownChannels known;
    private final ChatView view;
    private String nick;
    private String target = "";

    ChatState(KnownChannels known, ChatView view, String nick) {
        this.known = known;
        this.view = view;
        this.nick = nick;
    }

    KnownChannels known() {
        return known;
    }

    String nick() {
        return nick;
    }

    void nick(String now) {
        nick = now;
        view.talkingTo(target, nick);
    }

    boolean isMe(String who) {
        return known.same(who, nick);
    }

    /** The current channel or person; empty when there is none. */
    String target() {
        return target;
    }

    void talkTo(String whom) {
        target = whom;
        view.talkingTo(target, nick);
    }

    /** The user is in a channel now. */
    void entered(String channel) {
        talkTo(channel);
    }

    /** The user is no longer in a channel. */
    void gone(String channel) {
        known.close(channel);
        if (known.same(channel, target)) {
            talkTo(known.any());
        }
    }
}
