package dev.chokepoint.host;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * One lane of a host: callbacks of one {@code Host} never overlap, whatever thread runs them, so programs need no locks.
 * A host with several lanes runs one {@link Program} instance on each and shares nothing between them.
 *
 * <p>All methods are called from the lane's own callbacks only. None calls the program back before it returns. Timers and
 * I/O have no order between them.
 */
public interface Host {
    /**
     * The host's own addresses, in the scenario's order; {@link Address.Inet} ones have port 0. Never empty.
     *
     * @return an unmodifiable list
     */
    List<Address> addresses();

    /**
     * The lane's monotonic clock, nanoseconds from an arbitrary origin that all hosts of a run share. Advanced by
     * {@link #spend}.
     *
     * @return nanoseconds
     */
    long nanoTime();

    /**
     * The time of day: the real one, or the scenario's start plus virtual time.
     *
     * @return the wall time that belongs to {@link #nanoTime()}
     */
    Instant wallTime();

    /**
     * Seeded random numbers of this lane: the same run seed gives the same sequence in both worlds.
     *
     * @return the lane's generator, always the same object
     */
    RandomGenerator random();

    /**
     * Fills {@code out} with bytes that a peer can't guess: cryptographic over real sockets, seeded in the simulator.
     *
     * @param out the array to fill
     */
    void secret(byte[] out);

    /**
     * Runs {@code task} on this lane once {@code delayNanos} have passed on the lane's clock.
     *
     * @param delayNanos nanoseconds from {@link #nanoTime()}; zero or less means in a later callback, as soon as possible
     * @param task what to run
     * @return the timer, to cancel it with
     */
    Timer after(long delayNanos, Runnable task);

    /**
     * Looks up a host name: first the names of the run's own hosts, then (over real sockets) the system's resolver. The
     * answer comes in a later callback.
     *
     * @param name a host name, or a literal address
     * @param handler told the addresses (port 0), or that there are none
     */
    void resolve(String name, NameHandler handler);

    /**
     * Accepts streams at an address. Lanes of one host that listen on the same address form one listener; accepts go round
     * robin over them.
     *
     * @param at where; port 0 picks a free port, see {@link Server#local()}
     * @param options limits of the accepted connections, and the backlog
     * @param acceptor told of each connection
     * @return the open listener
     * @throws ListenException the address is in use, is not this host's, or may not be used
     */
    Server listen(Address at, StreamOptions options, Acceptor acceptor);

    /**
     * Opens a stream. The outcome comes later: {@link Session#onOpen}, or {@link Session#onClose} with the reason. What is
     * sent before that is queued.
     *
     * @param from the local address to use, one of {@link #addresses()} (its port may be 0 for any); a
     *     {@link Address.UnixPath} destination ignores it
     * @param to the listener's address
     * @param options limits of this connection
     * @param tag the caller's own number for it, see {@link Connection#tag()}
     * @param session the receiver of its callbacks; may be shared between connections
     * @return the connection, not yet open; {@link Connection#close()} or {@link Connection#abort()} cancels the attempt
     */
    Connection connect(Address from, Address to, StreamOptions options, long tag, Session session);

    /**
     * Opens a datagram socket that talks to anybody. Lanes of one host that bind the same address form one socket group: a
     * datagram goes to the lane that a hash of its source picks.
     *
     * @param at where, one of {@link #addresses()}; port 0 picks a free port, see {@link Datagrams#local()}
     * @param options its limits
     * @param tag the caller's own number for it, see {@link Datagrams#tag()}
     * @param handler the receiver of its callbacks; may be shared between sockets
     * @return the open socket
     * @throws ListenException the address is in use, is not this host's, or may not be used
     */
    Datagrams bind(Address at, DatagramOptions options, long tag, DatagramHandler handler);

    /**
     * Opens a datagram socket that talks to one peer, and hears when nobody listens there. Nothing is sent by this.
     *
     * @param from the local address to use, one of {@link #addresses()}; its port may be 0 for any
     * @param to the peer
     * @param options its limits
     * @param tag the caller's own number for it, see {@link Datagrams#tag()}
     * @param handler the receiver of its callbacks; may be shared between sockets
     * @return the open socket
     * @throws ListenException {@code from} is in use, is not this host's, or may not be used; or no port is free
     */
    Datagrams connectDatagrams(Address from, Address to, DatagramOptions options, long tag, DatagramHandler handler);

    /**
     * Uses CPU time on this lane: {@link #nanoTime()} advances, what the program sends or arms afterwards happens at the
     * advanced time, what it did before does not wait, and the next callback does. Pending sends leave before and after
     * {@linkplain Work.Synthetic synthetic} work.
     *
     * @param work what kind
     * @param units how much of it, in {@code work}'s own unit; not negative
     */
    void spend(Work work, long units);

    /**
     * Computes something beside the lane, on one of the host's {@linkplain dev.chokepoint.host.world.OffloadPool offload threads}.
     * Such computations end in any order. The message that the lane is {@linkplain Meter#working working} on goes along: it waits in
     * {@link dev.chokepoint.host.world.Phase#INBOX} and is worked on in {@link dev.chokepoint.host.world.Phase#CPU}. The simulator
     * runs {@code pure} at the moment it gets one of the host's cores, which it shares with the lanes first come first served, and
     * tells the outcome when its cost has passed. What is under way when the host dies comes to nothing.
     *
     * @param <T> what it computes
     * @param work what kind; {@linkplain Work.Synthetic synthetic} work is burnt on that thread, not on the lane
     * @param units how much of it, in {@code work}'s own unit; not negative
     * @param pure computes the result; touches nothing of the program, and not the host
     * @param then told the outcome, in a later callback of this lane
     */
    <T> void offload(Work work, long units, Callable<T> pure, Consumer<Result<T>> then);

    /**
     * Where the program marks the messages it handles, so that their latency and phases can be measured.
     *
     * @return this lane's meter, always the same object
     */
    Meter meter();
}
