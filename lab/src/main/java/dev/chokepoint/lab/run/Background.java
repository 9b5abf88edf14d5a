package dev.chokepoint.lab.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * This process's threads that compile, as Linux knows them: in a young Java virtual machine they want a core of their own for
 * seconds, and what is measured would wait for it. They can be told to take only what nobody else wants.
 */
final class Background {
    private static final Path TASKS = Path.of("/proc/self/task");

    /** The policy for what runs when nothing else does, of sched(7). */
    private static final int SCHED_IDLE = 5;

    private Background() {}

    /** Whether a thread of this process compiles; names are cut to 15 characters there. */
    static boolean compiles(Path task) throws IOException {
        try {
            return Files.readString(task.resolve("comm")).contains("CompilerThre");
        } catch (NoSuchFileException e) {
            return false; // it has just ended
        }
    }

    /**
     * From now on compilers of this process run only on cores that nobody else wants. Does nothing where the system has no such
     * thing, or does not let it.
     */
    static void yieldToAll() {
        if (!Files.isDirectory(TASKS)) {
            return;
        }
        try (DirectoryStream<Path> tasks = Files.newDirectoryStream(TASKS)) {
            for (Path task : tasks) {
                if (compiles(task)) {
                    idle(Integer.parseInt(task.getFileName().toString()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("can't read " + TASKS + ": " + e.getMessage(), e);
        }
    }

    /** {@code sched_setscheduler(thread, SCHED_IDLE, {0})}: needs no privilege. */
    @SuppressWarnings("restricted") // the worker is started with --enable-native-access
    private static void idle(int thread) {
        MethodHandle call = Linker.nativeLinker()
                .downcallHandle(
                        Linker.nativeLinker()
                                .defaultLookup()
                                .find("sched_setscheduler")
                                .orElseThrow(),
                        FunctionDescriptor.of(
                                ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment priority = arena.allocate(ValueLayout.JAVA_INT); // 0, the only one that the policy has
            int _ = (int) call.invokeExact(thread, SCHED_IDLE, priority);
        } catch (Throwable e) {
            throw new IllegalStateException("sched_setscheduler can't be called", e);
        }
    }
}
