package dev.chokepoint.bench.peers;

import java.util.List;

/**
 * Two programs that do the same.
 *
 * @param name as {@code bench/run} and the result file call it
 * @param title the result's heading
 * @param measured what is timed, one sentence
 * @param peer the other one's name and version
 * @param ours our command
 * @param theirs the peer's command
 * @param check what the figure is by which one sees that both did the same
 * @param tolerance by how much the means of the two figures may differ, as a fraction
 * @param target how many times as fast as the peer we want to be
 */
record Contest(
        String name,
        String title,
        String measured,
        String peer,
        List<String> ours,
        List<String> theirs,
        String check,
        double tolerance,
        double target) {}
