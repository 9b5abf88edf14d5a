package dev.chokepoint.report;

import dev.chokepoint.lab.run.PacketCapture.Written;
import dev.chokepoint.lab.scenario.Quantities;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file that a simulation fills with its packets. It takes its name when it is kept, and what was there before stays until
 * then; pipes and devices are written to at once.
 */
public final class CaptureFile implements AutoCloseable {
    private static final String WHAT = "capture";

    private final Path file;
    private final Path filling;
    private final Path target;
    private final OutputStream out;

    private CaptureFile(Path file, Path filling, Path target) throws IOException {
        this.file = file;
        this.filling = filling;
        this.target = target;
        this.out = Files.newOutputStream(filling);
    }

    /**
     * Opens it, so that no long run is made in vain.
     *
     * @param file where the capture goes; its folder is made if it does not exist
     * @return the open file
     * @throws ReportException it can't be written to
     */
    public static CaptureFile open(Path file) {
        return WholeFile.explain(WHAT, file, target -> {
            Path filling = WholeFile.isSpecial(target) ? target : WholeFile.partial(target);
            return new CaptureFile(file, filling, target);
        });
    }

    /**
     * Where the packets go.
     *
     * @return the same each time
     */
    public OutputStream out() {
        return out;
    }

    /**
     * The capture is over, also when an error ended it: gives the file its name.
     *
     * @param written what was written
     * @throws ReportException the disk was full, or the like; what was written before is in the file
     */
    public void keep(Written written) {
        WholeFile.explain(WHAT, file, _ -> {
            out.close();
            if (!filling.equals(target)) {
                if (written.failure().isPresent()) {
                    cut(written.readableBytes());
                }
                WholeFile.move(filling, target);
            }
            return target;
        });
        written.failure().ifPresent(failure -> {
            throw new ReportException(
                    "the capture " + file + " ends early, at " + Quantities.bytes((double) written.readableBytes())
                            + ": "
                            + failure.getMessage()
                            + ". What it holds is readable; name a file on a disk with more space.",
                    failure);
        });
    }

    private void cut(long bytes) throws IOException {
        try (FileChannel channel = FileChannel.open(filling, StandardOpenOption.WRITE)) {
            channel.truncate(bytes);
        }
    }

    /**
     * The line that says what was written.
     *
     * @param written what was
     * @return one line without its end
     */
    public String line(Written written) {
        String rest = written.leftOut() == 0
                ? ""
                : "; it is full, " + Words.count(written.leftOut()) + " later packets are left out";
        String repeated = written.retransmissions() == 0
                ? ""
                : " (" + Words.count(written.retransmissions()) + " TCP retransmissions)";
        return "Capture: wrote " + Words.count(written.packets()) + " packets" + repeated + " of " + written.links()
                + (written.links() == 1 ? " link to " : " links to ") + file + " ("
                + Quantities.bytes((double) written.bytes()) + "); open it with Wireshark" + rest;
    }

    /** Leaves nothing behind that was not kept. */
    @Override
    public void close() {
        try (out) {
            if (!filling.equals(target)) {
                Files.deleteIfExists(filling);
            }
        } catch (IOException e) {
            throw new ReportException("can't remove " + filling + ": " + e.getMessage() + ". Remove it by hand.", e);
        }
    }
}
