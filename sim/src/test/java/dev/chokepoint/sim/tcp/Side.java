package dev.chokepoint.sim.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

/** One end with a program that reads at once (or when told), and everything that is watched in tests. */
final class Side implements Wire, User {
    final Joined net;
    final TcpEnd end;
    final List<String> log = new ArrayList<>();
    private final boolean isClient;
    private long armedNanos = Long.MAX_VALUE;

    /** Whether the program reads as soon as data arrives. */
    boolean reads = true;

    boolean finishesAfterPeer;

    long arrived;
    long read;
    long acknowledged;
    long sent;
    long segmentsSent;
    long dataSegmentsSent;
    boolean opened;
    private boolean asked;
    boolean finArrived;
    boolean closed;
    Failure failure;

    /** The highest offset that was ever allowed by what this side received. */
    private long allowedEdge;

    Side(Joined net, boolean isClient, TcpSettings settings) {
        this.net = net;
        this.isClient = isClient;
        this.end = new TcpEnd(settings, this, this);
    }

    void connect() {
        end.connect(net.nowNanos);
        arm();
    }

    void offer(long position) {
        end.available(position, net.nowNanos);
        arm();
    }

    void finish() {
        end.finish(net.nowNanos);
        arm();
    }

    void readAll() {
        long bytes = arrived - read;
        if (bytes == 0) {
            return;
        }
        read = arrived;
        end.read(bytes, net.nowNanos);
        arm();
    }

    void receive(Segment segment) {
        if (segment.has(Segment.ACK) || segment.has(Segment.SYN)) {
            allowedEdge = Math.max(allowedEdge, segment.ack + segment.windowBytes);
        }
        long before = arrived;
        boolean hadFin = finArrived;
        if (!isClient && !asked && segment.has(Segment.SYN)) {
            asked = true;
            end.accept(segment, net.nowNanos);
        } else {
            end.receive(segment, net.nowNanos);
        }
        if (reads && arrived > before) {
            readAll();
        }
        if (finArrived && !hadFin && finishesAfterPeer) {
            finish();
        }
        arm();
    }

    private void arm() {
        long deadline = end.deadlineNanos();
        if (deadline < armedNanos) {
            armedNanos = deadline;
            net.at(deadline, () -> wake(deadline));
        }
    }

    private void wake(long at) {
        if (armedNanos == at) {
            armedNanos = Long.MAX_VALUE;
            end.timeout(net.nowNanos);
            arm();
        }
    }

    @Override
    public Segment blank() {
        return net.blank();
    }

    @Override
    public void send(Segment segment) {
        segmentsSent++;
        if (segment.length > 0 || segment.has(Segment.FIN)) {
            dataSegmentsSent++;
            assertThat(segment.seq + segment.length)
                    .as("never beyond the advertised window")
                    .isLessThanOrEqualTo(allowedEdge);
            assertThat(segment.length).isLessThanOrEqualTo(end.mss());
            if (!segment.isRetransmission) {
                assertThat(end.figures().pipeBytes())
                        .as("no more in the network than the congestion window, but for a FIN")
                        .isLessThanOrEqualTo(end.figures().congestionWindowBytes() + 1);
            }
        }
        assertThat(segment.headerBytes()).isBetween(20, 60);
        net.sent(isClient, segment);
        net.release(segment);
    }

    @Override
    public void opened() {
        assertThat(opened).isFalse();
        opened = true;
    }

    @Override
    public void arrived(long position) {
        assertThat(position).as("in order and once").isGreaterThan(arrived);
        assertThat(finArrived).isFalse();
        arrived = position;
    }

    @Override
    public void arrivedEarly(long from, long to) {
        assertThat(from).isGreaterThan(arrived);
        assertThat(to).isGreaterThan(from);
    }

    @Override
    public void finArrived() {
        assertThat(finArrived).isFalse();
        finArrived = true;
    }

    @Override
    public void sent(long position) {
        assertThat(position).isGreaterThanOrEqualTo(sent);
        sent = position;
    }

    @Override
    public void acknowledged(long position) {
        assertThat(position).isGreaterThanOrEqualTo(acknowledged).isLessThanOrEqualTo(sent);
        acknowledged = position;
    }

    @Override
    public void finSent() {
        log.add("fin sent");
    }

    @Override
    public void failed(Failure why) {
        assertThat(failure).isNull();
        failure = why;
    }

    @Override
    public void closed() {
        assertThat(closed).isFalse();
        closed = true;
    }
}
