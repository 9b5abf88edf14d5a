package dev.chokepoint.lab.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The temporary folder of a live run: logs, notes and Unix-domain sockets. Deleted when closed.
 *
 * @param path where
 * @param salt a number that other runs at the same time don't have
 */
record RunFolder(Path path, int salt) implements AutoCloseable {
    /** How many different salts there are. */
    static final int SALTS = 62_500;

    static RunFolder create() throws IOException {
        return new RunFolder(Files.createTempDirectory("chokepoint-"), (int)
                (ProcessHandle.current().pid() % SALTS));
    }

    @Override
    public void close() throws IOException {
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(path)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : deepestFirst) {
            Files.deleteIfExists(file);
        }
    }
}
