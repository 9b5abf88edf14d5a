package dev.chokepoint.cli;

import dev.chokepoint.lab.scenario.FirstScenario;
import dev.chokepoint.lab.scenario.FirstScenario.Answer;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A question of {@code init}.
 *
 * @param text what is asked
 * @param answers what its answer says, word by word
 */
record Question(String text, List<Answer> answers) {
    static final List<Question> ALL = List.of(
            new Question("How much CPU time does the server spend on one request?", List.of(Answer.WORK)),
            new Question("How many clients are there?", List.of(Answer.CLIENTS)),
            new Question("How often do they ask, all of them together?", List.of(Answer.RATE)),
            new Question(
                    "How far away are they: latency of one way, and bandwidth?",
                    List.of(Answer.LATENCY, Answer.BANDWIDTH)));

    /** What is taken when nothing is answered. */
    String standing(FirstScenario scenario) {
        return answers.stream().map(scenario::get).collect(Collectors.joining(" "));
    }

    /** Words in their order; those that are missing stay as they were, and what is too much goes to the last. */
    FirstScenario answered(FirstScenario scenario, String line) {
        FirstScenario answered = scenario;
        String[] words = line.split("[ ,]+", answers.size());
        for (int i = 0; i < words.length; i++) {
            if (!words[i].isEmpty()) {
                answered = answered.with(answers.get(i), words[i]);
            }
        }
        return answered;
    }
}
