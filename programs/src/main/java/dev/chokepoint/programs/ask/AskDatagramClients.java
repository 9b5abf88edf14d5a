package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramError;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Host;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Many clients as rows of arrays, each with at most one request under way. Those that have sent theirs equally often wait
 * equally long, so each such list is in the order of its deadlines and needs one timer.
 */
final class AskDatagramClients implements Clients, DatagramHandler {
    private static final long IDLE = -1;
    private static final String LOST = "lost";

    private final Host host;
    private final AskDatagramLoadConfig config;
    private final ByteBuffer request;
    private final Datagrams[] sockets;
    /** What became of the last thing sent, as far as known, by socket. */
    private final String[] fates;

    private final long[] messages;
    private final byte[] retries;
    private final long[] deadlinesNanos;
    /** The clients that wait for an answer, by how many retries they have sent. */
    private final ClientLists waiting;

    private final boolean[] armed;
    private Demand demand;

    AskDatagramClients(Host host, AskDatagramLoadConfig config) {
        this.host = host;
        this.config = config;
        request = AskDatagram.template(AskDatagram.Kind.REQUEST, config.requestBytes());
        int count = config.clients();
        sockets = new Datagrams[Math.min(count, AskDatagramLoad.SOCKETS_MAX)];
        fates = new String[sockets.length];
        Arrays.fill(fates, LOST);
        messages = new long[count];
        Arrays.fill(messages, IDLE);
        retries = new byte[count];
        deadlinesNanos = new long[count];
        waiting = new ClientLists(count, config.retries().most() + 1);
        armed = new boolean[config.retries().most() + 1];
    }

    /** Opens the sockets, which sends nothing. */
    void begin(Demand told) {
        demand = told;
        Address from = LocalAddress.towards(host, config.server());
        for (int i = 0; i < sockets.length; i++) {
            sockets[i] = host.connectDatagrams(from, config.server(), config.datagrams(), i, this);
        }
        for (int client = 0; client < messages.length; client++) {
            demand.onIdle(client);
        }
    }

    @Override
    public boolean isIdle(int client) {
        return messages[client] == IDLE;
    }

    @Override
    public boolean isDown(int client) {
        return false;
    }

    @Override
    public boolean areAllDown() {
        return false;
    }

    @Override
    public String lastReason() {
        return LOST;
    }

    private int socketOf(int client) {
        return client % sockets.length;
    }

    @Override
    public void ask(int client, long message) {
        messages[client] = message;
        retries[client] = 0;
        send(client);
    }

    /** What the send buffer has no room for is lost like what the network loses: the next retry may find room. */
    private void send(int client) {
        long message = messages[client];
        host.meter().working(message);
        var _ = sockets[socketOf(client)].send(config.server(), AskDatagram.write(request, client, message));
        int list = retries[client];
        deadlinesNanos[client] = host.nanoTime() + config.retries().waitNanos(list);
        waiting.add(list, client);
        arm(list);
    }

    private void arm(int list) {
        int first = waiting.first(list);
        if (first != ClientLists.NONE && !armed[list]) {
            armed[list] = true;
            host.after(deadlinesNanos[first] - host.nanoTime(), () -> expire(list));
        }
    }

    private void expire(int list) {
        armed[list] = false;
        long now = host.nanoTime();
        int first = waiting.first(list);
        while (first != ClientLists.NONE && deadlinesNanos[first] - now <= 0) {
            waiting.remove(first);
            waitedInVain(first);
            first = waiting.first(list);
        }
        arm(list);
    }

    private void waitedInVain(int client) {
        if (retries[client] < config.retries().most()) {
            retries[client]++;
            send(client);
        } else {
            host.meter().failed(messages[client], fates[socketOf(client)]);
            done(client);
        }
    }

    private void done(int client) {
        messages[client] = IDLE;
        demand.onIdle(client);
    }

    @Override
    public void onDatagram(Datagrams socket, Address from, ByteBuffer datagram) {
        fates[(int) socket.tag()] = LOST;
        long number = AskDatagram.number(AskDatagram.Kind.ANSWER, datagram);
        int client = number == AskDatagram.BAD ? 0 : AskDatagram.client(datagram);
        if (number != AskDatagram.BAD && isAwaited(client, number)) {
            waiting.remove(client);
            host.meter().delivered(number);
            done(client);
        }
    }

    /** Not so for an answer that comes twice, or after its message was given up. */
    private boolean isAwaited(int client, long number) {
        return client >= 0 && client < messages.length && messages[client] == number;
    }

    @Override
    public void onError(Datagrams socket, DatagramError error) {
        fates[(int) socket.tag()] = switch (error) {
            case DatagramError.PortUnreachable _ -> "refused";
            case DatagramError.Unreachable _ -> "unreachable";
            case DatagramError.Failed failed -> failed.detail();
        };
    }
}
