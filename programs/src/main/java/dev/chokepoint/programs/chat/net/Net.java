package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.Chat;

/** What a server's parts that tell and hear have in common. */
final class Net {
    final Chat chat;
    final StampClock clock;
    final ServerTree tree;
    final Census census;
    final Ways ways;
    final NetworkCounts.Counter counts = new NetworkCounts.Counter();
    final NetworkListener listener;
    private int lastUser;

    Net(Chat chat, String sid, NetworkListener listener) {
        this.chat = chat;
        this.listener = listener;
        clock = new StampClock(sid, () -> chat.host().wallTime().toEpochMilli());
        tree = new ServerTree(sid, chat.self(), clock.next());
        ways = new Ways(counts);
        census = new Census(ways::interest);
        lastUser = chat.host().random().nextInt(ServerId.USERS);
    }

    /** Tells everybody. */
    void tell(NetEvent event) {
        ways.tell(event, Ways.NONE);
    }

    /** Not one that a user had before this server was started again: it began at random. */
    String newUid() {
        do {
            lastUser = (lastUser + 1) % ServerId.USERS;
        } while (census.of(ServerId.user(tree.root().sid(), lastUser)) != null);
        return ServerId.user(tree.root().sid(), lastUser);
    }
}
