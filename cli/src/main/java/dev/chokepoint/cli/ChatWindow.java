package dev.chokepoint.cli;

import dev.chokepoint.programs.chat.client.ChatClient;
import dev.chokepoint.programs.chat.client.ChatView;

/** Where a chat is shown, and typed. */
abstract sealed class ChatWindow implements ChatView, AutoCloseable permits ChatTerminal, ChatPipe {
    private volatile boolean over;
    private volatile boolean failed;

    /** Reads what is typed, on a thread of its own. */
    final void readFor(ChatClient client) {
        Thread.ofPlatform().daemon().name("chat input").start(() -> read(client));
    }

    /** Gives what is typed to the client, until nothing more comes. */
    abstract void read(ChatClient client);

    @Override
    public final void over(boolean unwanted) {
        failed = unwanted;
        over = true;
    }

    final boolean isOver() {
        return over;
    }

    final boolean isFailed() {
        return failed;
    }

    @Override
    public abstract void close();
}
