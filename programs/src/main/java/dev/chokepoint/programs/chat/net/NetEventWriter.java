package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.irc.IrcWriter;

/** Events to lines. */
final class NetEventWriter {
    private NetEventWriter() {}

    /** Writes the event's line, so that {@link NetEventReader} reads it again. */
    static IrcWriter write(NetEvent event, IrcWriter line) {
        line.source(event.source());
        switch (event) {
            case NetEvent.Server e ->
                line.command("SERVER")
                        .param(e.sid())
                        .param(Stamp.text(e.born()))
                        .param(e.name())
                        .text(e.description());
            case NetEvent.Split e -> line.command("SQUIT").param(e.sid()).text(e.reason());
            case NetEvent.Synced _ -> line.command("EOB");
            case NetEvent.Wanted e -> line.command("SYNC").param(e.sid()).param(e.channel());
            case NetEvent.Asked e -> line.command("BURST").param(e.sid());
            case NetEvent.Wallops e -> line.command("WALLOPS").text(e.text());
            case NetEvent.Came e -> came(e, line);
            case NetEvent.Renamed e ->
                line.command("NICK").param(Stamp.text(e.stamp())).param(e.nick());
            case NetEvent.Left e -> line.command("QUIT").text(e.reason());
            case NetEvent.Killed e -> line.command("KILL").param(e.uid()).text(e.reason());
            case NetEvent.Away e -> line.command("AWAY").text(e.text());
            case NetEvent.UserModes e -> line.command("UMODE").param(e.changes());
            case NetEvent.Joined e ->
                begun(line, "JOIN", e.channelStamp(), e.channel()).param(Stamp.text(e.stamp()));
            case NetEvent.Members e -> members(e, line);
            case NetEvent.Parted e ->
                line.command("PART")
                        .param(e.channel())
                        .param(Stamp.text(e.joined()))
                        .text(e.reason());
            case NetEvent.Kicked e ->
                line.command("KICK")
                        .param(e.channel())
                        .param(e.uid())
                        .param(Stamp.text(e.joined()))
                        .text(e.reason());
            case NetEvent.Modes e -> modes(e, line);
            case NetEvent.Topic e ->
                begun(line, "TOPIC", e.channelStamp(), e.channel())
                        .param(Stamp.text(e.stamp()))
                        .param(e.setBy())
                        .text(e.text());
            case NetEvent.Invited e -> line.command("INVITE").param(e.uid()).param(e.channel());
        }
        return line;
    }

    private static IrcWriter begun(IrcWriter line, String command, long channelStamp, String channel) {
        return line.command(command).param(Stamp.text(channelStamp)).param(channel);
    }

    private static void came(NetEvent.Came e, IrcWriter line) {
        line.command("UID").param(e.uid()).param(Stamp.text(e.nickStamp())).param(e.nick());
        line.param(e.user())
                .param(e.host())
                .param(e.account())
                .param(e.modes())
                .param(e.signonSeconds())
                .text(e.realName());
    }

    private static void members(NetEvent.Members e, IrcWriter line) {
        begun(line, "MEMBERS", e.channelStamp(), e.channel()).text("");
        String between = "";
        for (NetEvent.Member member : e.members()) {
            line.append(between).append(member.toString());
            between = " ";
        }
    }

    private static void modes(NetEvent.Modes e, IrcWriter line) {
        begun(line, "MODE", e.channelStamp(), e.channel())
                .param(Stamp.text(e.stamp()))
                .param(e.changes());
        for (String argument : e.arguments()) {
            line.param(argument);
        }
    }
}
