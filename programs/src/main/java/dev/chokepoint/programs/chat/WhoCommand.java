package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.IrcLine;
import dev.chokepoint.programs.irc.IrcNames;
import dev.chokepoint.programs.irc.IrcWriter;
import dev.chokepoint.programs.irc.Mask;
import dev.chokepoint.programs.irc.Numeric;

/** WHO (RFC 2812 section 3.6.1), and WHOX: the client says which fields it wants (modern.ircdocs.horse, "WHOX"). */
final class WhoCommand {
    private static final String NOBODYS_CHANNEL = "*";

    /** In the order in which they are told, whatever the order in which they are asked for; the real name comes last. */
    private static final String FIELDS = "tcuihsnfdlao";

    private final Chat chat;

    private WhoCommand(Chat chat) {
        this.chat = chat;
    }

    static void addTo(Chat chat) {
        WhoCommand family = new WhoCommand(chat);
        chat.commands().add("WHO", 1, family::who);
    }

    /** What is asked: {@code fields} is null for the old form. */
    private record Query(Client client, String fields, String token, boolean opersOnly) {
        User viewer() {
            return client.user();
        }
    }

    private void who(Client client, IrcLine line) {
        String mask = line.param(0);
        String option = line.paramCount() > 1 ? line.param(1) : "";
        int percent = option.indexOf('%');
        String flags = percent < 0 ? option : option.substring(0, percent);
        String[] wanted =
                percent < 0 ? new String[0] : option.substring(percent + 1).split(",", 2);
        Query query = new Query(
                client, percent < 0 ? null : wanted[0], wanted.length > 1 ? wanted[1] : "0", flags.indexOf('o') >= 0);
        if (IrcNames.looksLikeChannel(mask)) {
            chat.channel(mask).ifPresent(channel -> ofChannel(query, channel));
        } else {
            chat.user(mask).ifPresentOrElse(user -> one(query, user), () -> all(query, mask));
        }
        chat.reply(client, Numeric.RPL_ENDOFWHO, mask);
    }

    private void ofChannel(Query query, Channel channel) {
        if (!Sight.sees(query.viewer(), channel)) {
            return;
        }
        for (int i = 0; i < channel.size(); i++) {
            Member member = channel.member(i);
            if (Sight.sees(query.viewer(), member.user())) {
                tell(query, member.user(), member);
            }
        }
    }

    /** Who knows the nickname may ask for it. */
    private void one(Query query, User user) {
        tell(query, user, Sight.shared(query.viewer(), user));
    }

    private void all(Query query, String mask) {
        String wanted = mask.equals("0") ? "*" : mask;
        for (User user : chat.users()) {
            if (fits(wanted, user) && Sight.sees(query.viewer(), user)) {
                tell(query, user, Sight.shared(query.viewer(), user));
            }
        }
    }

    private boolean fits(String mask, User user) {
        return fits(mask, user.nick())
                || fits(mask, user.userName())
                || fits(mask, user.host())
                || fits(mask, user.server().name())
                || fits(mask, user.realName());
    }

    private boolean fits(String mask, String text) {
        return Mask.matches(mask, text, chat.mapping());
    }

    private void tell(Query query, User user, Member member) {
        if (query.opersOnly() && !user.has(User.OPERATOR)) {
            return;
        }
        if (query.fields() == null) {
            tellAll(query.client(), user, member);
        } else {
            tellFields(query, user, member);
        }
    }

    private void tellAll(Client client, User user, Member member) {
        chat.send(
                client,
                chat.write(client, Numeric.RPL_WHOREPLY)
                        .param(channel(member))
                        .param(user.userName())
                        .param(user.host())
                        .param(user.server().name())
                        .param(user.nick())
                        .param(flags(client, user, member))
                        .text(user.server().hops() + " " + user.realName()));
    }

    private static String channel(Member member) {
        return member == null ? NOBODYS_CHANNEL : member.channel().name();
    }

    private static String flags(Client client, User user, Member member) {
        return (user.away().isPresent() ? "G" : "H")
                + (user.has(User.OPERATOR) ? "*" : "")
                + (member == null ? "" : member.signs(client.has(Cap.MULTI_PREFIX)));
    }

    private void tellFields(Query query, User user, Member member) {
        IrcWriter line = chat.write(query.client(), Numeric.RPL_WHOSPCRPL);
        for (int i = 0; i < FIELDS.length(); i++) {
            char field = FIELDS.charAt(i);
            if (query.fields().indexOf(field) >= 0) {
                line.param(field(query, field, user, member));
            }
        }
        if (query.fields().indexOf('r') >= 0) {
            line.text(user.realName());
        }
        chat.send(query.client(), line);
    }

    private String field(Query query, char field, User user, Member member) {
        return switch (field) {
            case 't' -> token(query.token());
            case 'c' -> channel(member);
            case 'u' -> user.userName();
            case 'i' -> query.viewer().has(User.OPERATOR) || query.viewer() == user ? user.host() : "255.255.255.255";
            case 'h' -> user.host();
            case 's' -> user.server().name();
            case 'n' -> user.nick();
            case 'f' -> flags(query.client(), user, member);
            case 'd' -> "" + user.server().hops();
            case 'l' -> "" + (user.isLocal() ? user.client().idleSeconds() : 0);
            case 'a' -> user.account().isEmpty() ? "0" : user.account();
            default -> "n/a"; // o: nobody has levels here
        };
    }

    private static String token(String given) {
        return given.matches("[0-9]{1,3}") ? given : "0";
    }
}
