package dev.chokepoint.bench.chat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Servers on one core, the client on another. */
final class Processes {
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final Path TASKSET = Path.of("/usr/bin/taskset");

    private Processes() {}

    /** A JVM with this one's classes. */
    static List<String> java(String heap) {
        return List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                heap,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"));
    }

    static List<String> pinned(int core, List<String> command) {
        if (!Files.isExecutable(TASKSET) || Runtime.getRuntime().availableProcessors() < 2) {
            return command;
        }
        List<String> all = new ArrayList<>(List.of(TASKSET.toString(), "-c", Integer.toString(core)));
        all.addAll(command);
        return all;
    }

    /** Starts a process that ends when this one does. */
    static Process start(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return process;
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Waits until somebody listens there. */
    static void awaitListening(Process server, int port) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (true) {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                return;
            } catch (IOException e) {
                if (System.nanoTime() > end || !server.isAlive()) {
                    throw new IOException("the server does not listen on port " + port, e);
                }
                Thread.sleep(20);
            }
        }
    }
}
