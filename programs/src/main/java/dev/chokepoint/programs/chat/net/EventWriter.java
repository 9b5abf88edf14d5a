package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.irc.IrcWriter;

/** Events to lines. */
final class EventWriter {
    private EventWriter() {}

    /** Writes the event's line, so that {@link EventReader} reads it again. */
    static IrcWriter write(Event event, IrcWriter line) {
        line.source(event.source());
        switch (event) {
            case Event.Server e ->
                line.command("SERVER")
                        .param(e.sid())
                        .param(Stamp.text(e.born()))
                        .param(e.name())
                        .text(e.description());
            case Event.Split e -> line.command("SQUIT").param(e.sid()).text(e.reason());
            case Event.Synced _ -> line.command("EOB");
            case Event.Wanted e -> line.command("SYNC").param(e.sid()).param(e.channel());
            case Event.Wallops e -> line.command("WALLOPS").text(e.text());
            case Event.Came e -> came(e, line);
            case Event.Renamed e ->
                line.command("NICK").param(Stamp.text(e.stamp())).param(e.nick());
            case Event.Left e -> line.command("QUIT").text(e.reason());
            case Event.Killed e -> line.command("KILL").param(e.uid()).text(e.reason());
            case Event.Away e -> line.command("AWAY").text(e.text());
            case Event.UserModes e -> line.command("UMODE").param(e.changes());
            case Event.Joined e ->
                begun(line, "JOIN", e.channelStamp(), e.channel()).param(Stamp.text(e.stamp()));
            case Event.Members e -> members(e, line);
            case Event.Parted e ->
                line.command("PART")
                        .param(e.channel())
                        .param(Stamp.text(e.joined()))
                        .text(e.reason());
            case Event.Kicked e ->
                line.command("KICK")
                        .param(e.channel())
                        .param(e.uid())
                        .param(Stamp.text(e.joined()))
                        .text(e.reason());
            case Event.Modes e -> modes(e, line);
            case Event.Topic e ->
                begun(line, "TOPIC", e.channelStamp(), e.channel())
                        .param(Stamp.text(e.stamp()))
                        .param(e.setBy())
                        .text(e.text());
            case Event.Invited e -> line.command("INVITE").param(e.uid()).param(e.channel());
        }
        return line;
    }

    private static IrcWriter begun(IrcWriter line, String command, long channelStamp, String channel) {
        return line.command(command).param(Stamp.text(channelStamp)).param(channel);
    }

    private static void came(Event.Came e, IrcWriter line) {
        line.command("UID").param(e.uid()).param(Stamp.text(e.nickStamp())).param(e.nick());
        line.param(e.user()).param(e.host()).param(e.account()).param(e.modes()).text(e.realName());
    }

    private static void members(Event.Members e, IrcWriter line) {
        begun(line, "MEMBERS", e.channelStamp(), e.channel()).text("");
        String between = "";
        for (Event.Member member : e.members()) {
            line.append(between).append(member.toString());
            between = " ";
        }
    }

    private static void modes(Event.Modes e, IrcWriter line) {
        begun(line, "MODE", e.channelStamp(), e.channel())
                .param(Stamp.text(e.stamp()))
                .param(e.changes());
        for (String argument : e.arguments()) {
            line.param(argument);
        }
    }
}
