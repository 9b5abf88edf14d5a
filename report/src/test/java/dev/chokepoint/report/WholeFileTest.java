package dev.chokepoint.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {
    @TempDir
    Path folder;

    private List<Path> left() throws IOException {
        try (var files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void shouldKeepTheOldFileWhenTheNewOneFailsHalfWay() throws IOException {
        Path file = Files.writeString(folder.resolve("report.html"), "old");

        assertThatThrownBy(() -> WholeFile.write("report", file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("No space left on device");
                }))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("can't write the report to " + file)
                .hasMessageContaining("No space left on device");
        assertThat(file).hasContent("old");
        assertThat(left()).containsExactly(file);
    }

    @Test
    void shouldSayWhatToDoWhenTheDiskIsFull() {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.exists(full), "this system has no /dev/full");

        assertThatThrownBy(() -> JsonReport.write(Fixture.silent(), full))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("can't write the results to /dev/full: No space left on device")
                .hasMessageContaining("Name a file");
        assertThat(Files.isRegularFile(full)).isFalse();
    }

    @Test
    void shouldWriteToTheFileThatALinkNames() throws IOException {
        Path file = Files.writeString(folder.resolve("results.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("latest.json"), file);

        WholeFile.write("results", link, out -> out.write("new".getBytes(StandardCharsets.UTF_8)));

        assertThat(file).hasContent("new");
        assertThat(Files.isSymbolicLink(link)).isTrue();
    }

    @Test
    void shouldRefuseAFolderInPlaceOfAFile() throws IOException {
        assertThatThrownBy(() -> HtmlReport.checkWritable(folder))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("it is a folder");
        assertThat(left()).isEmpty();
    }

    @Test
    void shouldRefuseAFileInPlaceOfTheFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("reports"), "a file");

        assertThatThrownBy(() -> HtmlReport.checkWritable(file.resolve("ask.html")))
                .isInstanceOf(ReportException.class)
                .hasMessageContaining("reports");
        assertThat(file).hasContent("a file");
    }

    @Test
    void shouldLeaveNothingWhenItOnlyChecks() throws IOException {
        Path file = folder.resolve("ask.html");

        HtmlReport.checkWritable(file);

        assertThat(left()).isEmpty();
    }

    @Test
    void shouldRefuseAFolderThatIsReadOnly() throws IOException {
        assertThat(folder.toFile().setWritable(false)).isTrue();
        assumeTrue(!Files.isWritable(folder), "this user may write anywhere");
        try {
            assertThatThrownBy(() -> HtmlReport.checkWritable(folder.resolve("ask.html")))
                    .isInstanceOf(ReportException.class)
                    .hasMessageContaining("permission denied");
        } finally {
            assertThat(folder.toFile().setWritable(true)).isTrue();
        }
    }
}
