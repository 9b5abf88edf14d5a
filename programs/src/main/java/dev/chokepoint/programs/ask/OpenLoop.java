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
    private final AskClients clients;
    private final Arrivals arrivals;
    private final AskLoadConfig config;
    private final LongConsumer sendLagNanos;
    private final IdleClients idle;
    private final MessageQueue queue;
    private long nextMessage;
    private long nextNanos;

    OpenLoop(Host host, AskLoadConfig config, AskClients clients, Arrivals arrivals, LongConsumer sendLagNanos) {
        this.host = host;
        this.clients = clients;
        this.arrivals = arrivals;
        this.config = config;
        this.sendLagNanos = sendLagNanos;
        idle = new IdleClients(config.clients());
        queue = new MessageQueue(config.queue());
        nextMessage = config.firstMessage();
        nextNanos = arrivals.nextNanos();
        arm();
    }

    private void arm() {
        if (nextNanos < config.endNanos()) {
            host.after(nextNanos - host.nanoTime(), this::arrive);
        }
    }

    /** All that are due by now: a late callback must not thin out the load. */
    private void arrive() {
        long lag = host.nanoTime() - nextNanos;
        while (lag >= 0 && nextNanos < config.endNanos()) {
            sendLagNanos.accept(lag);
            host.meter().intended(nextMessage, nextNanos);
            dispatch(nextMessage);
            nextMessage += config.messageStride();
            nextNanos = arrivals.nextNanos();
            lag = host.nanoTime() - nextNanos;
        }
        arm();
    }

    private void dispatch(long message) {
        int client = idle.poll();
        if (client != IdleClients.NONE) {
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
            idle.add(client);
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
