package dev.chokepoint.programs.ask;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.programs.load.ServiceTime;

/**
 * What an {@link AskDatagramServer} does.
 *
 * @param listen where; port 0 picks a free port
 * @param datagrams the limits of its socket
 * @param responseBytes the length of a whole answer, {@value AskDatagram#HEAD_BYTES} to
 *     {@value dev.chokepoint.host.Datagrams#MAX_BYTES}
 * @param work the CPU time that each request costs
 */
public record AskDatagramServerConfig(Address listen, DatagramOptions datagrams, long responseBytes, ServiceTime work) {
    /** Checks the size. */
    public AskDatagramServerConfig {
        AskDatagram.requireBytes("a response", responseBytes);
    }
}
