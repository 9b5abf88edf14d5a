package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Host;
import dev.chokepoint.programs.load.ServiceTime;
import java.util.Arrays;
import java.util.function.LongConsumer;

/** Each client thinks, asks, waits for the answer, and thinks again. The first thought begins with the load. */
final class ClosedLoop implements Demand {
    private static final long NONE = -1;

    private final Host host;
    private final Clients clients;
    private final LoadPlan plan;
    private final ServiceTime think;
    private final LongConsumer sendLagNanos;
    private final boolean[] thinking;
    /** What a client without a connection will ask once it has one. */
    private final long[] waiting;

    private long nextMessage;

    ClosedLoop(Host host, LoadPlan plan, Clients clients, ServiceTime think, LongConsumer sendLagNanos) {
        this.host = host;
        this.clients = clients;
        this.plan = plan;
        this.think = think;
        this.sendLagNanos = sendLagNanos;
        thinking = new boolean[plan.clients()];
        waiting = new long[plan.clients()];
        Arrays.fill(waiting, NONE);
        nextMessage = plan.firstMessage();
    }

    @Override
    public void onIdle(int client) {
        if (waiting[client] != NONE) {
            clients.ask(client, take(client));
        } else if (!thinking[client]) {
            think(client);
        }
    }

    private void think(int client) {
        long now = host.nanoTime();
        long due = Math.max(now, plan.startNanos()) + think.sampleNanos(host.random());
        if (due < plan.endNanos()) {
            thinking[client] = true;
            host.after(due - now, () -> ask(client, due));
        }
    }

    private void ask(int client, long dueNanos) {
        thinking[client] = false;
        long message = nextMessage;
        nextMessage += plan.messageStride();
        sendLagNanos.accept(host.nanoTime() - dueNanos);
        host.meter().intended(message, dueNanos);
        if (clients.isIdle(client)) {
            clients.ask(client, message);
        } else if (clients.isDown(client)) {
            host.meter().failed(message, clients.lastReason());
        } else {
            waiting[client] = message;
        }
    }

    @Override
    public void onLost(int client) {}

    @Override
    public void onDown(int client) {
        if (waiting[client] != NONE) {
            host.meter().failed(take(client), clients.lastReason());
        }
    }

    private long take(int client) {
        long message = waiting[client];
        waiting[client] = NONE;
        return message;
    }
}
