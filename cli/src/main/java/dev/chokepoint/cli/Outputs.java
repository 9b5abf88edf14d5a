package dev.chokepoint.cli;

import dev.chokepoint.lab.run.RunResult;
import dev.chokepoint.report.ReportException;
import dev.chokepoint.report.ResultFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Files that a run's results go to. */
final class Outputs {
    private Outputs() {}

    /**
     * Refuses two that are one and the same, and one that is read; a device takes any number.
     *
     * @param taken all files that the run reads or writes
     */
    static void requireDistinct(List<Path> taken) {
        for (int i = 0; i < taken.size(); i++) {
            for (Path other : taken.subList(0, i)) {
                if (isSame(taken.get(i), other)) {
                    throw new UsageException(other + " is named for two things: name a file of its own for each of the"
                            + " scenario, --report, --json, --events, --junit, --markdown, --hlog, --hgrm and --pcap");
                }
            }
        }
    }

    private static boolean isSame(Path a, Path b) {
        boolean file = !Files.exists(a) || Files.isRegularFile(a);
        return file && real(a).equals(real(b));
    }

    /** With the links of its folder resolved, as far as that exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        try {
            if (Files.exists(absolute)) {
                return absolute.toRealPath();
            }
            return absolute.getParent().toRealPath().resolve(absolute.getFileName());
        } catch (IOException e) {
            return absolute;
        }
    }

    /** Writes all that can be written, then says why others couldn't. */
    static void write(List<ResultFile> files, RunResult result) {
        ReportException failed = null;
        for (ResultFile file : files) {
            try {
                file.write(result);
            } catch (ReportException e) {
                if (failed == null) {
                    failed = e;
                } else {
                    failed.addSuppressed(e);
                }
            }
        }
        if (failed != null) {
            throw failed;
        }
    }
}
