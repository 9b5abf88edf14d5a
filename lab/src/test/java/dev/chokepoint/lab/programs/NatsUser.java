package dev.chokepoint.lab.programs;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import dev.chokepoint.programs.nats.NatsClient;
import dev.chokepoint.programs.nats.NatsClientConfig;
import dev.chokepoint.programs.nats.NatsClientCounts;
import dev.chokepoint.programs.nats.NatsListener;
import dev.chokepoint.programs.nats.NatsMessage;
import dev.chokepoint.programs.nats.Subject;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A program that uses a NATS client and notes what happens. Its {@code say} methods are for its own lane. */
final class NatsUser implements Program, NatsListener {
    private final NatsClientConfig config;
    private final Consumer<NatsUser> script;
    private final List<String> events = new ArrayList<>();
    private volatile NatsClientCounts counts = null;
    private Host host = null;
    private NatsClient client = null;

    /** The script runs at the start, before the client connects. */
    NatsUser(NatsClientConfig config, Consumer<NatsUser> script) {
        this.config = config;
        this.script = script;
    }

    @Override
    public void start(Host lane) {
        host = lane;
        client = new NatsClient(lane, config, this);
        script.accept(this);
        client.start();
        watch();
    }

    private void watch() {
        counts = client.counts();
        host.after(Stage.MILLI, this::watch);
    }

    Host host() {
        return host;
    }

    NatsClient client() {
        return client;
    }

    void listenTo(String pattern) {
        client.subscribe(Subject.pattern(pattern), this::note);
    }

    void say(String subject, String text) {
        client.publish(Subject.of(subject), ByteBuffer.wrap(text.getBytes(UTF_8)));
    }

    private void note(NatsMessage message) {
        String reply = message.reply().isEmpty() ? "" : " (" + message.reply() + ")";
        note(message.subject() + reply + ": " + UTF_8.decode(message.payload().duplicate()));
    }

    void note(String event) {
        synchronized (events) {
            events.add(event);
        }
    }

    @Override
    public void onConnected() {
        note("connected");
    }

    @Override
    public void onDisconnected(String reason) {
        note("disconnected: " + reason);
    }

    @Override
    public void onError(String error) {
        note("error: " + error);
    }

    List<String> events() {
        synchronized (events) {
            return List.copyOf(events);
        }
    }

    boolean has(String event) {
        return events().contains(event);
    }

    long count(String event) {
        return events().stream().filter(event::equals).count();
    }

    NatsClientCounts counts() {
        return counts;
    }
}
