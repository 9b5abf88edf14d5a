package dev.chokepoint.cli;

import java.io.Console;
import java.io.IOException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The terminal that standard output goes to, if any. */
final class Screen {
    private static final int STANDARD_COLUMNS = 80;

    private Screen() {}

    /** JDK 25 went back to a console that is null without a terminal, which the linter doesn't know yet. */
    @SuppressWarnings("SystemConsoleNull")
    static boolean isTerminal() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    /** Colour only on a terminal that can, and never against <a href="https://no-color.org">NO_COLOR</a>. */
    static boolean colour() {
        String noColour = System.getenv("NO_COLOR");
        return isTerminal() && (noColour == null || noColour.isEmpty()) && !"dumb".equals(System.getenv("TERM"));
    }

    static int columns() {
        if (!isTerminal()) {
            return STANDARD_COLUMNS;
        }
        try (Terminal terminal =
                TerminalBuilder.builder().system(true).dumb(true).build()) {
            return terminal.getSize().getColumns() > 0 ? terminal.getSize().getColumns() : STANDARD_COLUMNS;
        } catch (IOException e) {
            return STANDARD_COLUMNS;
        }
    }
}
