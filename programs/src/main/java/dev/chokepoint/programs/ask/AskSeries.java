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

/**
 * The requests of one {@link AskClient}, one after the other, and the connection they share. A connection that is of no more
 * use is closed and forgotten: what it still says carries an older tag and is ignored.
 */
final class AskSeries implements Session {
    private static final Timer NO_TIMER = () -> {};

    private final Host host;
    private final AskClientConfig config;
    private final AskListener listener;
    private final Address from;
    private final RequestWriter requests;

    private Connection connection;
    private long currentTag;
    private boolean open;
    private ResponseParser parser = new ResponseParser(HttpLimits.DEFAULT);

    private int request;
    /** A request is to be sent, or has been and has no answer yet. */
    private boolean running;

    private Timer timeout = NO_TIMER;
    private long begunNanos;
    private long sentNanos;
    private long receivedBytes;
    private long chunksLeft;

    AskSeries(Host host, AskClientConfig config, AskListener listener) {
        this.host = host;
        this.config = config;
        this.listener = listener;
        from = LocalAddress.towards(host, config.server());
        requests = new RequestWriter(config.authority(), config.target(), config.requestBytes(), config.stream());
    }

    /** Begins the next request. */
    void next() {
        running = true;
        begunNanos = host.nanoTime();
        timeout = host.after(config.timeoutNanos(), () -> fail("timed out", !open));
        if (open) {
            send();
        } else {
            parser = new ResponseParser(HttpLimits.DEFAULT);
            connection = host.connect(from, config.server(), config.stream(), ++currentTag, this);
        }
    }

    private void send() {
        sentNanos = host.nanoTime();
        receivedBytes = 0;
        chunksLeft = requests.chunks();
        sendChunks(connection.send(requests.write(request)));
    }

    private void sendChunks(boolean writableNow) {
        boolean writable = writableNow;
        while (writable && chunksLeft > 0) {
            chunksLeft--;
            writable = connection.send(requests.chunk());
        }
    }

    private boolean isCurrent(Connection of) {
        return of.tag() == currentTag;
    }

    @Override
    public void onOpen(Connection of) {
        if (isCurrent(of)) {
            open = true;
            send();
        }
    }

    @Override
    public void onWritable(Connection of) {
        if (isCurrent(of)) {
            sendChunks(true);
        }
    }

    @Override
    public void onBytes(Connection of, ByteBuffer bytes) {
        if (!isCurrent(of)) {
            return;
        }
        if (!running) {
            drop();
            return;
        }
        try {
            int before = bytes.remaining();
            boolean complete = parser.parse(bytes);
            receivedBytes += before - bytes.remaining();
            if (complete) {
                answered(!bytes.hasRemaining());
            }
        } catch (HttpException e) {
            fail("bad response: " + e.getMessage(), false);
        }
    }

    @Override
    public void onEnd(Connection of) {
        if (!isCurrent(of)) {
            return;
        }
        if (running && parser.parseEnd()) {
            answered(true);
        } else if (running) {
            fail("closed", false);
        } else {
            drop();
        }
    }

    @Override
    public void onClose(Connection of, CloseReason reason) {
        if (!isCurrent(of)) {
            return;
        }
        if (running) {
            fail(CloseNames.of(reason), reason.definite());
        } else {
            drop();
        }
    }

    private void answered(boolean clean) {
        long latencyNanos = host.nanoTime() - sentNanos;
        if (!clean || !parser.keepsAlive() || chunksLeft > 0) {
            drop();
        }
        listener.onAnswer(request, parser.status(), receivedBytes, latencyNanos);
        goOn();
    }

    private void fail(String reason, boolean definite) {
        drop();
        listener.onFailure(request, reason, definite);
        goOn();
    }

    private void goOn() {
        running = false;
        timeout.cancel();
        request++;
        if (request == config.count()) {
            drop();
            listener.onFinished();
        } else {
            host.after(begunNanos + config.intervalNanos() - host.nanoTime(), this::next);
        }
    }

    private void drop() {
        open = false;
        currentTag++;
        connection.close();
    }
}
