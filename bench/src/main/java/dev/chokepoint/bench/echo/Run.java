package dev.chokepoint.bench.echo;

/** One run of one server, as the client reported it. */
record Run(long messages, long serverCpuNanos, long p50Nanos, long p99Nanos, long sendLagP99Nanos) {
    static Run parse(String line) {
        String[] fields = line.split(" ", -1);
        return new Run(
                Long.parseLong(fields[0]),
                Long.parseLong(fields[1]),
                Long.parseLong(fields[2]),
                Long.parseLong(fields[3]),
                Long.parseLong(fields[4]));
    }

    double cpuNanosPerMessage() {
        return (double) serverCpuNanos / messages;
    }
}
