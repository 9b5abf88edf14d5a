/**
 * The real world: programs on event loops and sockets, links emulated in the sending process.
 *
 * <p>{@link dev.chokepoint.live.LiveWorld} boots {@code HostLanes}, one {@code Lane} (an event loop) for each lane of a
 * host; a program sees its lane as a {@code LiveHost}. A {@code LiveConnection} keeps the seam's promises; below it an
 * {@code Outbox} holds what was sent, a {@code LinkPath} delays it when a {@code LiveLink} joins the two hosts, and a
 * {@code SocketPort} is the socket itself.
 */
package dev.chokepoint.live;
