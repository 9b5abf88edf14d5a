package dev.chokepoint.programs.chat;

import java.util.List;

/** Who is there: users come, are renamed, go away and leave. See {@link Relay} for who calls it. Lane only. */
public final class Presence {
    private final Chat chat;

    Presence(Chat chat) {
        this.chat = chat;
    }

    /**
     * A user is there.
     *
     * @param user whose nickname nobody else has
     */
    public void come(User user) {
        chat.usersByNick().put(chat.mapping().fold(user.nick()), user);
        user.server().countUsers(1);
        chat.relay().happened(new Event.Came(user));
    }

    /**
     * A user of another server is there.
     *
     * @param user whose nickname nobody else has
     * @param account that the user has logged in to, empty for none
     * @param modes see {@link User#modes()}
     */
    public void come(User user, String account, int modes) {
        user.setAccount(account);
        user.setModes(modes);
        come(user);
    }

    /**
     * Users can't be reached any more, since servers have lost each other. Who has asked for batches gets one of type
     * {@code netsplit} (IRCv3 netsplit and netjoin batches).
     *
     * @param users who, none of them local
     * @param here the server on this side
     * @param there the server that was lost
     */
    public void split(List<User> users, Server here, Server there) {
        String text = here.name() + " " + there.name();
        String batch = chat.newId();
        List<Client> framed = chat.fanout().batchedNeighbours(users);
        for (Client client : framed) {
            chat.send(client, chat.self().name(), "BATCH", "+" + batch, "netsplit", here.name(), there.name());
        }
        for (User user : users) {
            leave(user, text, batch);
            chat.relay().happened(new Event.Quit(user, text));
        }
        for (Client client : framed) {
            chat.send(client, chat.self().name(), "BATCH", "-" + batch);
        }
    }

    /**
     * A user takes another nickname.
     *
     * @param user who
     * @param nick valid, and nobody else's
     * @param atSeconds since when they have it, seconds since 1970
     */
    public void rename(User user, String nick, long atSeconds) {
        String before = user.nick();
        Fanout fanout = chat.fanout();
        fanout.start(user.mask(), "NICK").text(nick);
        fanout.toNeighbours(user);
        if (user.isLocal()) {
            fanout.to(user.client());
        }
        if (!chat.mapping().same(before, nick)) {
            chat.whoWas().add(user, chat.nowSeconds());
        }
        chat.usersByNick().remove(chat.mapping().fold(before));
        user.rename(nick, atSeconds);
        chat.usersByNick().put(chat.mapping().fold(nick), user);
        chat.relay().happened(new Event.Renamed(user, before));
    }

    /**
     * A user leaves. The connection of a local one is closed by {@link Client#close}, which calls this.
     *
     * @param user who
     * @param reason what the others are told
     */
    public void quit(User user, String reason) {
        if (leave(user, reason, "")) {
            chat.relay().happened(new Event.Quit(user, reason));
        }
    }

    /**
     * A user is thrown out of the network. If local, the connection is closed.
     *
     * @param by by whom
     * @param user who
     * @param reason what everybody is told
     */
    public void kill(Source by, User user, String reason) {
        String told = "Killed (" + by.name() + " (" + reason + "))";
        if (leave(user, told, "")) {
            chat.relay().happened(new Event.Killed(by, user, reason));
        }
        if (user.isLocal()) {
            chat.send(user.client(), by.mask(), "KILL", user.nick(), reason);
            user.client().close(told);
        }
    }

    /** The batch may be empty. False for those who have left: a killed client's connection is still to be closed. */
    private boolean leave(User user, String reason, String batch) {
        if (!chat.usersByNick().remove(chat.mapping().fold(user.nick()), user)) {
            return false;
        }
        Fanout fanout = chat.fanout();
        fanout.start(user.mask(), "QUIT").text(reason);
        fanout.batch(batch);
        fanout.toNeighbours(user);
        List<Member> all = user.memberships();
        while (!all.isEmpty()) {
            chat.membership().remove(all.getLast());
        }
        user.server().countUsers(-1);
        chat.whoWas().add(user, chat.nowSeconds());
        return true;
    }

    /**
     * A user is away, or back.
     *
     * @param user who
     * @param reason why, empty for back
     */
    public void away(User user, String reason) {
        user.setAway(reason);
        chat.relay().happened(new Event.Away(user));
    }

    /**
     * A user has other modes.
     *
     * @param user who
     * @param bits all modes from now on, see {@link User#modes()}
     */
    public void setModes(User user, int bits) {
        user.setModes(bits);
        chat.relay().happened(new Event.UserModes(user));
    }

    /**
     * Everybody who wants such messages is told something, if local.
     *
     * @param by by whom
     * @param text what
     */
    public void wallops(Source by, String text) {
        Fanout fanout = chat.fanout();
        fanout.start(by.mask(), "WALLOPS").text(text);
        for (Client client : chat.clients()) {
            if (client.isRegistered() && client.user().has(User.WALLOPS)) {
                fanout.to(client);
            }
        }
        chat.relay().happened(new Event.Wallops(by, text));
    }
}
