package dev.chokepoint.lab.parity;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.CloseReason;
import dev.chokepoint.host.Connection;

/** Connections that open or close wrongly, or don't know who they are. */
final class BrokenEnds {
    private BrokenEnds() {}

    /** Whatever the reason, it says that it timed out. */
    static final class TimedOut extends LayerEnd {
        @Override
        public void onClose(Connection from, CloseReason reason) {
            super.onClose(from, new CloseReason.TimedOut());
        }
    }

    /** Whatever the reason, it says that the peer closed in order. */
    static final class Orderly extends LayerEnd {
        @Override
        public void onClose(Connection from, CloseReason reason) {
            super.onClose(from, new CloseReason.PeerClosed());
        }
    }

    /** Never says that it is over. */
    static final class NoClose extends LayerEnd {
        @Override
        public void onClose(Connection from, CloseReason reason) {}
    }

    /** Says twice that it is over. */
    static final class TwiceClosed extends LayerEnd {
        @Override
        public void onClose(Connection from, CloseReason reason) {
            super.onClose(from, reason);
            super.onClose(from, reason);
        }
    }

    /** Takes a half-close for a whole one. */
    static final class ClosingAtFinish extends LayerEnd {
        @Override
        public void finish() {
            super.close();
        }
    }

    /** Drops what is pending when it is closed. */
    static final class AbortingAtClose extends LayerEnd {
        @Override
        public void close() {
            super.abort();
        }
    }

    /** Opens though it was cancelled. */
    static final class NoCancel extends LayerEnd {
        private boolean open;

        @Override
        public void onOpen(Connection from) {
            open = true;
            super.onOpen(from);
        }

        @Override
        public void close() {
            if (open) {
                super.close();
            }
        }

        @Override
        public void abort() {
            if (open) {
                super.abort();
            }
        }
    }

    /** Takes itself for the other end. */
    static final class Mirrored extends LayerEnd {
        @Override
        public Address local() {
            return super.remote();
        }

        @Override
        public Address remote() {
            return super.local();
        }
    }

    /** Is one off. */
    static final class WrongTag extends LayerEnd {
        @Override
        public long tag() {
            return super.tag() + 1;
        }
    }
}
