package dev.chokepoint.programs.chat.net;

import java.util.Map;
import java.util.TreeMap;

/**
 * Who set each of a channel's properties last. Of two settings of one property the later stamp wins, in whatever order they
 * come; so servers that have heard the same settings agree. What was unset is remembered, or an older setting that comes late
 * would bring it back.
 */
final class Registers {
    /** Unset list entries that are remembered; past them the oldest are forgotten. */
    static final int FORGOTTEN_LATE = 200;

    /** The modes of members. */
    static final String STATUSES = "ov";

    private final TreeMap<String, Register> byName = new TreeMap<>();
    private int unset;

    /** A property's state. {@code argument} is empty for a mode without one. */
    record Register(long stamp, char mode, boolean on, String argument) {}

    /** What a property is called: a mode, and for a list's entry or a member's status which. */
    static String name(char mode, String which) {
        return mode + which;
    }

    /** Whether this setting is new, and the latest of that property; then it is kept. Of one event's the last is. */
    boolean set(String name, Register setting) {
        Register before = byName.get(name);
        if (before != null && (before.stamp > setting.stamp || before.equals(setting))) {
            return false;
        }
        byName.put(name, setting);
        unset += (setting.on ? 0 : 1) - (before == null || before.on ? 0 : 1);
        while (unset > FORGOTTEN_LATE) {
            forgetOldestUnset();
        }
        return true;
    }

    private void forgetOldestUnset() {
        String oldest = "";
        long stamp = Long.MAX_VALUE;
        for (Map.Entry<String, Register> entry : byName.entrySet()) {
            if (!entry.getValue().on && entry.getValue().stamp < stamp) {
                oldest = entry.getKey();
                stamp = entry.getValue().stamp;
            }
        }
        byName.remove(oldest);
        unset--;
    }

    /** Forgets what was said of one member. */
    void forget(String member) {
        for (int i = 0; i < STATUSES.length(); i++) {
            Register before = byName.remove(name(STATUSES.charAt(i), member));
            unset -= before == null || before.on ? 0 : 1;
        }
    }

    void clear() {
        byName.clear();
        unset = 0;
    }

    /** All, by name. */
    Map<String, Register> all() {
        return byName;
    }
}
