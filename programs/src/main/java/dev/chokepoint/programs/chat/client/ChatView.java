package dev.chokepoint.programs.chat.client;

/** Where a {@link ChatClient} shows what happens. Called on its lane. */
public interface ChatView {
    /**
     * Shows a line.
     *
     * @param line what
     */
    void show(ChatLine line);

    /**
     * What is typed now goes elsewhere, or the user has another name.
     *
     * @param target the current channel or person; empty when there is none
     * @param nick the user's nickname
     */
    void talkingTo(String target, String nick);

    /**
     * The client has ended; nothing follows.
     *
     * @param failed whether that was not what the user wanted
     */
    void over(boolean failed);
}
