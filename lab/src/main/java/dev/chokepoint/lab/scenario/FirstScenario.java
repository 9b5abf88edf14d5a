package dev.chokepoint.lab.scenario;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A user's first scenario: the answers to four questions, as they would stand in the file.
 *
 * @param work CPU time that the server spends on a request
 * @param clients how many
 * @param rate how often they ask, all together
 * @param latency of the way from them to the server and of the way back, each
 * @param bandwidth of each direction
 */
public record FirstScenario(String work, String clients, String rate, String latency, String bandwidth) {
    /** What stands where nothing else was answered. */
    public static final FirstScenario STANDARD = new FirstScenario("1ms", "50", "400/s", "20ms", "100Mbit/s");

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9./%]*( [A-Za-z/]+)?");

    /** One of its answers. */
    public enum Answer {
        /** CPU time that the server spends on a request. */
        WORK,
        /** How many clients. */
        CLIENTS,
        /** How often they ask, all together. */
        RATE,
        /** Of each way. */
        LATENCY,
        /** Of each direction. */
        BANDWIDTH;

        /**
         * What options call it.
         *
         * @return such as {@code work}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * One of the answers.
     *
     * @param answer which
     * @return as it would stand in the file
     */
    public String get(Answer answer) {
        return switch (answer) {
            case WORK -> work;
            case CLIENTS -> clients;
            case RATE -> rate;
            case LATENCY -> latency;
            case BANDWIDTH -> bandwidth;
        };
    }

    /**
     * A copy with another answer.
     *
     * @param answer which
     * @param text as it would stand in the file
     * @return the copy
     */
    public FirstScenario with(Answer answer, String text) {
        return switch (answer) {
            case WORK -> new FirstScenario(text, clients, rate, latency, bandwidth);
            case CLIENTS -> new FirstScenario(work, text, rate, latency, bandwidth);
            case RATE -> new FirstScenario(work, clients, text, latency, bandwidth);
            case LATENCY -> new FirstScenario(work, clients, rate, text, bandwidth);
            case BANDWIDTH -> new FirstScenario(work, clients, rate, latency, text);
        };
    }

    /**
     * What the scenario's reader has to say of the answers.
     *
     * @param file that it would be written to
     * @return every mistake; empty for a scenario that can be run
     */
    public List<Problem> problems(String file) {
        try {
            ScenarioReader.read(new ScenarioText(file, yaml()));
            return List.of();
        } catch (ScenarioException e) {
            return e.problems();
        }
    }

    /**
     * The file, with a comment on what can be changed.
     *
     * @return YAML
     */
    public String yaml() {
        return """
                # A first scenario, written by chokepoint init. What else can stand here: docs/reference/scenario.md
                #
                # Try: twice the rate, and see which resource gives way first; then fix that one, and see what is next.

                about: Clients ask one server over one link.
                seed: 1 # the same seed gives the same simulation
                warmup: 1s # left out of the figures
                duration: 6s # measured

                app:
                  ask:
                    request: 200B
                    response: 2kB
                    work: %s # CPU time of each request; for one that varies: {mean: 1ms, law: exponential}

                server:
                  cores: 1

                clients:
                  - name: clients
                    count: %s
                    load: {poisson: %s} # of all of them together; for clients that wait for their answer: {closed: {think: 1s}}
                    link: {latency: %s, bandwidth: %s} # one way; all of them share it

                slo: # what must hold for exit status 0
                  - errors < 0.1%%
                """.formatted(scalar(work), scalar(clients), scalar(rate), scalar(latency), scalar(bandwidth));
    }

    /** Nobody's answer may become keys or comments: what could is quoted, and the reader says what it thinks of it. */
    private static String scalar(String text) {
        return PLAIN.matcher(text).matches()
                ? text
                : '"' + text.replaceAll("\\p{Cntrl}", " ").replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
