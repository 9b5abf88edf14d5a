package dev.chokepoint.bench.peers;

import java.util.ArrayList;
import java.util.List;

/** What {@code bench/run} can compare. */
final class Contests {
    private static final String CUSTOMERS = "20000000";
    private static final String SIMPY_CUSTOMERS = "500000";
    private static final String SECONDS = "2000";
    private static final String WHOLE = "The whole process is timed, its start included.";
    private static final String QUEUE = "An M/M/1 queue at load 0.8";

    private Contests() {}

    static List<Contest> all() {
        return List.of(
                new Contest(
                        "ssj",
                        QUEUE + " on the engine alone, against SSJ",
                        "20,000,000 customers are timed in a JVM that has served three times as many to warm up.",
                        "SSJ 3.3.2",
                        side("bare", CUSTOMERS),
                        side("ssj", CUSTOMERS),
                        "mean number in system (exactly 4)",
                        0.01,
                        1.5),
                new Contest(
                        "simpy",
                        QUEUE + " as programs that talk by datagrams, against SimPy",
                        "500,000 customers are timed, ours in a JVM that has served three times as many to warm up.",
                        "SimPy 2.3.1 (Debian's python3-simpy)",
                        side("seam", SIMPY_CUSTOMERS),
                        List.of("/usr/bin/python3", "bench/simpy/mm1.py", SIMPY_CUSTOMERS),
                        "mean number in system (exactly 4)",
                        0.05,
                        5),
                new Contest(
                        "tcp",
                        "One TCP flow over a dumbbell for 2,000 virtual seconds, against ns-3",
                        WHOLE,
                        "ns-3 3.37, g++ -O3",
                        side("tcp", SECONDS),
                        List.of("bench/target/ns3/tcp-dumbbell", SECONDS),
                        "goodput, Mbit/s",
                        0.01,
                        5),
                new Contest(
                        "udp",
                        "Poisson datagrams over a dumbbell at load 0.8 for 2,000 virtual seconds, against ns-3",
                        WHOLE,
                        "ns-3 3.37, g++ -O3",
                        side("udp", SECONDS),
                        List.of("bench/target/ns3/poisson-udp", SECONDS),
                        "mean one-way delay, ms (exactly 22.56)",
                        0.01,
                        5));
    }

    private static List<String> side(String... args) {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                Side.class.getName()));
        command.addAll(List.of(args));
        return command;
    }
}
