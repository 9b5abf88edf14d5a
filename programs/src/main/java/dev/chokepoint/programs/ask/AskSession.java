package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Host;
import dev.chokepoint.host.Result;
import dev.chokepoint.host.Session;
import dev.chokepoint.host.Work;
import dev.chokepoint.programs.http.HttpException;
import dev.chokepoint.programs.http.HttpLimits;
import dev.chokepoint.programs.http.RequestParser;
import dev.chokepoint.programs.load.ServiceTime;
import java.nio.ByteBuffer;
import java.util.Deque;

/** One connection of an {@link AskServer}. */
final class AskSession implements Session {
    static final Work WORK = new Work.Synthetic("ask.work");
    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final Host host;
    private final ServiceTime work;
    private final boolean offloaded;
    private final Replies answers;
    private final Deque<RequestParser> spareParsers;

    /** Of the request that is being read or answered; a connection without one needs none, and there may be a million. */
    private RequestParser parser = null;

    /** What had been read when the client stopped reading: at most one read's bytes, since reading is paused. */
    private ByteBuffer held = NOTHING;

    private boolean blocked;

    /** The work for the request is being done beside the lane; what comes after it waits, so that answers stay in order. */
    private boolean computing;

    private boolean closed;
    /** The response under way is the connection's last. */
    private boolean last;

    private long chunksLeft;

    /**
     * A new connection.
     *
     * @param work what each request costs
     * @param offloaded whether that is done beside the lane
     * @param answers what it answers
     * @param spareParsers shared by the connections of the lane
     */
    AskSession(Host host, ServiceTime work, boolean offloaded, Replies answers, Deque<RequestParser> spareParsers) {
        this.host = host;
        this.work = work;
        this.offloaded = offloaded;
        this.answers = answers;
        this.spareParsers = spareParsers;
    }

    @Override
    public void onBytes(Connection connection, ByteBuffer bytes) {
        answerAll(connection, bytes);
        if ((blocked || computing) && bytes.hasRemaining()) {
            held = ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
        }
    }

    @Override
    public void onWritable(Connection connection) {
        if (!blocked) {
            return;
        }
        blocked = false;
        if (chunksLeft > 0) {
            sendChunks(connection);
        }
        goOn(connection);
    }

    private void goOn(Connection connection) {
        answerAll(connection, held);
        if (!blocked && !computing && !closed) {
            held = NOTHING;
            connection.resume();
        }
    }

    private void answerAll(Connection connection, ByteBuffer bytes) {
        try {
            while (!blocked && !computing && !closed && bytes.hasRemaining()) {
                if (parser == null) {
                    parser = spareParsers.isEmpty() ? new RequestParser(HttpLimits.DEFAULT) : spareParsers.pop();
                }
                switch (parser.parse(bytes)) {
                    case MORE -> {}
                    case CONTINUE -> checkWritable(connection, connection.send(Answers.CONTINUE));
                    case REQUEST -> answer(connection);
                }
            }
        } catch (HttpException e) {
            refuse(connection, e);
        }
    }

    private void refuse(Connection connection, HttpException problem) {
        connection.send(answers.refusal(problem));
        close(connection);
    }

    private void answer(Connection connection) {
        if (parser.idNumber() >= 0) {
            host.meter().working(parser.idNumber());
        }
        long nanos = work.sampleNanos(host.random());
        if (nanos > 0 && offloaded) {
            computing = true;
            connection.pause();
            host.offload(WORK, nanos, () -> nanos, result -> computed(connection, result));
            return;
        }
        if (nanos > 0) {
            host.spend(WORK, nanos);
        }
        respond(connection);
    }

    private void computed(Connection connection, Result<Long> result) {
        computing = false;
        if (parser.idNumber() >= 0) {
            host.meter().working(parser.idNumber());
        }
        switch (result) {
            case Result.Done<Long> _ -> respond(connection);
            case Result.Threw<Long> threw -> throw new IllegalStateException(threw.exception());
            case Result.Refused<Long> full ->
                refuse(connection, HttpException.unavailable("all " + full.waitingMax() + " places to wait are taken"));
        }
        goOn(connection);
    }

    private void respond(Connection connection) {
        boolean writable = connection.send(answers.write(parser));
        chunksLeft = answers.chunks();
        last = !parser.keepsAlive();
        checkWritable(connection, writable);
        sendMoreChunks(connection);
    }

    private void sendChunks(Connection connection) {
        if (parser.idNumber() >= 0) {
            host.meter().working(parser.idNumber());
        }
        sendMoreChunks(connection);
    }

    private void sendMoreChunks(Connection connection) {
        while (!blocked && chunksLeft > 0) {
            chunksLeft--;
            checkWritable(connection, connection.send(answers.chunk()));
        }
        if (chunksLeft > 0) {
            return;
        }
        spareParsers.push(parser);
        parser = null;
        if (last) {
            close(connection);
        }
    }

    private void checkWritable(Connection connection, boolean writable) {
        if (!writable && !blocked) {
            blocked = true;
            connection.pause();
        }
    }

    private void close(Connection connection) {
        closed = true;
        connection.close();
    }
}
