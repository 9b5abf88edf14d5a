package dev.chokepoint.report;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A text that a command gives out as a file. Stateless. */
public final class TextFile {
    private TextFile() {}

    /**
     * Writes it in UTF-8, wholly or not at all.
     *
     * @param what such as {@code results}, for messages
     * @param file where to; its folder is made if it does not exist, an older file is replaced
     * @param text what is written
     * @throws ReportException it could not be written
     */
    public static void write(String what, Path file, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        WholeFile.write(what, file, out -> out.write(bytes));
    }
}
