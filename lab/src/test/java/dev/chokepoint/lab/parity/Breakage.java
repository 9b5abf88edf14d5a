package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Host;
import dev.chokepoint.host.Program;
import java.util.function.UnaryOperator;

/** Defects that a world could have, put between it and its programs. */
enum Breakage {
    NONE(UnaryOperator.identity()),
    SWAPS_SENDS(BrokenSends.ends(BrokenSends.Swapping::new)),
    LOSES_EARLY_SENDS(BrokenSends.ends(BrokenSends.Early::new)),
    SHORTENS_SHARED_PAYLOADS(BrokenSends.ends(BrokenSends.Shortening::new)),
    HIDES_BACK_PRESSURE(BrokenSends.ends(BrokenSends.NeverFull::new)),
    CALLS_BACK_FROM_SEND(BrokenSends.ends(BrokenSends.CallingBack::new)),
    DEFERS_SENDS(BrokenSends.Deferring::new),
    LOSES_A_BYTE_A_PIECE(BrokenSends.ends(BrokenEvents.LosingBytes::new)),
    OVERLAPS_CALLBACKS(BrokenSends.ends(BrokenEvents.Overlapping::new)),
    DROPS_ON_WRITABLE(BrokenSends.ends(BrokenEvents.NoWritable::new)),
    IGNORES_PAUSE(BrokenSends.ends(BrokenEvents.NoPause::new)),
    HOARDS_BYTES(BrokenSends.ends(BrokenEvents.Hoarding::new)),
    CALLS_EVERYTHING_TIMED_OUT(BrokenSends.ends(BrokenEnds.TimedOut::new)),
    CALLS_EVERY_END_ORDERLY(BrokenSends.ends(BrokenEnds.Orderly::new)),
    DROPS_ON_CLOSE(BrokenSends.ends(BrokenEnds.NoClose::new)),
    REPEATS_ON_CLOSE(BrokenSends.ends(BrokenEnds.TwiceClosed::new)),
    CLOSES_AT_FINISH(BrokenSends.ends(BrokenEnds.ClosingAtFinish::new)),
    ABORTS_AT_CLOSE(BrokenSends.ends(BrokenEnds.AbortingAtClose::new)),
    IGNORES_CANCEL(BrokenSends.ends(BrokenEnds.NoCancel::new)),
    SWAPS_ADDRESSES(BrokenSends.ends(BrokenEnds.Mirrored::new)),
    MISCOUNTS_TAGS(BrokenSends.ends(BrokenEnds.WrongTag::new)),
    FORGETS_LIMITS(BrokenHosts.NoLimits::new),
    ABORTS_EVERY_TENTH_ACCEPT(BrokenHosts.Clumsy::new),
    LISTENS_ANYWHERE(BrokenHosts.ListeningAnywhere::new),
    HIDES_THE_PORT(BrokenHosts.HidingPorts::new),
    RESOLVES_NOTHING(BrokenHosts.NoNames::new),
    SPENDS_NOTHING(BrokenHosts.NoSpending::new),
    REVERSES_TIMERS(BrokenHosts.ReversedTimers::new),
    HURRIES_TIMERS(BrokenHosts.EarlyTimers::new),
    IGNORES_TIMER_CANCEL(BrokenHosts.NoTimerCancel::new),
    RUNS_TIMERS_AT_ONCE(BrokenHosts.InlineTimers::new),
    JOINS_DATAGRAMS(BrokenDatagrams.sockets(BrokenDatagrams.Joining::new)),
    TRUNCATES_DATAGRAMS(BrokenDatagrams.sockets(BrokenDatagrams.Truncating::new)),
    DOUBLES_DATAGRAMS(BrokenDatagrams.sockets(BrokenDatagrams.Doubling::new)),
    IGNORES_EMPTY_DATAGRAMS(BrokenDatagrams.sockets(BrokenDatagrams.IgnoringEmpty::new)),
    SWAPS_DATAGRAMS(BrokenDatagrams.sockets(BrokenDatagrams.Swapping::new)),
    LOSES_DATAGRAMS(BrokenDatagrams.sockets(BrokenDatagrams.Losing::new)),
    ORDERS_DATAGRAMS(BrokenDatagrams.sockets(BrokenDatagrams.Orderly::new)),
    HIDES_DATAGRAM_ERRORS(BrokenDatagrams.sockets(BrokenDatagrams.Deaf::new)),
    HIDES_FULL_DATAGRAM_BUFFERS(BrokenDatagrams.sockets(BrokenDatagrams.NeverFull::new)),
    FORGETS_REFUSED_DATAGRAMS(BrokenDatagrams.sockets(BrokenDatagrams.NotCounting::new)),
    DROPS_ON_DATAGRAM_WRITABLE(BrokenDatagrams.sockets(BrokenDatagrams.NoWritable::new)),
    CALLS_BACK_FROM_DATAGRAM_SEND(BrokenDatagrams.sockets(BrokenDatagrams.CallingBack::new)),
    SPLITS_LONG_DATAGRAMS(BrokenDatagrams.sockets(BrokenDatagrams.Splitting::new)),
    MISCOUNTS_DATAGRAM_TAGS(BrokenDatagrams.sockets(BrokenDatagrams.WrongTag::new)),
    SWAPS_DATAGRAM_ADDRESSES(BrokenDatagrams.sockets(BrokenDatagrams.Mirrored::new)),
    DEFERS_DATAGRAMS(BrokenDatagrams.Deferring::new),
    FORGETS_DATAGRAM_PEERS(BrokenDatagrams.Unconnected::new),
    BINDS_THE_NEXT_DATAGRAM_PORT(BrokenDatagrams.NextPort::new),
    HOARDS_DATAGRAMS(BrokenDatagrams.Hoarding::new);

    @SuppressWarnings("ImmutableEnumChecker") // stateless
    private final UnaryOperator<Host> layer;

    Breakage(UnaryOperator<Host> layer) {
        this.layer = layer;
    }

    Program around(Program program) {
        return Layer.around(program, layer);
    }
}
