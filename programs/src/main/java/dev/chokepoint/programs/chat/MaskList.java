package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.irc.CaseMapping;
import dev.chokepoint.programs.irc.Mask;
import java.util.ArrayList;
import java.util.List;

/** A channel's bans, exceptions or invitations. */
final class MaskList {
    private final CaseMapping mapping;
    private final List<MaskEntry> entries = new ArrayList<>(0);

    MaskList(CaseMapping mapping) {
        this.mapping = mapping;
    }

    List<MaskEntry> entries() {
        return entries;
    }

    /** False when it is there already. */
    boolean add(MaskEntry entry) {
        return find(entry.mask()) < 0 && entries.add(entry);
    }

    /** False when there is no such entry. */
    boolean remove(String mask) {
        int at = find(mask);
        if (at >= 0) {
            entries.remove(at);
        }
        return at >= 0;
    }

    private int find(String mask) {
        for (int i = 0; i < entries.size(); i++) {
            if (mapping.same(entries.get(i).mask(), mask)) {
                return i;
            }
        }
        return -1;
    }

    boolean fits(User user) {
        for (int i = 0; i < entries.size(); i++) {
            if (Mask.matches(entries.get(i).mask(), user.mask(), mapping)) {
                return true;
            }
        }
        return false;
    }
}
