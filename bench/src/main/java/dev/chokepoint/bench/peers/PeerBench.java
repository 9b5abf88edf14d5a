package dev.chokepoint.bench.peers;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Runs one contest in pairs, alternating which side goes first, and writes the table. Arguments: its name, and how many pairs. */
public final class PeerBench {
    private static final int PAIRS = 6;

    private PeerBench() {}

    /** Two runs right after one another. */
    record Pair(Outcome ours, Outcome theirs) {
        double wallRatio() {
            return theirs.wallSeconds() / ours.wallSeconds();
        }

        double cpuRatio() {
            return theirs.cpuSeconds() / ours.cpuSeconds();
        }
    }

    /**
     * Runs it.
     *
     * @param args {@code NAME [pairs=N]}
     * @throws Exception a process could not be run, or the table could not be written
     */
    public static void main(String[] args) throws Exception {
        Contest contest = Contests.all().stream()
                .filter(each -> each.name().equals(args[0]))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(args[0] + ": no such contest"));
        int count = args.length > 1 ? Integer.parseInt(args[1].replace("pairs=", "")) : PAIRS;
        String table = PeerTable.of(contest, pairs(contest, count));
        System.out.println(table);
        Files.writeString(Path.of("bench", "results", contest.name() + ".md"), table);
    }

    private static List<Pair> pairs(Contest contest, int count) throws IOException, InterruptedException {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            boolean oursFirst = i % 2 == 0;
            Outcome first = run(oursFirst ? contest.ours() : contest.theirs());
            Outcome second = run(oursFirst ? contest.theirs() : contest.ours());
            Pair pair = oursFirst ? new Pair(first, second) : new Pair(second, first);
            pairs.add(pair);
            System.err.printf(Locale.ROOT, "pair %d/%d: %s, %s%n", i + 1, count, pair.ours(), pair.theirs());
        }
        return pairs;
    }

    /** Bash times the process, since Java forgets a process's CPU time when it ends. */
    private static Outcome run(List<String> side) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of("/bin/bash", "-c", "TIMEFORMAT='%R %U %S'; time \"$@\"", "bash"));
        command.addAll(side);
        Path times = Files.createTempFile("chokepoint-bench", ".times");
        try {
            Process process =
                    new ProcessBuilder(command).redirectError(times.toFile()).start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int status = process.waitFor();
            String told = Files.readString(times);
            if (status != 0) {
                throw new IllegalStateException(side + " ended with status " + status + ": " + told);
            }
            String[] fields = told.lines().reduce("", (_, last) -> last).split(" ", -1);
            return Outcome.parse(
                    printed,
                    Double.parseDouble(fields[0]),
                    Double.parseDouble(fields[1]) + Double.parseDouble(fields[2]));
        } finally {
            Files.delete(times);
        }
    }
}
