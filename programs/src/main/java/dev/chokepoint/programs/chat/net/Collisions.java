package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.User;
import java.util.Optional;

/**
 * Two users, one nickname: who has claimed it earlier keeps it, the other is called by its id from then on. Every server that
 * knows both decides the same; the loser's own server tells it to all.
 */
final class Collisions {
    private final Net net;

    Collisions(Net net) {
        this.net = net;
    }

    /** What somebody who claims a nickname since then is called; whoever must yield it has done so when this returns. */
    String settle(String nick, long stamp, String uid) {
        Optional<User> holder = net.chat.user(nick);
        NetUser other = holder.map(net.census::of).orElse(null);
        if (other == null || other.uid.equals(uid)) {
            return nick;
        }
        if (other.nickStamp < stamp) {
            return uid;
        }
        giveWay(other);
        return nick;
    }

    private void giveWay(NetUser loser) {
        rename(loser, loser.uid);
        if (loser.isHere()) {
            loser.nickStamp = net.clock.next();
            net.tell(new NetEvent.Renamed(loser.uid, loser.nickStamp, loser.uid));
        }
    }

    void rename(NetUser user, String nick) {
        if (!user.user.nick().equals(nick)) {
            net.chat.presence().rename(user.user, nick, net.chat.nowSeconds());
        }
    }
}
