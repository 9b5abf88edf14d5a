package dev.chokepoint.bench.chat;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Runs every server through every trial, round after round, each run with a fresh server process on one core and a fresh client on
 * another; who goes first changes with the round. What is done is kept in {@code bench/results/chat.csv}, so that a bench that was
 * interrupted goes on where it was. Options as {@code name=value}: rounds, seconds (begins no run after that), servers and trials
 * (lists joined by commas), fresh, out (a folder).
 */
public final class ChatBench {
    private static final String ALL = "all";
    private static final int SPARE_DESCRIPTORS = 200;

    private final int rounds;
    private final long endNanos;
    private final List<Contestant> contestants;
    private final List<Trial> trials;
    private final Path folder;
    private final Path file;
    private final List<Sample> samples = new ArrayList<>();

    private ChatBench(Map<String, String> options) {
        rounds = Integer.parseInt(options.get("rounds"));
        endNanos = System.nanoTime() + Long.parseLong(options.get("seconds")) * 1_000_000_000L;
        contestants = chosen(options.get("servers"), Contestant.values());
        trials = chosen(options.get("trials"), Trial.values());
        folder = Path.of(options.get("out"));
        file = folder.resolve("chat.csv");
    }

    private static <E extends Enum<E>> List<E> chosen(String names, E[] all) {
        List<String> wanted = List.of(names.split(",", -1));
        return Arrays.stream(all)
                .filter(each -> names.equals(ALL) || wanted.contains(each.name()))
                .toList();
    }

    /**
     * Runs it.
     *
     * @param args see above
     * @throws Exception a process could not be run, or the results could not be kept
     */
    public static void main(String[] args) throws Exception {
        Map<String, String> options = new LinkedHashMap<>(Map.of(
                "rounds",
                "6",
                "seconds",
                "100000",
                "servers",
                ALL,
                "trials",
                ALL,
                "fresh",
                "false",
                "out",
                "bench/results"));
        for (String arg : args) {
            int equals = arg.indexOf('=');
            if (equals < 0 || options.replace(arg.substring(0, equals), arg.substring(equals + 1)) == null) {
                throw new IllegalArgumentException(arg + ": write name=value with a name of " + options.keySet());
            }
        }
        new ChatBench(options).run(Boolean.parseBoolean(options.get("fresh")));
    }

    private void run(boolean fresh) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (fresh) {
            Files.deleteIfExists(file);
        } else if (Files.exists(file)) {
            Files.readAllLines(file).stream().map(Sample::parse).forEach(samples::add);
        }
        for (int round = 1; round <= rounds; round++) {
            for (Trial trial : trials) {
                round(trial, round);
            }
        }
        String table = ChatTable.of(samples);
        System.out.println(table);
        Files.writeString(folder.resolve("chat.md"), table);
    }

    private void round(Trial trial, int round) throws IOException, InterruptedException {
        List<Contestant> order = round % 2 == 1 ? contestants : contestants.reversed();
        for (Contestant contestant : order) {
            boolean done = samples.stream().anyMatch(sample -> sample.isOf(trial, contestant, round));
            boolean possible = contestant.isInstalled() && contestant.takesPart(trial, round) && hasDescriptors(trial);
            if (!done && possible && System.nanoTime() < endNanos) {
                List<Sample> run = run(contestant, trial, round);
                samples.addAll(run);
                Files.write(
                        file,
                        run.stream().map(Sample::line).toList(),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
            }
        }
    }

    /** The client and the server each need one a connection. */
    private static boolean hasDescriptors(Trial trial) {
        long most = ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
                ? system.getMaxFileDescriptorCount()
                : Long.MAX_VALUE;
        boolean enough = trial.members() + SPARE_DESCRIPTORS <= most;
        if (!enough) {
            System.err.println(trial + " is left out: it needs " + (trial.members() + SPARE_DESCRIPTORS)
                    + " file descriptors, and there may be " + most + "; raise ulimit -n");
        }
        return enough;
    }

    private static List<Sample> run(Contestant contestant, Trial trial, int round)
            throws IOException, InterruptedException {
        Path files = Files.createTempDirectory("chokepoint-chat-");
        int port = Processes.freePort();
        Process server = Processes.start(new ProcessBuilder(Processes.pinned(0, contestant.command(files, port)))
                .redirectErrorStream(true)
                .redirectOutput(files.resolve("output").toFile()));
        try {
            Processes.awaitListening(server, port);
            return measure(contestant, trial, round, port, server.pid());
        } catch (IOException e) {
            throw new IOException(
                    contestant + " in " + trial + ": " + e.getMessage() + "; the server printed: "
                            + Files.readString(files.resolve("output")),
                    e);
        } finally {
            server.destroy();
            server.waitFor();
            delete(files);
        }
    }

    private static List<Sample> measure(Contestant contestant, Trial trial, int round, int port, long pid)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(Processes.java("-Xmx512m"));
        command.addAll(List.of(
                ChatLoad.class.getName(),
                contestant.protocol().name(),
                Integer.toString(port),
                Long.toString(pid),
                trial.name()));
        Process client = Processes.start(
                new ProcessBuilder(Processes.pinned(1, command)).redirectError(ProcessBuilder.Redirect.INHERIT));
        List<Sample> samples = new ArrayList<>();
        try (BufferedReader results = client.inputReader(StandardCharsets.UTF_8)) {
            for (String line = results.readLine(); line != null; line = results.readLine()) {
                String[] words = line.split(" ", -1);
                samples.add(
                        new Sample(trial, contestant, round, Figure.valueOf(words[0]), Double.parseDouble(words[1])));
                System.err.println(samples.getLast().line());
            }
        }
        if (client.waitFor() != 0) {
            throw new IOException("the client failed");
        }
        return samples;
    }

    private static void delete(Path files) throws IOException {
        try (Stream<Path> inside = Files.list(files)) {
            for (Path path : inside.toList()) {
                Files.delete(path);
            }
        }
        Files.delete(files);
    }
}
