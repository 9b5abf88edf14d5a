package dev.chokepoint.cli;

import dev.chokepoint.lab.scenario.ScenarioReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code chokepoint examples}: the scenarios that come with it. */
@Command(
        name = "examples",
        header = "Lists the scenarios that come with Chokepoint, and what each teaches.",
        mixinStandardHelpOptions = true,
        footer = {"", "Example: @|bold chokepoint examples|@"})
final class ExamplesCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Path folder = folder();
        for (Path file : files(folder)) {
            out.println("chokepoint run " + file);
            out.println("    " + ScenarioReader.read(file).about());
        }
        out.flush();
        return Exit.DONE;
    }

    /** The launcher says where Chokepoint lives; paths are shown as seen from the working folder where they can be. */
    private static Path folder() {
        Path examples = Path.of(System.getProperty("chokepoint.home", ".")).resolve("examples");
        Path here = Path.of("").toAbsolutePath();
        Path absolute = examples.toAbsolutePath().normalize();
        return absolute.startsWith(here) ? here.relativize(absolute) : absolute;
    }

    private static List<Path> files(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new UsageException("there is no folder " + folder
                    + ": start Chokepoint with its launcher, ./chokepoint, from a full checkout");
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }
}
