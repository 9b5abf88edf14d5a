package dev.chokepoint.programs.chat.net;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;
import dev.chokepoint.host.Payload;
import dev.chokepoint.host.Session;
import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcParser;
import java.nio.ByteBuffer;

/** One link to another server, from the first byte to the last. */
final class Link implements Session, Way {
    /** Not in the tree yet. */
    static final int NOWHERE = -2;

    private static final Payload PING = Payload.of("PING\r\n");
    private static final Payload PONG = Payload.of("PONG\r\n");

    private final Links links;
    private final IrcParser parser = new IrcParser(LinkLines.LIMITS);
    /** Whom this server connected to; null when the other one connected. */
    final Address target;

    final long beganNanos;
    private long heardNanos;
    private String ending; // why, once it ends
    private Connection connection;
    int way = NOWHERE;

    Link(Links links, Address target, long nowNanos) {
        this.links = links;
        this.target = target;
        beganNanos = nowNanos;
        heardNanos = nowNanos;
    }

    void use(Connection itsOwn) {
        connection = itsOwn;
    }

    /** Where the other end is. */
    Address remote() {
        return connection.remote();
    }

    @Override
    public void tell(Payload line) {
        connection.send(line);
    }

    @Override
    public void tell(String sid, Payload line) {
        connection.send(line);
    }

    @Override
    public void say(NetChannel channel, Payload line) {
        connection.send(line);
    }

    @Override
    public void onOpen(Connection opened) {
        links.opened(this);
    }

    @Override
    public void onBytes(Connection from, ByteBuffer bytes) {
        heardNanos = links.nowNanos();
        IrcLine line = links.line();
        while (ending == null) {
            switch (parser.parse(bytes, line)) {
                case MORE -> {
                    return;
                }
                case TOO_LONG -> end("line longer than " + LinkLines.LIMITS.bodyBytes() + " bytes");
                case LINE -> take(line);
            }
        }
    }

    private void take(IrcLine line) {
        try {
            if (line.isCommand("PING")) {
                connection.send(PONG);
            } else if (line.isCommand("ERROR")) {
                giveUp("the other server says: " + (line.paramCount() == 0 ? "" : line.param(0)));
            } else if (!line.isCommand("PONG")) {
                links.take(this, line);
            }
        } catch (LinkException e) {
            end(e.getMessage());
        }
    }

    /** Asks whether the other end lives, or ends a link that was silent for too long. */
    void watch(long nowNanos, long timeoutNanos) {
        long silentNanos = nowNanos - heardNanos;
        if (silentNanos >= timeoutNanos) {
            giveUp("silent for " + timeoutNanos / 1_000_000 + " ms");
            connection.abort();
        } else if (silentNanos >= timeoutNanos / 3 && ending == null) {
            connection.send(PING);
        }
    }

    /** Ends it, and tells the other end why. */
    void end(String reason) {
        if (ending == null) {
            connection.send(links.writer().command("ERROR").text(reason).payload());
            giveUp(reason);
        }
    }

    private void giveUp(String reason) {
        if (ending == null) {
            ending = reason;
            connection.close();
            links.lost(this, reason);
        }
    }

    @Override
    public void onClose(Connection closed, CloseReason reason) {
        giveUp(inWords(reason));
        links.closed(this);
    }

    private static String inWords(CloseReason reason) {
        return switch (reason) {
            case CloseReason.PeerClosed _ -> "the other server ended it";
            case CloseReason.LocalClosed _ -> "this server ended it";
            case CloseReason.Refused _ -> "nobody listens there";
            case CloseReason.Reset _ -> "reset";
            case CloseReason.TimedOut _ -> "no answer";
            case CloseReason.Unreachable _ -> "there is no way to it";
            case CloseReason.Exhausted e -> "out of " + e.what();
            case CloseReason.SendLimit e -> "more than " + e.limitBytes() + " bytes waited to be sent";
            case CloseReason.TlsFailed e -> "TLS failed: " + e.detail();
            case CloseReason.Untrusted e -> "it is not trusted: " + e.detail();
            case CloseReason.Failed e -> e.detail();
        };
    }
}
