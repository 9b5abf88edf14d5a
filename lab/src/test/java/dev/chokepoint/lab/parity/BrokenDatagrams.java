package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.DatagramError;
import dev.chokepoint.host.DatagramHandler;
import dev.chokepoint.host.DatagramOptions;
import dev.chokepoint.host.Datagrams;
import dev.chokepoint.host.Host;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Datagram sockets that do one thing wrongly. */
final class BrokenDatagrams {
    private BrokenDatagrams() {}

    /** A host all of whose datagram sockets are of one broken kind. */
    static UnaryOperator<Host> sockets(Supplier<LayerSocket> kind) {
        return inner -> new Layer(inner) {
            @Override
            LayerSocket socket() {
                return kind.get();
            }
        };
    }

    private static ByteBuffer copy(ByteBuffer bytes) {
        return ByteBuffer.allocate(bytes.remaining()).put(bytes).flip();
    }

    /** Sends every second datagram together with the one before, as a stream would. */
    static final class Joining extends LayerSocket {
        private Optional<ByteBuffer> held = Optional.empty();

        @Override
        public boolean send(Address to, ByteBuffer copied) {
            if (held.isEmpty()) {
                held = Optional.of(copy(copied));
                return true;
            }
            ByteBuffer both = ByteBuffer.allocate(held.get().remaining() + copied.remaining());
            both.put(held.get()).put(copied).flip();
            held = Optional.empty();
            return super.send(to, both);
        }
    }

    /** Delivers no more than an Ethernet frame carries. */
    static final class Truncating extends LayerSocket {
        @Override
        public void onDatagram(Datagrams from, Address sender, ByteBuffer datagram) {
            datagram.limit(Math.min(datagram.limit(), datagram.position() + 1_472));
            super.onDatagram(from, sender, datagram);
        }
    }

    /** Delivers each twice. */
    static final class Doubling extends LayerSocket {
        @Override
        public void onDatagram(Datagrams from, Address sender, ByteBuffer datagram) {
            super.onDatagram(from, sender, datagram.duplicate());
            super.onDatagram(from, sender, datagram);
        }
    }

    /** Takes an empty one for nothing. */
    static final class IgnoringEmpty extends LayerSocket {
        @Override
        public boolean send(Address to, ByteBuffer copied) {
            return !copied.hasRemaining() || super.send(to, copied);
        }
    }

    /** Sends the second before the first, and so on. */
    static final class Swapping extends LayerSocket {
        private Optional<ByteBuffer> held = Optional.empty();

        @Override
        public boolean send(Address to, ByteBuffer copied) {
            if (held.isEmpty()) {
                held = Optional.of(copy(copied));
                return true;
            }
            super.send(to, copied);
            boolean more = super.send(to, held.get());
            held = Optional.empty();
            return more;
        }
    }

    /** Loses every second one, whatever the link says. */
    static final class Losing extends LayerSocket {
        private boolean odd;

        @Override
        public boolean send(Address to, ByteBuffer copied) {
            odd = !odd;
            return odd
                    ? super.send(to, copied)
                    : copied.position(copied.limit()).limit() >= 0;
        }
    }

    /** Delivers no datagram a second time, and none that was overtaken. */
    static final class Orderly extends LayerSocket {
        private int highest = -1;

        @Override
        public void onDatagram(Datagrams from, Address sender, ByteBuffer datagram) {
            int number = datagram.getInt(datagram.position());
            if (number > highest) {
                highest = number;
                super.onDatagram(from, sender, datagram);
            }
        }
    }

    /** Never hears what became of its datagrams. */
    static final class Deaf extends LayerSocket {
        @Override
        public void onError(Datagrams from, DatagramError error) {}
    }

    /** Takes what has no room, and forgets it. */
    static final class NeverFull extends LayerSocket {
        @Override
        public boolean send(Address to, ByteBuffer copied) {
            super.send(to, copied);
            return true;
        }
    }

    /** Doesn't count what it refuses. */
    static final class NotCounting extends LayerSocket {
        @Override
        public long refused() {
            return 0;
        }
    }

    /** Never says that there is room again. */
    static final class NoWritable extends LayerSocket {
        @Override
        public void onWritable(Datagrams from) {}
    }

    /** Says that there is room before send returns. */
    static final class CallingBack extends LayerSocket {
        @Override
        public boolean send(Address to, ByteBuffer copied) {
            boolean sent = super.send(to, copied);
            above().onWritable(this);
            return sent;
        }
    }

    /** Sends what no datagram can be in two. */
    static final class Splitting extends LayerSocket {
        @Override
        public boolean send(Address to, ByteBuffer copied) {
            if (copied.remaining() > MAX_BYTES) {
                super.send(to, copied.slice(0, MAX_BYTES));
                copied.position(copied.position() + MAX_BYTES);
            }
            return super.send(to, copied);
        }
    }

    /** Counts its tags from one. */
    static final class WrongTag extends LayerSocket {
        @Override
        public long tag() {
            return super.tag() + 1;
        }
    }

    /** Says that all comes from its own address. */
    static final class Mirrored extends LayerSocket {
        @Override
        public void onDatagram(Datagrams from, Address sender, ByteBuffer datagram) {
            super.onDatagram(from, local(), datagram);
        }
    }

    /** Puts off every send to a later callback. */
    static final class Deferring extends Layer {
        Deferring(Host inner) {
            super(inner);
        }

        @Override
        LayerSocket socket() {
            return new LayerSocket() {
                @Override
                public boolean send(Address to, ByteBuffer copied) {
                    ByteBuffer later = copy(copied);
                    after(0, () -> super.send(to, later));
                    return true;
                }
            };
        }
    }

    /** Only pretends to connect. */
    static final class Unconnected extends Layer {
        Unconnected(Host inner) {
            super(inner);
        }

        @Override
        public Datagrams connectDatagrams(
                Address from, Address to, DatagramOptions options, long tag, DatagramHandler handler) {
            return super.bind(from, options, tag, handler);
        }
    }

    /** Binds the next port to that which is asked for: lanes never share one, and nothing is ever in use. */
    static final class NextPort extends Layer {
        NextPort(Host inner) {
            super(inner);
        }

        @Override
        public Datagrams bind(Address at, DatagramOptions options, long tag, DatagramHandler handler) {
            return super.bind(at instanceof Address.Inet inet ? next(inet) : at, options, tag, handler);
        }
    }

    private static Address next(Address.Inet at) {
        return at.port() == 0 ? at : at.withPort(at.port() + 1);
    }

    /** Has room for everything. */
    static final class Hoarding extends Layer {
        Hoarding(Host inner) {
            super(inner);
        }

        @Override
        public Datagrams bind(Address at, DatagramOptions options, long tag, DatagramHandler handler) {
            return super.bind(at, new DatagramOptions(options.sendBufferBytes(), 1 << 22), tag, handler);
        }
    }
}
