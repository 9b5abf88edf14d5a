package dev.chokepoint.host.world;

import java.util.List;

/**
 * A fault of the network: judges what crosses between hosts. The first rule that does not let something pass decides. Called by
 * the world's thread in virtual time, and over real sockets by the sending lane's, so it is quick and, there, thread-safe; the
 * same answers to the same questions keep a simulation repeatable.
 */
@FunctionalInterface
public interface Rule {
    /**
     * Judges one passage.
     *
     * @param passage what is about to leave
     * @return what becomes of it
     */
    Verdict judge(Passage passage);

    /**
     * Cuts some hosts off from others, both ways.
     *
     * @param some host names
     * @param others host names
     * @return the rule
     */
    static Rule partition(List<String> some, List<String> others) {
        List<String> here = List.copyOf(some);
        List<String> there = List.copyOf(others);
        return passage -> here.contains(passage.from()) && there.contains(passage.to())
                        || there.contains(passage.from()) && here.contains(passage.to())
                ? Verdict.DROP
                : Verdict.PASS;
    }
}
