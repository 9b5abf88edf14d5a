/**
 * The seam: everything that a server or client program may touch, and nothing that tells it which world it runs in.
 *
 * <p>{@code dev.chokepoint.host} is what programs see; {@code dev.chokepoint.host.codec} frames bytes into messages above
 * it; {@code dev.chokepoint.host.blocking} offers blocking style on top; {@code dev.chokepoint.host.world} is the other side
 * of the seam, for those who build or observe a world, and is closed to programs.
 */
module dev.chokepoint.host {
    exports dev.chokepoint.host;
    exports dev.chokepoint.host.blocking;
    exports dev.chokepoint.host.codec;
    exports dev.chokepoint.host.world to
            dev.chokepoint.sim,
            dev.chokepoint.live,
            dev.chokepoint.lab,
            dev.chokepoint.report,
            dev.chokepoint.cli;
}
