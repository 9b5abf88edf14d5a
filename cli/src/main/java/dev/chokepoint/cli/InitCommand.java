package dev.chokepoint.cli;

import dev.chokepoint.lab.scenario.FirstScenario;
import dev.chokepoint.lab.scenario.FirstScenario.Answer;
import dev.chokepoint.lab.scenario.Problem;
import dev.chokepoint.report.TextFile;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chokepoint init}: a first scenario. */
@Command(
        name = "init",
        header = "Writes a first scenario: asks four questions on a terminal, or takes the answers as options.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "Example: @|bold chokepoint init shop.yaml|@",
            "         @|bold chokepoint init shop.yaml --work 2ms --clients 200 --rate 300/s --latency 15ms --bandwidth 50Mbit/s|@"
        })
final class InitCommand implements Callable<Integer> {
    @Parameters(
            paramLabel = "FILE",
            arity = "0..1",
            defaultValue = "scenario.yaml",
            description = "what to write (default: ${DEFAULT-VALUE})")
    private Path file;

    @Option(
            names = "--work",
            paramLabel = "TIME",
            description = "CPU time that the server spends on a request, such as 1ms")
    private String work;

    @Option(names = "--clients", paramLabel = "N", description = "how many clients there are")
    private String clients;

    @Option(names = "--rate", paramLabel = "RATE", description = "how often they ask, all together, such as 400/s")
    private String rate;

    @Option(names = "--latency", paramLabel = "TIME", description = "one way between them and the server, such as 20ms")
    private String latency;

    @Option(names = "--bandwidth", paramLabel = "RATE", description = "of their link, such as 100Mbit/s, or unlimited")
    private String bandwidth;

    @Option(
            names = {"-y", "--yes"},
            description = "ask nothing: what no option says is as usual")
    private boolean yes;

    @Option(names = "--force", description = "replace the file if there is one")
    private boolean force;

    @Override
    public Integer call() throws IOException {
        if (Files.exists(file) && !force) {
            throw new UsageException(file + " exists: name another file, or replace it with --force");
        }
        Map<Answer, String> given = given();
        FirstScenario scenario = FirstScenario.STANDARD;
        for (Map.Entry<Answer, String> answer : given.entrySet()) {
            scenario = accepted(scenario, answer.getKey(), answer.getValue());
        }
        List<Question> open = Question.ALL.stream()
                .filter(question -> !given.keySet().containsAll(question.answers()))
                .toList();
        if (!yes && !open.isEmpty()) {
            scenario = asked(scenario, open);
        }
        write(scenario);
        return Exit.DONE;
    }

    private Map<Answer, String> given() {
        Map<Answer, String> given = new EnumMap<>(Answer.class);
        put(given, Answer.WORK, work);
        put(given, Answer.CLIENTS, clients);
        put(given, Answer.RATE, rate);
        put(given, Answer.LATENCY, latency);
        put(given, Answer.BANDWIDTH, bandwidth);
        return given;
    }

    private static void put(Map<Answer, String> given, Answer answer, String text) {
        if (text != null) {
            given.put(answer, text.strip());
        }
    }

    private FirstScenario accepted(FirstScenario scenario, Answer answer, String text) {
        FirstScenario changed = scenario.with(answer, text);
        List<Problem> problems = changed.problems(file.toString());
        if (!problems.isEmpty()) {
            throw new UsageException("--" + answer.word() + ": " + said(problems));
        }
        return changed;
    }

    private static String said(List<Problem> problems) {
        Problem first = problems.getFirst();
        return first.message() + "; " + first.hint();
    }

    private FirstScenario asked(FirstScenario scenario, List<Question> open) throws IOException {
        if (!Screen.isTerminal()) {
            throw new UsageException(
                    "init asks its questions on a terminal, and there is none: answer them with --work,"
                            + " --clients, --rate, --latency and --bandwidth, or take what is usual with --yes");
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        System.out.println("Enter takes what stands in brackets. Nothing is written before the last answer.");
        FirstScenario answered = scenario;
        for (Question question : open) {
            answered = ask(answered, question, in);
        }
        return answered;
    }

    /** Until the answer is one. */
    private FirstScenario ask(FirstScenario scenario, Question question, BufferedReader in) throws IOException {
        while (true) {
            System.out.print(question.text() + " [" + question.standing(scenario) + "] ");
            System.out.flush();
            String line = in.readLine();
            if (line == null) {
                throw new UsageException("no more answers, so nothing was written");
            }
            FirstScenario answered = question.answered(scenario, line.strip());
            List<Problem> problems = answered.problems(file.toString());
            if (problems.isEmpty()) {
                return answered;
            }
            System.out.println("  " + said(problems));
        }
    }

    private void write(FirstScenario scenario) {
        TextFile.write("scenario", file, scenario.yaml());
        System.out.println("Wrote " + file + ". Next: chokepoint run " + file);
        System.out.flush();
    }
}
