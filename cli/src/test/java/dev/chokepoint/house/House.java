package dev.chokepoint.house;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the house stands. */
final class House {
    /** The folder of the root pom: what the build says, or (started from an editor) the nearest one upwards. */
    static final Path ROOT = root();

    private House() {}

    private static Path root() {
        String told = System.getProperty("chokepoint.root");
        if (told != null) {
            return Path.of(told);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("cli/pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
