package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Node.Spot;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * The text of a scenario file.
 *
 * @param file as the user named it
 * @param text its content, without a byte order mark
 */
public record ScenarioText(String file, String text) {
    /** The largest file that is read, in bytes. */
    public static final int MAX_BYTES = 1_000_000;

    /**
     * Reads a file.
     *
     * @param path where it is
     * @return its text
     * @throws ScenarioException it is missing, unreadable, too large, no file, or no text
     */
    public static ScenarioText of(Path path) {
        return of(path, FileKind.SCENARIO);
    }

    /** Reads a file of any kind. */
    static ScenarioText of(Path path, FileKind kind) {
        String file = path.toString();
        if (Files.isDirectory(path)) {
            throw ScenarioException.of(
                    file,
                    "is a directory, not a " + kind.title() + " file",
                    "name a file in it, such as " + file + "/" + kind.example());
        }
        try (InputStream in = Files.newInputStream(path)) {
            return of(file, in.readNBytes(MAX_BYTES + 1), kind);
        } catch (NoSuchFileException e) {
            throw ScenarioException.of(file, "no such file", "check the path; " + kind.start());
        } catch (AccessDeniedException e) {
            throw ScenarioException.of(file, "may not be read by this user", "check the file's permissions");
        } catch (IOException e) {
            throw ScenarioException.of(file, "can't be read: " + e.getMessage(), "check the path and the disk");
        }
    }

    /**
     * Decodes the content of a file.
     *
     * @param file its name, for messages
     * @param bytes its content
     * @return its text
     * @throws ScenarioException it is too large, or no UTF-8 text
     */
    public static ScenarioText of(String file, byte[] bytes) {
        return of(file, bytes, FileKind.SCENARIO);
    }

    private static ScenarioText of(String file, byte[] bytes, FileKind kind) {
        if (bytes.length > MAX_BYTES) {
            throw ScenarioException.of(
                    file,
                    "is larger than 1 MB, the most a " + kind.title() + " may have",
                    "is this a " + kind.title() + " file?");
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        CharBuffer chars = CharBuffer.allocate(bytes.length + 1);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = decoder.decode(in, chars, true);
        String decoded = chars.flip().toString();
        ScenarioText text = new ScenarioText(file, decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
        if (result.isError()) {
            String found = String.format("byte 0x%02X is not UTF-8", bytes[in.position()]);
            throw text.unreadable(text.text.length(), found, "save the file as UTF-8 text");
        }
        OptionalInt control = text.firstUnprintable();
        if (control.isPresent()) {
            String found = String.format(
                    "the character U+%04X may not stand in YAML", text.text.codePointAt(control.getAsInt()));
            throw text.unreadable(control.getAsInt(), found, "remove it; is this a text file?");
        }
        return text;
    }

    private OptionalInt firstUnprintable() {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (!StreamReader.isPrintable(text.codePointAt(i))) {
                return OptionalInt.of(i);
            }
        }
        return OptionalInt.empty();
    }

    private ScenarioException unreadable(int index, String message, String hint) {
        List<String> before = new ScenarioText(file, text.substring(0, index)).lines();
        int column = before.getLast().codePointCount(0, before.getLast().length()) + 1;
        Problems problems = new Problems(this);
        problems.add(new Spot(before.size(), column, ""), message, hint);
        return problems.exception();
    }

    /** At least one. */
    List<String> lines() {
        return List.of(text.split("\r\n|[\r\n]", -1));
    }
}
