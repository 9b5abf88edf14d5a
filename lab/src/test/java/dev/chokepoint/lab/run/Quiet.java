package dev.chokepoint.lab.run;

/** A run that nobody watches and nobody stops. */
final class Quiet implements RunProgress {
    @Override
    public void step(String what, double fraction) {}

    @Override
    public boolean stopped() {
        return false;
    }
}
