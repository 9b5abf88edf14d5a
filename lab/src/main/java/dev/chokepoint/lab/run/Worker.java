package dev.chokepoint.lab.run;

import dev.chokepoint.lab.run.WorkerTalk.Order;
import dev.chokepoint.lab.run.WorkerTalk.Word;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** One worker process of a live run, seen from the run. Used by one thread; ends with the run, whatever happens. */
final class Worker implements AutoCloseable {
    private static final int WORDS_MAX = 10_000;

    private final String name;
    private final Path errors;
    private final Process process;
    private final ObjectOutputStream orders;
    private final BlockingQueue<Word> words = new LinkedBlockingQueue<>(WORDS_MAX);

    Worker(String name, Path folder) {
        this.name = name;
        errors = folder.resolve(name + ".log");
        try {
            process = new ProcessBuilder(command())
                    .redirectError(Redirect.to(errors.toFile()))
                    .start();
            orders = new ObjectOutputStream(process.getOutputStream());
            orders.flush();
        } catch (IOException e) {
            throw new RunException("can't start the " + name + " process: " + e.getMessage(), e);
        }
        Thread.ofPlatform().daemon().name("from " + name).start(this::read);
    }

    /**
     * The same JVM, the same modules or class path, and the worker's main class; deaf to Ctrl-C, which reaches the whole group
     * of processes: the run decides what its workers do about it.
     */
    private static List<String> command() {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", "trap '' INT; exec \"$@\"", "worker"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-Xms256m",
                "-XX:-UsePerfData"));
        String modules = System.getProperty("jdk.module.path");
        String main = WorkerMain.class.getName();
        if (modules != null && WorkerMain.class.getModule().isNamed()) {
            command.addAll(List.of(
                    "--enable-native-access=io.netty.transport.unix.common,io.netty.common,dev.chokepoint.lab",
                    "-p",
                    modules,
                    "--add-modules",
                    "ALL-MODULE-PATH",
                    "-m",
                    WorkerMain.class.getModule().getName() + "/" + main));
        } else {
            command.addAll(List.of("-cp", System.getProperty("java.class.path", "." + File.pathSeparator), main));
        }
        return command;
    }

    private void read() {
        try (ObjectInputStream in = new ObjectInputStream(process.getInputStream())) {
            while (true) {
                words.put((Word) in.readObject());
            }
        } catch (IOException | ClassNotFoundException e) {
            words.offer(new WorkerTalk.Broken("the " + name + " process ended: " + lastErrors()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String lastErrors() {
        try {
            List<String> lines = Files.readAllLines(errors);
            return lines.isEmpty()
                    ? "it said nothing"
                    : String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
        } catch (IOException e) {
            return "its messages can't be read: " + e.getMessage();
        }
    }

    void tell(Order order) {
        try {
            orders.writeObject(order);
            orders.flush();
        } catch (IOException e) {
            throw new RunException("the " + name + " process is gone: " + lastErrors(), e);
        }
    }

    /** The next word, if it comes within a time. */
    Optional<Word> next(long timeoutNanos) {
        try {
            Word word = words.poll(timeoutNanos, TimeUnit.NANOSECONDS);
            if (word instanceof WorkerTalk.Broken broken) {
                throw new RunException(broken.message());
            }
            return Optional.ofNullable(word);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RunException("interrupted while waiting for the " + name + " process", e);
        }
    }

    /** The next word, which must be of a kind. */
    <W extends Word> W expect(Class<W> kind, long timeoutNanos) {
        Optional<Word> word = next(timeoutNanos);
        if (word.isEmpty() || !kind.isInstance(word.get())) {
            throw new RunException("the " + name + " process should say " + kind.getSimpleName() + " within "
                    + timeoutNanos / 1_000_000_000 + " s and said "
                    + word.map(Word::toString).orElse("nothing") + ": " + lastErrors());
        }
        return kind.cast(word.get());
    }

    /** Ends the process: closing its input makes it stop by itself; killing it is the last resort. */
    @Override
    public void close() {
        try {
            orders.close();
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (IOException e) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
