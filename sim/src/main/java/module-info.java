/**
 * The virtual world: clock, processors, links and streams, one event after another.
 *
 * <p>From the inside out: {@code Engine} with its {@code EventQueue} and {@code Trace}; {@code Machine} and {@code Lane}, who
 * decide which callback runs when; {@code Route} and {@code SimLink}, who carry bytes; {@code SimConnection} and its halves;
 * {@code SimHost}, which is what a program sees; {@code SimWorld}, which puts them together.
 */
module dev.chokepoint.sim {
    requires transitive dev.chokepoint.host;

    exports dev.chokepoint.sim;
}
