package dev.chokepoint.live;

import dev.chokepoint.host.world.ResourceUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the resources of hosts have done in all their lives: a host that was started again has each of them twice. */
final class Lives {
    private Lives() {}

    /** One entry a name, in the order of their first ones. */
    static List<ResourceUse> together(List<ResourceUse> uses) {
        Map<String, ResourceUse> sums = new LinkedHashMap<>();
        uses.forEach(use -> sums.merge(use.name(), use, Lives::sum));
        return List.copyOf(sums.values());
    }

    private static ResourceUse sum(ResourceUse before, ResourceUse since) {
        return new ResourceUse(
                before.name(),
                before.kind(),
                Math.max(before.capacity(), since.capacity()),
                before.usedNanos() + since.usedNanos(),
                before.served() + since.served(),
                before.waitingNanos() + since.waitingNanos(),
                Math.max(before.waitingMax(), since.waitingMax()),
                before.refused() + since.refused(),
                before.lost() + since.lost());
    }
}
