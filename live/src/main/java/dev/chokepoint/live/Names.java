package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import dev.chokepoint.host.NameHandler;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/** Name look-ups: the world's hosts first, then the system's resolver, which blocks and so gets a thread of its own. */
final class Names {
    private Names() {}

    static void resolve(String name, Lane lane, NameHandler handler) {
        List<Address> own = lane.host().world().topology().addresses(name);
        if (!own.isEmpty()) {
            lane.later(() -> handler.onResolved(own));
            return;
        }
        Thread.ofVirtual().name("resolve " + name).start(() -> {
            List<Address> found = system(name);
            if (!lane.stopped()) {
                lane.later(() -> handler.onResolved(found));
            }
        });
    }

    private static List<Address> system(String name) {
        try {
            return Stream.of(InetAddress.getAllByName(name))
                    .<Address>map(ip -> new Address.Inet(ip, 0))
                    .toList();
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
