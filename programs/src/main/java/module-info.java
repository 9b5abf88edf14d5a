/** The servers and clients themselves. They know {@code host} and nothing of the world they run in. */
module dev.chokepoint.programs {
    requires transitive dev.chokepoint.host;

    exports dev.chokepoint.programs.ask;
    exports dev.chokepoint.programs.balance;
    exports dev.chokepoint.programs.chat;
    exports dev.chokepoint.programs.chat.client;
    exports dev.chokepoint.programs.chat.guard;
    exports dev.chokepoint.programs.chat.load;
    exports dev.chokepoint.programs.chat.net;
    exports dev.chokepoint.programs.direct;
    exports dev.chokepoint.programs.echo;
    exports dev.chokepoint.programs.irc;
    exports dev.chokepoint.programs.load;
    exports dev.chokepoint.programs.mesh;
    exports dev.chokepoint.programs.nats;
    exports dev.chokepoint.programs.peer;
    exports dev.chokepoint.programs.secure;
    exports dev.chokepoint.programs.talk;
}
