package dev.chokepoint.lab.calibrate;

import dev.chokepoint.host.Host;
import dev.chokepoint.live.LiveWorld;
import dev.chokepoint.programs.ask.AskServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/** What a calibration of this machine and build is kept under. */
final class ThisMachine {
    /** Each from another module whose code is measured. */
    private static final List<Class<?>> MEASURED = List.of(Host.class, AskServer.class, LiveWorld.class);

    private static final int DIGITS = 12;

    private ThisMachine() {}

    static Calibration.Key key(String transport, String io) {
        return new Calibration.Key(
                cpu(),
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                Runtime.version().toString(),
                build(),
                transport,
                io);
    }

    private static String cpu() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"))) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).trim())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException e) {
            return System.getProperty("os.arch"); // not Linux
        }
    }

    /** A hash of the measured modules' files. */
    private static String build() {
        MessageDigest digest = sha256();
        for (Class<?> type : MEASURED) {
            try {
                Path at = Path.of(
                        type.getProtectionDomain().getCodeSource().getLocation().toURI());
                try (Stream<Path> files = Files.walk(at)) {
                    for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                        digest.update(Files.readAllBytes(file));
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException("can't read this program's own files: " + e.getMessage(), e);
            } catch (URISyntaxException e) {
                throw new IllegalStateException(e);
            }
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    static String hash(String text) {
        byte[] bytes = sha256().digest(text.getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(bytes).substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }
}
