package dev.chokepoint.programs.chat.net;

/** The moments that events tell of. */
final class StampsOf {
    private StampsOf() {}

    /** The latest, or {@link Stamp#NEVER}. */
    static long latest(NetEvent event) {
        return switch (event) {
            case NetEvent.Server e -> e.born();
            case NetEvent.Came e -> e.nickStamp();
            case NetEvent.Renamed e -> e.stamp();
            case NetEvent.Joined e -> e.stamp();
            case NetEvent.Members e ->
                e.members().stream().mapToLong(NetEvent.Member::joined).max().orElse(Stamp.NEVER);
            case NetEvent.Parted e -> e.joined();
            case NetEvent.Kicked e -> e.joined();
            case NetEvent.Modes e -> e.stamp();
            case NetEvent.Topic e -> e.stamp();
            case NetEvent.Split _,
                    NetEvent.Synced _,
                    NetEvent.Left _,
                    NetEvent.Killed _,
                    NetEvent.Away _,
                    NetEvent.UserModes _,
                    NetEvent.Invited _,
                    NetEvent.Wallops _,
                    NetEvent.Asked _,
                    NetEvent.Wanted _ -> Stamp.NEVER;
        };
    }
}
