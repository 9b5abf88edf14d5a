/** The virtual world: clock, processors, links and streams, one event after another. */
module dev.chokepoint.sim {
    requires dev.chokepoint.host;
    exports dev.chokepoint.sim;
}
