package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import io.netty.channel.ChannelException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * One socket of the kernel's, shared by the lanes that bind its address. The only lane of a host receives by itself, so that a
 * busy lane leaves datagrams in the kernel's buffer; with several lanes the host's acceptor loop receives and hands each
 * datagram to the lane that a hash of its source picks, in the same way on every system.
 */
final class DatagramPort {
    /** After so many datagrams of one socket the others get their turn. */
    private static final int READS_MAX = 64;

    private static final int BUFFER_BYTES = 64 << 10;

    private final HostLanes host;
    private final Address.Inet asked;
    private final UdpSocket socket;
    private volatile LiveDatagrams[] members = {}; // never changed, only replaced
    private final ByteBuffer buffer;
    private final boolean hands;
    private final int receiveBufferBytes;
    private Address.Inet local; // set by open
    private Optional<Address> remote = Optional.empty(); // set by open
    private volatile boolean closed;

    private DatagramPort(Plan plan, UdpSocket socket, ByteBuffer buffer, boolean hands) {
        this.host = plan.host();
        this.asked = plan.at();
        this.receiveBufferBytes = plan.options().receiveBufferBytes();
        this.socket = socket;
        this.buffer = buffer;
        this.hands = hands;
    }

    /** Opens a socket that talks to anybody; throws ListenException. Lane only. */
    static DatagramPort bind(HostLanes host, Lane lane, Address.Inet at, DatagramOptions options) {
        boolean hands = host.lanes() > 1;
        ByteBuffer buffer = hands
                ? ByteBuffer.allocateDirect(BUFFER_BYTES)
                : lane.readBuffer().scratch();
        return open(
                new Plan(host, at, Optional.empty(), options), hands ? host.acceptor() : lane.loop(), buffer, hands);
    }

    /** Opens a socket that talks to one peer; throws ListenException. Lane only. */
    static DatagramPort connect(Lane lane, Address.Inet from, Address.Inet to, DatagramOptions options) {
        Plan plan = new Plan(lane.host(), from, Optional.of(to), options);
        return open(plan, lane.loop(), lane.readBuffer().scratch(), false);
    }

    private record Plan(HostLanes host, Address.Inet at, Optional<Address.Inet> to, DatagramOptions options) {}

    private static DatagramPort open(Plan plan, LaneLoop reader, ByteBuffer buffer, boolean hands) {
        HostLanes host = plan.host();
        try {
            if (host.world().sockets().isSpent()) {
                throw new IOException("Too many open files");
            }
            UdpSocket socket = reader.udp(plan.at());
            try {
                DatagramPort port = new DatagramPort(plan, socket, buffer, hands);
                port.prepare(plan);
                socket.watch(port::readable);
                host.world().sockets().opened();
                host.datagrams()
                        .opened(
                                socket,
                                KernelDrops.key(port.local),
                                plan.options().receiveBufferBytes());
                return port;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        } catch (IOException | ChannelException e) {
            throw Causes.bindDatagrams(plan.at(), e);
        }
    }

    private void prepare(Plan plan) throws IOException {
        socket.buffers(plan.options().sendBufferBytes(), plan.options().receiveBufferBytes());
        socket.bind(plan.at());
        if (plan.to().isPresent()) {
            socket.connect(plan.to().get());
            remote = Optional.of(plan.to().get());
        }
        local = socket.local();
    }

    Address.Inet local() {
        return local;
    }

    Optional<Address> remote() {
        return remote;
    }

    boolean isAt(Address at) {
        return asked.equals(at) || local.equals(at);
    }

    boolean hasLane(Lane lane) {
        return Arrays.stream(members).anyMatch(member -> member.isOn(lane));
    }

    /** Only {@link DatagramPorts} lets members join and leave: one at a time. */
    LiveDatagrams join(Lane lane, DatagramOptions options, long tag, DatagramHandler handler) {
        LiveDatagrams member = new LiveDatagrams(lane, this, options, tag, handler);
        LiveDatagrams[] more = Arrays.copyOf(members, members.length + 1);
        more[members.length] = member;
        members = more;
        lane.opened(member);
        return member;
    }

    /** Whether anybody is left. */
    boolean leave(LiveDatagrams member) {
        members = Arrays.stream(members).filter(other -> !other.equals(member)).toArray(LiveDatagrams[]::new);
        return members.length > 0;
    }

    /** Nobody uses it any more. */
    void end() {
        host.datagrams().closed(socket, receiveBufferBytes);
        close();
    }

    /** The world ends, at the latest. */
    synchronized void close() {
        if (!closed) {
            closed = true;
            host.world().sockets().closed();
            socket.close();
        }
    }

    boolean send(ByteBuffer datagram, Address.Inet to) throws IOException {
        return socket.send(datagram, to);
    }

    /** There may be something to receive, or an error to hear of. The reader's loop. */
    private void readable() {
        for (int i = 0; i < READS_MAX && !closed; i++) {
            try {
                int count = socket.receive(buffer);
                if (count == UdpSocket.NOTHING) {
                    return;
                }
                host.datagrams().received();
                pass(buffer.limit(count).position(0), socket.from());
            } catch (IOException e) {
                told(e);
            }
        }
    }

    private void pass(ByteBuffer datagram, Address.Inet from) {
        LiveDatagrams[] now = members;
        if (!hands) {
            for (LiveDatagrams member : now) {
                member.received(datagram, from);
            }
        } else if (now.length > 0 && !now[pick(from, now.length)].hand(datagram, from)) {
            host.datagrams().dropped();
        }
    }

    /** The same source always gives the same lane; neighbouring ports give different ones. */
    private static int pick(Address.Inet source, int lanes) {
        int hash = (source.ip().hashCode() * 31 + source.port()) * 0x9e3779b9;
        return (hash >>> 16) % lanes;
    }

    private void told(IOException error) {
        if (!closed && remote.isPresent() && remote.get() instanceof Address.Inet peer) {
            for (LiveDatagrams member : members) {
                member.failed(error, peer);
            }
        }
    }
}
