package dev.chokepoint.live;

import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Session;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** A session put together from lambdas, that notes what happened as one line of text. */
final class Script implements Session {
    private final Notes notes;
    private Consumer<Connection> onOpen = _ -> {};
    private BiConsumer<Connection, String> onText = (_, _) -> {};
    private Consumer<Connection> onEnd = Connection::close;
    private Consumer<Connection> onWritable = _ -> {};

    Script(Notes notes) {
        this.notes = notes;
    }

    Script onOpen(Consumer<Connection> action) {
        onOpen = action;
        return this;
    }

    Script onText(BiConsumer<Connection, String> action) {
        onText = action;
        return this;
    }

    Script onEnd(Consumer<Connection> action) {
        onEnd = action;
        return this;
    }

    Script onWritable(Consumer<Connection> action) {
        onWritable = action;
        return this;
    }

    @Override
    public void onOpen(Connection connection) {
        notes.add("open");
        onOpen.accept(connection);
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        String text = StandardCharsets.UTF_8.decode(bytes).toString();
        notes.addText(text);
        onText.accept(connection, text);
    }

    @Override
    public void onEnd(Connection connection) {
        notes.add("end");
        onEnd.accept(connection);
    }

    @Override
    public void onWritable(Connection connection) {
        notes.add("writable");
        onWritable.accept(connection);
    }

    @Override
    public void onClose(Connection connection, CloseReason reason) {
        notes.add(reason.getClass().getSimpleName());
        notes.close();
    }
}
