package dev.chokepoint.live;

import dev.chokepoint.host.Acceptor;
import dev.chokepoint.host.Address;
import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.Server;
import dev.chokepoint.host.StreamOptions;
import java.util.ArrayList;
import java.util.List;

/** The open listeners of one host. Lanes that listen on one address share one. Any thread. */
final class Listeners {
    private final HostLanes host;
    private final List<LiveListener> open = new ArrayList<>();

    Listeners(HostLanes host) {
        this.host = host;
    }

    synchronized Server listen(Address at, StreamOptions options, Lane lane, Acceptor acceptor) {
        checkLocal(host, at);
        for (LiveListener listener : open) {
            if (listener.isAt(at) && !listener.hasLane(lane)) {
                return listener.join(lane, acceptor);
            }
        }
        LiveListener listener = LiveListener.open(host, at, options);
        open.add(listener);
        return listener.join(lane, acceptor);
    }

    static void checkLocal(HostLanes host, Address at) {
        if (at instanceof Address.Inet inet
                && !inet.ip().isAnyLocalAddress()
                && host.spec().addresses().stream()
                        .noneMatch(own ->
                                own instanceof Address.Inet mine && mine.ip().equals(inet.ip()))) {
            throw new ListenException(
                    at,
                    ListenException.Reason.NOT_LOCAL,
                    "host " + host.name() + " has only " + host.spec().addresses());
        }
    }

    synchronized void close(LiveListener listener) {
        if (open.remove(listener)) {
            listener.close();
        }
    }

    /** Connections wait to be accepted for ever. */
    synchronized void silence() {
        open.forEach(LiveListener::silence);
    }

    synchronized void close() {
        List.copyOf(open).forEach(this::close);
    }
}
