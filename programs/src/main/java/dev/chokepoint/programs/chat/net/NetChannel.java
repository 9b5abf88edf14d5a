package dev.chokepoint.programs.chat.net;

import dev.chokepoint.programs.chat.Channel;
import java.util.Arrays;

/** A channel, and what only servers need to know of one. */
final class NetChannel {
    final Channel channel;
    final Registers registers = new Registers();
    /** When it was founded; of two of the same name the earlier is the channel. */
    long founded;

    private int here;
    private int[] behind = {};

    NetChannel(Channel channel, long founded) {
        this.channel = channel;
        this.founded = founded;
    }

    /** So many more members are reached that way. */
    void count(int way, int more) {
        if (way == ServerTree.HERE) {
            here += more;
            return;
        }
        if (way >= behind.length) {
            behind = Arrays.copyOf(behind, way + 1);
        }
        behind[way] += more;
    }

    /** How many members this server has. */
    int here() {
        return here;
    }

    /** Whether members are reached that way. */
    boolean isBehind(int way) {
        return way < behind.length && behind[way] > 0;
    }

    /** Whether members are reached any other way. */
    boolean isElsewhere(int way) {
        boolean elsewhere = false;
        for (int i = 0; i < behind.length; i++) {
            elsewhere |= i != way && behind[i] > 0;
        }
        return elsewhere;
    }

    boolean isEmpty() {
        return here == 0 && Arrays.stream(behind).allMatch(members -> members == 0);
    }
}
