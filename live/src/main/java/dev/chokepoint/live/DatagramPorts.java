package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.ListenException;
import dev.chokepoint.host.ListenException.Reason;
import java.util.ArrayList;
import java.util.List;

/** The datagram sockets of one host that talk to anybody. Lanes that bind one address share one. Any thread. */
final class DatagramPorts {
    private final HostLanes host;
    private final List<DatagramPort> open = new ArrayList<>();

    DatagramPorts(HostLanes host) {
        this.host = host;
    }

    synchronized Datagrams bind(Address at, DatagramOptions options, Lane lane, long tag, DatagramHandler handler) {
        Address.Inet inet = checked(at);
        for (DatagramPort port : open) {
            if (port.isAt(at) && !port.hasLane(lane)) {
                return port.join(lane, options, tag, handler);
            }
        }
        DatagramPort port = DatagramPort.bind(host, lane, inet, options);
        open.add(port);
        return port.join(lane, options, tag, handler);
    }

    Datagrams connect(Address from, Address to, DatagramOptions options, Lane lane, long tag, DatagramHandler handler) {
        Address.Inet local = checked(from);
        if (!(to instanceof Address.Inet remote) || to.family() != from.family()) {
            throw new ListenException(
                    from, Reason.UNSUPPORTED, to + " is of another address family; use an address of that one");
        }
        return DatagramPort.connect(lane, local, remote, options).join(lane, options, tag, handler);
    }

    private Address.Inet checked(Address at) {
        Listeners.checkLocal(host, at);
        if (at instanceof Address.Inet inet) {
            return inet;
        }
        throw new ListenException(at, Reason.UNSUPPORTED, "datagrams need an IPv4 or IPv6 address");
    }

    synchronized void leave(DatagramPort port, LiveDatagrams member) {
        if (!port.leave(member)) {
            open.remove(port);
            port.end();
        }
    }
}
