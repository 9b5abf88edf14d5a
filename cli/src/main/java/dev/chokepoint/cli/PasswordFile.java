package dev.chokepoint.cli;

import dev.chokepoint.programs.chat.guard.PasswordHash;
import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.SecureRandom;

/** Passwords come from files or a prompt, never from the command line, where everybody on the machine can read them. */
final class PasswordFile {
    private static final String HASHED = "$pbkdf2-sha256$";

    private PasswordFile() {}

    /** The password on a file's first line, which may be hashed already. */
    static PasswordHash read(String option, Path file) {
        try {
            String line = Files.readString(file).lines().findFirst().orElse("");
            return line.startsWith(HASHED) ? PasswordHash.parse(line.strip()) : hash(line);
        } catch (NoSuchFileException e) {
            throw new UsageException(option + " " + file + ": no such file");
        } catch (CharacterCodingException e) {
            throw new UsageException(option + " " + file + ": is not UTF-8 text");
        } catch (IOException e) {
            throw new UsageException(option + " " + file + ": can't be read: " + e.getMessage());
        } catch (IllegalArgumentException e) {
            throw new UsageException(option + " " + file + ": its first line: " + e.getMessage());
        }
    }

    private static PasswordHash hash(String password) {
        byte[] salt = new byte[PasswordHash.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        return PasswordHash.of(password, salt, PasswordHash.ITERATIONS);
    }

    /** Asks on a terminal, without showing what is typed; in a pipe the first line is the password. */
    static PasswordHash ask() {
        try {
            return hash(typed());
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        } catch (IOException e) {
            throw new UsageException("standard input can't be read: " + e.getMessage());
        }
    }

    @SuppressWarnings("SystemConsoleNull") // without a terminal it is null again since JDK 25
    private static String typed() throws IOException {
        Console console = System.console();
        if (console != null && Screen.isTerminal()) {
            char[] password = console.readPassword("Password: ");
            return password == null ? "" : new String(password);
        }
        Charset charset = StandardCharsets.UTF_8;
        String line = new BufferedReader(new InputStreamReader(System.in, charset)).readLine();
        return line == null ? "" : line;
    }
}
