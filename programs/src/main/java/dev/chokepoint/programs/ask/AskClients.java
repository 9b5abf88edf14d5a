package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.Timer;
import dev.chokepoint.programs.http.HttpException;
import dev.chokepoint.programs.http.HttpLimits;
import dev.chokepoint.programs.http.ResponseParser;
import dev.chokepoint.programs.load.CloseNames;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;

/**
 * Many clients as rows of arrays, each with one kept-alive connection and at most one request under way. A connection that is
 * lost is opened again: at once after an answer that announced its end, else after a delay that doubles with each failure in
 * a row.
 */
final class AskClients implements Clients, Session, Guide.Guided {
    private enum State {
        /** Has no connection, or one that is being opened. */
        CONNECTING,
        IDLE,
        BUSY,
        /** Waits, with a request that is not sent yet, for the end of the connection to a server that is no longer the right one. */
        LEAVING,
        /** Opens a connection, with a request that is not sent yet. */
        MOVING,
        /** Waits for the end of a connection that is of no more use. */
        CLOSING
    }

    /** After so many failures in a row a client counts as down. */
    private static final int DOWN_AFTER = 5;

    private static final long FIRST_DELAY_NANOS = 100_000_000L;

    private final Host host;
    private final AskLoadConfig config;
    /** The host's own: each client's, where it has as many, else shared in turn. */
    private final List<Address> addresses;

    private final RequestWriter requests;
    private final Guide guide;

    private final Connection[] connections;
    private final State[] states;
    /** The request of a busy client. */
    private final long[] messages;

    /** Only busy clients have one. */
    private final ResponseParser[] parsers;

    private final ArrayDeque<ResponseParser> spareParsers = new ArrayDeque<>();
    private final byte[] failures;
    private final boolean[] down;
    /** What is left to send of a busy client's request; empty when requests are short. */
    private final long[] chunksLeft;

    /** Of busy clients; none where clients wait for ever. */
    private final Timer[] patience;

    private Demand demand;
    private int opened;
    private int downCount;
    private String lastReason = "";

    AskClients(Host host, AskLoadConfig config) {
        this.host = host;
        this.config = config;
        addresses = LocalAddress.allTowards(host, config.serverOf(0));
        guide = Guide.of(host, config, this);
        requests = new RequestWriter(AskLoad.AUTHORITY, "/", config.requestBytes(), config.stream());
        int count = config.clients();
        connections = new Connection[count];
        states = new State[count];
        Arrays.fill(states, State.CONNECTING);
        messages = new long[count];
        parsers = new ResponseParser[count];
        failures = new byte[count];
        down = new boolean[count];
        chunksLeft = new long[requests.chunks() > 0 ? count : 0];
        patience = new Timer[config.isImpatient() ? count : 0];
    }

    /** Opens all connections, spread evenly over three quarters of the time before the load begins. */
    void begin(Demand told) {
        demand = told;
        long now = host.nanoTime();
        openDue(now, Math.max(0, config.startNanos() - now) / 4 * 3);
    }

    private void openDue(long beginNanos, long rampNanos) {
        double each = (double) rampNanos / connections.length;
        while (opened < connections.length && beginNanos + (long) (each * opened) <= host.nanoTime()) {
            connect(opened++);
        }
        if (opened < connections.length) {
            long delay = beginNanos + (long) (each * opened) - host.nanoTime();
            host.after(delay, () -> openDue(beginNanos, rampNanos));
        }
    }

    private void connect(int client) {
        states[client] = State.CONNECTING;
        if (guide.isFresh(client)) {
            open(client);
        } else {
            guide.find(client, Guide.NONE);
        }
    }

    private void open(int client) {
        Address from = addresses.get(client % addresses.size());
        Address server = guide.serverOf(client).orElseThrow();
        connections[client] = host.connect(from, server, config.stream(), client, this);
    }

    @Override
    public void onFound(int client) {
        switch (states[client]) {
            case CONNECTING -> open(client);
            case BUSY -> sendTo(client, guide.serverOf(client).orElseThrow());
            case IDLE, LEAVING, MOVING, CLOSING -> {}
        }
    }

    private void sendTo(int client, Address server) {
        if (connections[client].remote().equals(server)) {
            send(client);
        } else {
            states[client] = State.LEAVING;
            connections[client].close();
        }
    }

    /** Where nobody says where to go, where it went before is the best guess. */
    @Override
    public void onNotFound(int client, String reason) {
        if (guide.serverOf(client).isPresent()) {
            onFound(client);
        } else if (states[client] == State.CONNECTING) {
            lose(client, reason);
            reconnectLater(client);
        }
    }

    @Override
    public boolean isIdle(int client) {
        return states[client] == State.IDLE;
    }

    @Override
    public boolean isDown(int client) {
        return down[client];
    }

    @Override
    public boolean areAllDown() {
        return downCount == down.length;
    }

    @Override
    public String lastReason() {
        return lastReason;
    }

    @Override
    public void ask(int client, long message) {
        states[client] = State.BUSY;
        messages[client] = message;
        parsers[client] = spareParsers.isEmpty() ? new ResponseParser(HttpLimits.DEFAULT) : spareParsers.pop();
        if (patience.length > 0) {
            patience[client] = host.after(config.patienceNanos(), () -> giveUp(client, "no answer"));
        }
        if (guide.isFresh(client)) {
            send(client);
        } else {
            guide.find(client, message);
        }
    }

    private void send(int client) {
        host.meter().working(messages[client]);
        boolean writable = connections[client].send(requests.write(messages[client]));
        if (chunksLeft.length > 0) {
            chunksLeft[client] = requests.chunks();
            sendChunks(client, writable);
        }
    }

    private void sendChunks(int client, boolean writableNow) {
        boolean writable = writableNow;
        while (writable && chunksLeft[client] > 0) {
            chunksLeft[client]--;
            writable = connections[client].send(requests.chunk());
        }
    }

    private boolean isSending(int client) {
        return chunksLeft.length > 0 && chunksLeft[client] > 0;
    }

    @Override
    public void onOpen(Connection connection) {
        int client = (int) connection.tag();
        if (down[client]) {
            down[client] = false;
            downCount--;
            failures[client]--;
        }
        if (states[client] == State.MOVING) {
            states[client] = State.BUSY;
            send(client);
        } else {
            states[client] = State.IDLE;
            demand.onIdle(client);
        }
    }

    @Override
    public void onWritable(Connection connection) {
        int client = (int) connection.tag();
        if (states[client] == State.BUSY && isSending(client)) {
            host.meter().working(messages[client]);
            sendChunks(client, true);
        }
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        int client = (int) connection.tag();
        switch (states[client]) {
            case BUSY -> read(client, bytes);
            case IDLE -> giveUp(client, "unasked response");
            case CONNECTING, LEAVING, MOVING, CLOSING -> {}
        }
    }

    private void read(int client, ByteBuffer bytes) {
        try {
            if (parsers[client].parse(bytes)) {
                complete(client, bytes.hasRemaining());
            }
        } catch (HttpException e) {
            giveUp(client, "bad response");
        }
    }

    private void complete(int client, boolean more) {
        ResponseParser parser = parsers[client];
        parsers[client] = null;
        endPatience(client);
        failures[client] = 0;
        judge(messages[client], parser);
        if (parser.keepsAlive() && !more && !isSending(client)) {
            spareParsers.push(parser);
            states[client] = State.IDLE;
            demand.onIdle(client);
        } else {
            states[client] = State.CLOSING;
            connections[client].close();
        }
    }

    private void judge(long message, ResponseParser response) {
        if (response.status() != 200) {
            host.meter().failed(message, "status " + response.status());
        } else if (response.idNumber() != message) {
            host.meter().failed(message, "wrong answer");
        } else {
            host.meter().delivered(message);
        }
    }

    @Override
    public void onEnd(Connection connection) {
        int client = (int) connection.tag();
        if (states[client] == State.BUSY && parsers[client].parseEnd()) {
            complete(client, false);
        } else if (states[client] != State.CLOSING) {
            lose(client, "closed");
            connection.close();
        }
    }

    @Override
    public void onClose(Connection connection, CloseReason reason) {
        int client = (int) connection.tag();
        if (states[client] == State.LEAVING) {
            states[client] = State.MOVING;
            open(client);
            return;
        }
        if (states[client] != State.CLOSING) {
            lose(client, CloseNames.of(reason));
        }
        if (failures[client] == 0) {
            connect(client);
        } else {
            reconnectLater(client);
        }
    }

    private void endPatience(int client) {
        if (patience.length > 0) {
            patience[client].cancel();
        }
    }

    private void giveUp(int client, String reason) {
        lose(client, reason);
        connections[client].abort();
    }

    private void lose(int client, String reason) {
        State was = states[client];
        states[client] = State.CLOSING;
        parsers[client] = null;
        guide.cancel(client);
        boolean asked = was == State.BUSY || was == State.LEAVING || was == State.MOVING;
        if (asked) {
            endPatience(client);
        }
        lastReason = reason;
        failures[client] = (byte) Math.min(failures[client] + 1, DOWN_AFTER);
        if (asked) {
            host.meter().failed(messages[client], reason);
        } else if (was == State.IDLE) {
            demand.onLost(client);
        }
    }

    private void reconnectLater(int client) {
        states[client] = State.CONNECTING;
        long delay = FIRST_DELAY_NANOS << (failures[client] - 1);
        host.after(delay / 2 + host.random().nextLong(delay), () -> connect(client));
        if (failures[client] == DOWN_AFTER && !down[client]) {
            down[client] = true;
            downCount++;
            demand.onDown(client);
        }
    }
}
