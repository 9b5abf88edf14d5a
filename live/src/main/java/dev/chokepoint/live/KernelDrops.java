package dev.chokepoint.live;

import dev.chokepoint.host.Address;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How many datagrams Linux has dropped because a socket's receive buffer was full; it counts them in /proc/net/udp. */
final class KernelDrops {
    private static final List<Path> TABLES = List.of(Path.of("/proc/net/udp"), Path.of("/proc/net/udp6"));
    private static final int LOCAL_COLUMN = 1;

    private KernelDrops() {}

    /** What the kernel calls a local address there: its 32-bit words in the machine's order, and the port, in hexadecimal. */
    static String key(Address.Inet local) {
        StringBuilder key = new StringBuilder();
        ByteBuffer words = ByteBuffer.wrap(local.ip().getAddress()).order(ByteOrder.nativeOrder());
        while (words.hasRemaining()) {
            key.append(String.format(Locale.ROOT, "%08X", words.getInt()));
        }
        return key.append(String.format(Locale.ROOT, ":%04X", local.port())).toString();
    }

    /** The drops so far of all open sockets with these keys; 0 where there is no such table. */
    static long of(Set<String> keys) {
        long drops = 0;
        for (Path table : TABLES) {
            try {
                for (String line : Files.readAllLines(table, StandardCharsets.US_ASCII)) {
                    drops += dropsIn(line.strip().split("\\s+"), keys);
                }
            } catch (IOException e) {
                // Not Linux, or no IPv6: not measurable.
            }
        }
        return drops;
    }

    private static long dropsIn(String[] columns, Set<String> keys) {
        boolean wanted = columns.length > LOCAL_COLUMN && keys.contains(columns[LOCAL_COLUMN]);
        return wanted ? Long.parseLong(columns[columns.length - 1]) : 0;
    }
}
