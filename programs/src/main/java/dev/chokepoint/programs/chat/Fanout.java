package dev.chokepoint.programs.chat;

import dev.chokepoint.host.Payload;
import dev.chokepoint.programs.irc.IrcLimits;
import dev.chokepoint.programs.irc.IrcWriter;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * One line for many clients, encoded once for each set of capabilities that shows in it: the tags differ, the rest is the same
 * bytes. {@link #start} it, finish it with the writer, perhaps {@link #tag} it, then send it to whom it concerns. A server has one.
 * Lane only.
 */
final class Fanout {
    /** The client has message-tags. */
    static final int TAGS = 1;

    /** The client has server-time. */
    static final int TIME = 2;

    /** The client has batch, and the line is part of one. */
    private static final int BATCH = 4;

    private static final int VARIANTS = 8;

    private final ServerTime time;
    private final IrcWriter writer = new IrcWriter(IrcLimits.FROM_SERVER);
    private final ByteBuffer line = ByteBuffer.allocate(IrcLimits.FROM_SERVER.lineBytes() + 2);
    private final Payload[] encoded = new Payload[VARIANTS];
    private long atMillis;
    private String tags = "";
    private String batch = ""; // none
    private int stamp;

    Fanout(ServerTime time) {
        this.time = time;
    }

    /** Starts a line; its parameters are written with the answer. */
    IrcWriter start(String source, String command) {
        Arrays.fill(encoded, null);
        atMillis = time.millis();
        tags = "";
        batch = "";
        return writer.begin().source(source).command(command);
    }

    /** Says what those with message-tags get besides, and when it happened. */
    void tag(String messageTags, long happenedMillis) {
        tags = messageTags;
        atMillis = happenedMillis;
    }

    /** Says which batch it is part of, for those who have batches; {@link #toNeighbours} tells them. */
    void batch(String reference) {
        batch = reference;
    }

    private Payload variant(int which) {
        Payload payload = encoded[which];
        if (payload == null) {
            payload = encode(which);
            encoded[which] = payload;
        }
        return payload;
    }

    private Payload encode(int which) {
        String shown = (which & TIME) == 0 ? "" : time.tag(atMillis);
        if ((which & TAGS) != 0 && !tags.isEmpty()) {
            shown = shown.isEmpty() ? tags : shown + ";" + tags;
        }
        if ((which & BATCH) != 0) {
            shown = "batch=" + batch + (shown.isEmpty() ? "" : ";" + shown);
        }
        if (shown.isEmpty()) {
            return writer.payload();
        }
        line.clear().put((byte) '@').put(Tagged.utf8(shown)).put((byte) ' ').put(writer.bytes());
        return Payload.of(line.flip());
    }

    void to(Client client) {
        client.send(variant(client.variant()));
    }

    /** To all local members but one client, who may be null. */
    void toMembers(Channel channel, Client except) {
        for (int i = 0, n = channel.size(); i < n; i++) {
            Client client = channel.member(i).client;
            if (client != null && client != except) {
                client.send(variant(client.variant()));
            }
        }
    }

    /** The same for those of some rank, and those that understand tags. */
    void toMembers(Channel channel, Client except, int ranks, boolean tagsOnly) {
        for (int i = 0, n = channel.size(); i < n; i++) {
            Member member = channel.member(i);
            Client client = member.client;
            boolean concerned = ranks == 0 || (member.ranks() & ranks) != 0;
            if (client != null && client != except && concerned && !(tagsOnly && !client.has(Cap.MESSAGE_TAGS))) {
                client.send(variant(client.variant()));
            }
        }
    }

    /** Once to every local client that shares a channel with somebody, who is left out. */
    void toNeighbours(User user) {
        stamp++;
        forNewNeighbours(user, client -> {
            boolean framed = !batch.isEmpty() && client.has(Cap.BATCH);
            client.send(variant(client.variant() | (framed ? BATCH : 0)));
        });
    }

    /** Once each local client with batches that shares a channel with any of some users. */
    List<Client> batchedNeighbours(List<User> users) {
        stamp++;
        List<Client> found = new ArrayList<>();
        for (User user : users) {
            forNewNeighbours(user, client -> {
                if (client.has(Cap.BATCH)) {
                    found.add(client);
                }
            });
        }
        return found;
    }

    private void forNewNeighbours(User user, Consumer<Client> action) {
        List<Member> all = user.memberships();
        for (int m = 0; m < all.size(); m++) {
            Channel channel = all.get(m).channel();
            for (int i = 0, n = channel.size(); i < n; i++) {
                Client client = channel.member(i).client;
                if (client != null && client != user.client() && client.isFirstVisit(stamp)) {
                    action.accept(client);
                }
            }
        }
    }
}
