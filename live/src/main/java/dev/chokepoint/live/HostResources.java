package dev.chokepoint.live;

import dev.chokepoint.host.world.HostSpec;
import dev.chokepoint.host.world.ResourceUse;
import dev.chokepoint.host.world.ResourceUse.Kind;
import java.util.List;

/**
 * What a host's own resources have done. A lane is busy while its threads use CPU time (the kernel's share for its sockets
 * included). What waits in the kernel, for a lane or in an accept queue, can't be measured from here: 0.
 */
final class HostResources {
    private HostResources() {}

    static void add(HostLanes host, HostSpec spec, List<Lane> lanes, List<ResourceUse> all) {
        double cpuNanos = host.offload().cpuNanos();
        long callbacks = 0;
        for (Lane lane : lanes) {
            double laneNanos = lane.loop().cpuNanos();
            cpuNanos += laneNanos;
            callbacks += lane.callbacks();
            all.add(new ResourceUse(
                    spec.name() + " lane " + lane.index(),
                    Kind.LANE,
                    lane.loop().coresMax(),
                    laneNanos,
                    lane.callbacks(),
                    0,
                    0,
                    0));
        }
        if (spec.cores() != HostSpec.UNLIMITED) {
            all.add(new ResourceUse(spec.name() + " cpu", Kind.CPU, spec.cores(), cpuNanos, callbacks, 0, 0, 0));
        }
        all.add(host.offload().use());
        all.add(host.accepts().use(spec.name()));
        all.add(host.connections().use(spec.name()));
        all.add(host.datagrams().use(spec.name()));
    }
}
