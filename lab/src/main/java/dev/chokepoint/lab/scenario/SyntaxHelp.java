package dev.chokepoint.lab.scenario;

import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;

/** Says in a scenario author's words what the YAML parser did not like. */
final class SyntaxHelp {
    static final String GENERAL = "check the indentation, the space after each colon, brackets and quotes";

    private static final Map<String, Help> KNOWN = new LinkedHashMap<>();

    static {
        KNOWN.put("\\t", new Help("a tab stands where spaces must", "indent with spaces"));
        KNOWN.put("could not find expected ':'", new Help("a key without a colon", "write key: value"));
        KNOWN.put(
                "mapping values are not allowed here",
                new Help("a key can't stand here", "check the indentation; quote a text that contains a colon"));
        KNOWN.put(
                "expected <block end>",
                new Help("this does not line up with the lines above", "indent keys of one level by the same spaces"));
        KNOWN.put("expected ',' or", new Help("a bracket is not closed before this", "write {a: 1, b: 2} or [a, b]"));
        KNOWN.put("found unexpected end of stream", new Help("a quote is never closed", "add the closing quote"));
        KNOWN.put(
                "cannot start any token",
                new Help("a value can't begin with this character", "put the value in quotes: \"...\""));
    }

    private SyntaxHelp() {}

    static String message(MarkedYamlEngineException e) {
        return find(e).message;
    }

    static String hint(MarkedYamlEngineException e) {
        return find(e).hint;
    }

    private static Help find(MarkedYamlEngineException e) {
        String problem = String.valueOf(e.getProblem()).replace("\t", "\\t");
        return KNOWN.entrySet().stream()
                .filter(known -> problem.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseGet(() -> new Help(problem, GENERAL));
    }

    private record Help(String message, String hint) {}
}
