package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Host;
import dev.chokepoint.programs.load.Arrivals;
import java.util.function.LongConsumer;

/**
 * Requests come at times of their own. Each is given to the client that has been idle longest, or waits for one in a bounded
 * queue.
 */
final class OpenLoop implements Demand {
    private final Host host;
    private final Clients clients;
    private final Arrivals arrivals;
    private final LoadPlan plan;
    private final LongConsumer sendLagNanos;
    private final ClientLists idle;
    private final MessageQueue queue;
    private long nextMessage;
    private long nextNanos;

    OpenLoop(Host host, LoadPlan plan, Clients clients, Arrivals arrivals, LongConsumer sendLagNanos) {
        this.host = host;
        this.clients = clients;
        this.arrivals = arrivals;
        this.plan = plan;
        this.sendLagNanos = sendLagNanos;
        idle = new ClientLists(plan.clients(), 1);
        queue = new MessageQueue(plan.queue());
        nextMessage = plan.firstMessage();
        nextNanos = arrivals.nextNanos();
        arm();
    }

    private void arm() {
        if (nextNanos < plan.endNanos()) {
            host.after(nextNanos - host.nanoTime(), this::arrive);
        }
    }

    /** All that are due by now: a late callback must not thin out the load. */
    private void arrive() {
        long lag = host.nanoTime() - nextNanos;
        while (lag >= 0 && nextNanos < plan.endNanos()) {
            sendLagNanos.accept(lag);
            host.meter().intended(nextMessage, nextNanos);
            dispatch(nextMessage);
            nextMessage += plan.messageStride();
            nextNanos = arrivals.nextNanos();
            lag = host.nanoTime() - nextNanos;
        }
        arm();
    }

    private void dispatch(long message) {
        int client = idle.poll(0);
        if (client != ClientLists.NONE) {
            clients.ask(client, message);
        } else if (clients.areAllDown()) {
            host.meter().failed(message, clients.lastReason());
        } else if (!queue.offer(message)) {
            host.meter().failed(message, "client queue full");
        }
    }

    @Override
    public void onIdle(int client) {
        if (queue.isEmpty()) {
            idle.add(0, client);
        } else {
            clients.ask(client, queue.poll());
        }
    }

    @Override
    public void onLost(int client) {
        idle.remove(client);
    }

    @Override
    public void onDown(int client) {
        while (clients.areAllDown() && !queue.isEmpty()) {
            host.meter().failed(queue.poll(), clients.lastReason());
        }
    }
}
