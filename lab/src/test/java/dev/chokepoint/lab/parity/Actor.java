package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.StreamOptions;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/** A program that does on its lane what the test tells it: it looks for orders every millisecond. */
final class Actor implements Program {
    private static final long POLL_NANOS = 1_000_000;

    private final Stage stage;
    private final Queue<Consumer<Host>> orders = new ConcurrentLinkedQueue<>();

    Actor(Stage stage) {
        this.stage = stage;
    }

    @Override
    public void start(Host host) {
        poll(host);
    }

    private void poll(Host host) {
        host.after(POLL_NANOS, () -> poll(host));
        Consumer<Host> order = orders.poll();
        if (order != null) {
            order.accept(host);
        }
    }

    /** Test thread: has something done in one callback, and waits for its outcome. */
    <T> T ask(Function<Host, T> order) {
        return stage.await("an order is carried out", begin(order));
    }

    /** Test thread: has something done in one callback. */
    void tell(Consumer<Host> order) {
        ask(host -> {
            order.accept(host);
            return true;
        });
    }

    /** Test thread: has something done in one callback, some time. */
    <T> CompletableFuture<T> begin(Function<Host, T> order) {
        CompletableFuture<T> answer = new CompletableFuture<>();
        orders.add(host -> {
            try {
                answer.complete(order.apply(host));
            } catch (RuntimeException | AssertionError e) {
                answer.completeExceptionally(e);
            }
        });
        return answer;
    }

    Address listen(Address at, StreamOptions options, Acceptor acceptor) {
        return serve(at, options, acceptor).local();
    }

    Listener serve(Address at, StreamOptions options, Acceptor acceptor) {
        return ask(host -> {
            Server server = host.listen(at, options, acceptor);
            return new Listener(server, server.local());
        });
    }

    Connection connect(Address from, Address to, StreamOptions options, long tag, Session session) {
        return ask(host -> host.connect(from, to, options, tag, session));
    }

    /** An open listener, with the address as the lane saw it. */
    record Listener(Server server, Address local) {}
}
