package dev.chokepoint.programs.chat;

/** What the server tells those who keep order on it (user mode s). Lane only. */
final class Notices {
    private final Chat chat;

    Notices(Chat chat) {
        this.chat = chat;
    }

    void tell(String text) {
        Fanout fanout = chat.fanout();
        fanout.start(chat.self().name(), "NOTICE").param("*").text("*** Notice -- " + text);
        for (Client client : chat.clients()) {
            if (client.isRegistered() && !client.isClosed() && client.user().has(User.NOTICES)) {
                fanout.to(client);
            }
        }
    }
}
