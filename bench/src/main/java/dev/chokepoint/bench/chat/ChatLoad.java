package dev.chokepoint.bench.chat;

import dev.chokepoint.bench.ServerCpu;
import dev.chokepoint.bench.chat.Crowd.Client;
import dev.chokepoint.bench.chat.Speech.Stretch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The client: one process, one thread, whatever the server. Prints lines of a figure's name and its value. */
final class ChatLoad {
    private static final long SECOND = 1_000_000_000L;
    private static final int PACE_PER_SECOND = 200;

    private final Protocol protocol;
    private final int port;
    private final long pid;
    private final int members;

    private ChatLoad(Protocol protocol, int port, long pid, int members) {
        this.protocol = protocol;
        this.port = port;
        this.pid = pid;
        this.members = members;
    }

    /** Arguments: protocol, port, the server's process number, trial. */
    public static void main(String[] args) throws IOException {
        Trial trial = Trial.valueOf(args[3]);
        ChatLoad load = new ChatLoad(
                Protocol.valueOf(args[0]), Integer.parseInt(args[1]), Long.parseLong(args[2]), trial.members());
        switch (trial.kind()) {
            case SPEECH -> load.speech(trial);
            case JOIN -> load.join();
            case IDLE -> load.idle();
        }
    }

    private static void print(Figure figure, double value) {
        System.out.println(figure + " " + String.format(Locale.ROOT, "%.4f", value));
    }

    private void speech(Trial trial) throws IOException {
        try (Crowd crowd = new Crowd(port, protocol)) {
            crowd.enter(1);
            if (protocol == Protocol.IRC) {
                crowd.join(1);
            }
            Client speaker = crowd.clients().getFirst();
            crowd.enter(members);
            timedJoin(crowd);
            List<Client> others = crowd.clients().subList(1, crowd.clients().size());
            Speech speech = new Speech(crowd, speaker, others, protocol.message());
            speech.flatOut(trial.warmSeconds() * SECOND, pid);
            long before = ServerCpu.nanos(ProcessHandle.current().pid());
            Stretch stretch = speech.flatOut(trial.measureSeconds() * SECOND, pid);
            long clientCpu = ServerCpu.nanos(ProcessHandle.current().pid()) - before;
            print(Figure.DELIVERIES, 1e9 * stretch.deliveries() / stretch.nanos());
            print(Figure.CPU, (double) stretch.serverCpuNanos() / stretch.deliveries());
            print(Figure.SERVER_BUSY, (double) stretch.serverCpuNanos() / stretch.nanos());
            print(Figure.CLIENT_BUSY, (double) clientCpu / stretch.nanos());
            speech.drain();
            if (trial.paceSeconds() > 0) {
                speech.pace(PACE_PER_SECOND, trial.paceSeconds() * SECOND);
                print(Figure.P50, speech.latency().getValueAtPercentile(50) / 1e6);
                print(Figure.P99, speech.latency().getValueAtPercentile(99) / 1e6);
                print(Figure.SEND_LAG, speech.sendLag().getValueAtPercentile(99) / 1e6);
            }
        }
    }

    private void timedJoin(Crowd crowd) throws IOException {
        long cpu = ServerCpu.nanos(pid);
        long start = System.nanoTime();
        crowd.join(members);
        print(Figure.JOIN, (System.nanoTime() - start) / 1e9);
        print(Figure.JOIN_CPU, (ServerCpu.nanos(pid) - cpu) / 1e9);
    }

    private void join() throws IOException {
        try (Crowd crowd = new Crowd(port, protocol)) {
            crowd.enter(members);
            timedJoin(crowd);
        }
    }

    private void idle() throws IOException {
        try (Crowd crowd = new Crowd(port, protocol)) {
            crowd.enter(members);
            crowd.settle((_, _) -> {});
            print(Figure.MEMORY, residentBytes() / 1e6);
        }
    }

    private double residentBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
            if (line.startsWith("VmRSS:")) {
                return 1024.0 * Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IOException("the server has ended");
    }
}
