/** The servers and clients themselves. They know {@code host} and nothing of the world they run in. */
module dev.chokepoint.programs {
    requires dev.chokepoint.host;
}
