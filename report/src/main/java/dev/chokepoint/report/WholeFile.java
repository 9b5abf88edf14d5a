package dev.chokepoint.report;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file wholly or not at all: into a neighbour first, which then takes its name. */
final class WholeFile {
    private WholeFile() {}

    /** What fills the file. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes a file; what was there before stays until the new one is complete.
     *
     * @param what such as {@code report}
     * @param file where; its folder is made if it does not exist
     * @param content what fills it
     * @throws ReportException it could not be written
     */
    static void write(String what, Path file, Content content) {
        explain(what, file, target -> {
            if (isSpecial(target)) {
                fill(target, content);
            } else {
                replace(target, content);
            }
            return target;
        });
    }

    private static void replace(Path target, Content content) throws IOException {
        Path partial = partial(target);
        try {
            fill(partial, content);
            move(partial, target);
        } finally {
            Files.deleteIfExists(partial);
        }
    }

    /** A pipe or a device, such as {@code /dev/stdout}: written to, never replaced. */
    static boolean isSpecial(Path target) {
        return Files.exists(target) && !Files.isRegularFile(target);
    }

    /** Does everything that {@link #write} does up to the first byte. */
    static void check(String what, Path file) {
        explain(what, file, target -> {
            if (isSpecial(target)) {
                return target;
            }
            Path partial = partial(target);
            try {
                fill(partial, out -> {});
            } finally {
                Files.deleteIfExists(partial);
            }
            return target;
        });
    }

    /** What is done with the file that is meant. */
    interface Step<T> {
        T on(Path target) throws IOException;
    }

    /** Makes the file's folder and does the step; says why when that failed. */
    static <T> T explain(String what, Path file, Step<T> step) {
        try {
            // The file that a symbolic link names is meant, not the link.
            Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
            if (Files.isDirectory(target)) {
                throw new FileSystemException(file.toString(), null, "it is a folder");
            }
            Files.createDirectories(target.getParent());
            return step.on(target);
        } catch (IOException e) {
            throw new ReportException(
                    "can't write the " + what + " to " + file + ": " + reason(e)
                            + ". Name a file in a folder that you may" + " write to, with space on its disk.",
                    e);
        }
    }

    /** Beside the target, so that the move stays in one file system. */
    static Path partial(Path target) {
        return target.resolveSibling(
                "." + target.getFileName() + "." + ProcessHandle.current().pid() + ".partial");
    }

    private static void fill(Path partial, Content content) throws IOException {
        try (OutputStream out = Files.newOutputStream(partial)) {
            content.writeTo(out);
        }
    }

    static void move(Path partial, Path target) throws IOException {
        try {
            Files.move(partial, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(partial, target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static String reason(IOException e) {
        return switch (e) {
            case AccessDeniedException denied -> "permission denied for " + denied.getFile();
            case NoSuchFileException missing -> "there is no " + missing.getFile();
            case FileAlreadyExistsException other -> other.getFile() + " is a file, not a folder";
            case FileSystemException other when other.getReason() != null -> other.getReason();
            default -> String.valueOf(e.getMessage());
        };
    }
}
