package dev.chokepoint.bench.echo;

/** Two runs right after one another. */
record Pair(Run seam, Run netty) {
    double ratio() {
        return seam.cpuNanosPerMessage() / netty.cpuNanosPerMessage();
    }
}
