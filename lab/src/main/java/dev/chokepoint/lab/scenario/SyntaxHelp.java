package dev.chokepoint.lab.scenario;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in a scenario author's words what the YAML parser did not like, and where it began. */
final class SyntaxHelp {
    static final String GENERAL = "check the indentation, the space after each colon, brackets and quotes";

    private static final List<Help> KNOWN = List.of(
            new Help("\\t", false, "a tab stands where spaces must", "indent with spaces"),
            new Help("expected ':'", true, "a key without a colon", "write key: value"),
            new Help(
                    "mapping values are not allowed here",
                    false,
                    "a key can't stand here",
                    "check the indentation; quote a text that contains a colon"),
            new Help(
                    "expected <block end>",
                    false,
                    "this does not line up with the lines above",
                    "indent keys of one level by the same spaces"),
            new Help(
                    "expected ',' or",
                    true,
                    "this bracket is not closed, or lacks a comma",
                    "write {a: 1, b: 2} or [a, b]"),
            new Help("unexpected end of stream", true, "this quote is never closed", "add the closing quote"),
            new Help(
                    "cannot start any token",
                    false,
                    "a value can't begin with this character",
                    "put the value in quotes: \"...\""));

    private SyntaxHelp() {}

    static String message(MarkedYamlEngineException e) {
        return find(e).map(Help::message).orElseGet(() -> problem(e));
    }

    static String hint(MarkedYamlEngineException e) {
        return find(e).map(Help::hint).orElse(GENERAL);
    }

    static Mark mark(MarkedYamlEngineException e) {
        boolean atBegin = find(e).filter(Help::atBegin).isPresent();
        Optional<Mark> begin = e.getContextMark();
        Optional<Mark> end = e.getProblemMark();
        return (atBegin ? begin.or(() -> end) : end.or(() -> begin)).orElseThrow();
    }

    private static Optional<Help> find(MarkedYamlEngineException e) {
        return KNOWN.stream().filter(help -> problem(e).contains(help.says)).findFirst();
    }

    private static String problem(MarkedYamlEngineException e) {
        return String.valueOf(e.getProblem()).replace("\t", "\\t");
    }

    /**
     * A better message.
     *
     * @param says what the parser's own contains
     * @param atBegin whether to point to where the unfinished thing began rather than to where it was noticed
     * @param message what is wrong
     * @param hint what to do
     */
    private record Help(String says, boolean atBegin, String message, String hint) {}
}
