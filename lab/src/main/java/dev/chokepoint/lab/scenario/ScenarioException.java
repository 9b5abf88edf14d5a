package dev.chokepoint.lab.scenario;

import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A scenario can't be read: everything that is wrong with it, in the order of the file. */
public final class ScenarioException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    ScenarioException(List<Problem> problems) {
        super(render(problems));
        this.problems = List.copyOf(problems);
    }

    /**
     * What is wrong.
     *
     * @return at least one
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * For terminals: every problem with its line and a caret.
     *
     * @return several lines, each ended
     */
    public String render() {
        return render(problems);
    }

    private static String render(List<Problem> problems) {
        return problems.stream().map(Problem::render).collect(Collectors.joining(System.lineSeparator()));
    }

    /**
     * Something wrong with a file as a whole.
     *
     * @param file its name
     * @param message what is wrong
     * @param hint what to do
     * @return the exception
     */
    public static ScenarioException of(String file, String message, String hint) {
        return new ScenarioException(List.of(new Problem(file, 0, 0, "", "", message, hint)));
    }
}
