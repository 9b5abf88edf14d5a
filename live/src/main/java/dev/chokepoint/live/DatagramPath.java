package dev.chokepoint.live;

import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.world.Observer;
import java.util.LinkedHashSet;
import java.util.Set;

/** One socket's way through {@link LiveLink}s: keeps datagrams until their time, then sends them. Lane only. */
final class DatagramPath {
    private final Lane lane;
    private final LiveDatagrams socket;
    private final Set<Parcel> flying = new LinkedHashSet<>();
    /** What counts towards the send buffer until its link has transmitted it. */
    private final LinkQueue leaving = new LinkQueue();

    DatagramPath(Lane lane, LiveDatagrams socket) {
        this.lane = lane;
        this.socket = socket;
    }

    boolean isEmpty() {
        return flying.isEmpty();
    }

    /** How much of the send buffer waits for links' transmitters. */
    long waitingBytes(long nowNanos) {
        leaving.begin(nowNanos);
        return leaving.bytes();
    }

    /** When the next part of that has been transmitted. */
    long nextLeaveNanos(long otherwise) {
        return leaving.firstStartNanos(otherwise);
    }

    /** Sends a datagram over a link, which may drop it; it arrives so much later than it would. */
    void carry(Parcel parcel, Peers.Peer peer, long delayNanos, long nowNanos) {
        LiveLink link = peer.anyLink();
        enter(parcel, link.queueStage(), nowNanos);
        if (!link.admit(parcel, nowNanos)) {
            parcel.bytes().release();
            if (parcel.mark().isSet()) {
                enter(parcel, link.recoveryStage(), nowNanos);
            }
            return;
        }
        flying.add(parcel);
        leaving.add(parcel.sentNanos(), DatagramOptions.charge(parcel.length()), true);
        if (parcel.dueNanos().length == 0) {
            lane.at(parcel.sentNanos(), () -> lost(parcel, link));
        }
        for (long due : parcel.dueNanos()) {
            lane.at(due + delayNanos, () -> land(parcel, peer, link, due + delayNanos));
        }
    }

    private void lost(Parcel parcel, LiveLink link) {
        if (flying.remove(parcel)) {
            if (parcel.mark().isSet()) {
                enter(parcel, link.transmitStage(), parcel.startNanos());
                enter(parcel, link.recoveryStage(), parcel.sentNanos());
            }
            ended(parcel);
        }
    }

    private void land(Parcel parcel, Peers.Peer peer, LiveLink link, long dueNanos) {
        if (!flying.contains(parcel)) {
            return; // the world has ended
        }
        long now = System.nanoTime();
        lane.units().landed();
        link.lateness().add(now - dueNanos);
        int landing = parcel.landed();
        if (landing == 1) {
            enter(parcel, link.transmitStage(), parcel.startNanos());
            enter(parcel, link.travelStage(), parcel.sentNanos());
            enter(parcel, peer.inbox(), now);
        }
        socket.arrived(parcel);
        if (landing == parcel.dueNanos().length) {
            flying.remove(parcel);
            ended(parcel);
        }
    }

    private void ended(Parcel parcel) {
        parcel.bytes().release();
        socket.landed();
    }

    private void enter(Parcel parcel, int stage, long nanos) {
        if (parcel.mark().isSet()) {
            Observer observer = lane.meter().stages().observer();
            observer.enter(parcel.mark().message(), stage, nanos);
        }
    }

    /** The world ends. */
    void clear() {
        flying.forEach(parcel -> parcel.bytes().release());
        flying.clear();
    }
}
