package dev.chokepoint.sim;

/** The way between hosts that no link joins: at once and without limit. */
final class DirectRoute extends Route {
    private final Engine engine;

    DirectRoute(Engine engine, Machine from, Machine to) {
        super(from.index(), from.spec().name(), to.spec().name());
        this.engine = engine;
    }

    @Override
    long latencyNanos() {
        return 0;
    }

    @Override
    void offer(Outbound out) {
        long bytes = out.sendableBytes();
        if (bytes > 0) {
            out.admit(bytes);
            arriveNow(out, bytes);
        }
        if (out.isFinDue()) {
            out.admitFin();
            arriveNow(out, Outbound.FIN);
        }
    }

    @Override
    void reset(Outbound out) {
        arriveNow(out, Outbound.RESET);
    }

    private void arriveNow(Outbound out, long piece) {
        out.depart(piece);
        engine.schedule(engine.nowNanos(), out, EventKind.ARRIVE);
    }

    @Override
    void fire(EventKind kind) {
        throw new IllegalStateException("a direct route has no event of its own, but got " + kind);
    }
}
