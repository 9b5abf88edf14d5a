package dev.chokepoint.lab.run;

import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.lab.scenario.ServerSpec;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts equal servers as one resource with as many times the capacity, so that figures don't grow with their number. */
final class Together {
    private Together() {}

    /** The uses in their order, equal servers' in the place of the first; free links to them are nobody's concern. */
    static List<ResourceUse> uses(List<ResourceUse> uses) {
        Map<String, ResourceUse> merged = new LinkedHashMap<>();
        for (ResourceUse use : uses) {
            String name = ServerSpec.together(use.name());
            if (!isFree(name)) {
                merged.merge(name, named(name, use), Together::sum);
            }
        }
        return new ArrayList<>(merged.values());
    }

    private static boolean isFree(String name) {
        return name.equals("link " + ServerSpec.BEFORE_SEVERAL + "->" + ServerSpec.NAME)
                || name.equals("link " + ServerSpec.NAME + "->" + ServerSpec.BEFORE_SEVERAL);
    }

    private static ResourceUse named(String name, ResourceUse use) {
        return new ResourceUse(
                name,
                use.kind(),
                use.capacity(),
                use.usedNanos(),
                use.served(),
                use.waitingNanos(),
                use.waitingMax(),
                use.refused(),
                use.lost());
    }

    private static ResourceUse sum(ResourceUse a, ResourceUse b) {
        return new ResourceUse(
                a.name(),
                a.kind(),
                a.capacity() + b.capacity(),
                a.usedNanos() + b.usedNanos(),
                a.served() + b.served(),
                a.waitingNanos() + b.waitingNanos(),
                Math.max(a.waitingMax(), b.waitingMax()),
                a.refused() + b.refused(),
                a.lost() + b.lost());
    }
}
