package dev.chokepoint.e2e;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A chat server in a process of its own, started as a person starts it, on free ports. */
final class ChatService implements AutoCloseable {
    static final Path ROOT = Path.of(System.getProperty("chokepoint.root"));
    static final String LAUNCHER = ROOT.resolve("chokepoint").toString();

    private static final Pattern PLAIN = Pattern.compile("chat listens on 127\\.0\\.0\\.1:(\\d+)");
    private static final Pattern SECURE =
            Pattern.compile("chat listens for TLS on 127\\.0\\.0\\.1:(\\d+)\\. .*fingerprint is ([0-9a-f]{64})");
    private static final long STOP_SECONDS = 30;

    private final Process server;
    private final BufferedReader output;
    private int plainPort;
    private int securePort;
    private String fingerprint = "";

    private ChatService(Process server) {
        this.server = server;
        this.output = server.inputReader(UTF_8);
    }

    /** Waits until it listens. */
    static ChatService start() throws IOException {
        Process process = new ProcessBuilder(
                        LAUNCHER, "serve", "chat", "--listen", "127.0.0.1:0", "--tls", "127.0.0.1:0")
                .redirectErrorStream(true)
                .start();
        ChatService service = new ChatService(process);
        service.readAddresses();
        return service;
    }

    private void readAddresses() throws IOException {
        StringBuilder said = new StringBuilder();
        while (plainPort == 0 || securePort == 0) {
            String line = output.readLine();
            if (line == null) {
                throw new AssertionError("serve chat has ended: " + said);
            }
            said.append(line).append('\n');
            Matcher plain = PLAIN.matcher(line);
            Matcher secure = SECURE.matcher(line);
            if (plain.find()) {
                plainPort = Integer.parseInt(plain.group(1));
            }
            if (secure.find()) {
                securePort = Integer.parseInt(secure.group(1));
                fingerprint = secure.group(2);
            }
        }
    }

    int plainPort() {
        return plainPort;
    }

    int securePort() {
        return securePort;
    }

    /** Of its certificate. */
    String fingerprint() {
        return fingerprint;
    }

    @Override
    public void close() {
        server.destroy();
        try {
            if (!server.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                server.destroyForcibly();
            }
        } catch (InterruptedException e) {
            server.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
