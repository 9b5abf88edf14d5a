package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Scenario.ClientGroup;
import java.util.List;

/**
 * What breaks at a time.
 *
 * @param atNanos when, counted from the start of the warm-up, as the steps of a load are
 * @param action what happens
 * @param text as the user wrote it
 */
public record PlannedFault(long atNanos, Action action, String text) {
    /** What can happen. Hosts are named as in the scenario; {@code server-2} is the second server. */
    public sealed interface Action {}

    /**
     * A process dies: {@code crash server-2}.
     *
     * @param host whose
     */
    public record CrashProcess(String host) implements Action {}

    /**
     * A whole host dies: {@code power-off server-2}.
     *
     * @param host which
     */
    public record PowerOff(String host) implements Action {}

    /**
     * A dead one starts again, with nothing of what it knew: {@code restart server-2}.
     *
     * @param host which
     */
    public record Restart(String host) implements Action {}

    /**
     * Hosts can't reach others for a time: {@code partition clients from server-1 for 5s}.
     *
     * @param some hosts
     * @param others hosts
     * @param lastsNanos how long; {@link Long#MAX_VALUE} until the end
     */
    public record Partition(List<String> some, List<String> others, long lastsNanos) implements Action {
        /** Copies the lists. */
        public Partition {
            some = List.copyOf(some);
            others = List.copyOf(others);
        }
    }

    /**
     * What goes from a host to another takes longer for a time: {@code delay 50ms from clients to server-1 for 5s}.
     *
     * @param nanos by how much
     * @param from a host
     * @param to another
     * @param lastsNanos how long; {@link Long#MAX_VALUE} until the end
     */
    public record Slow(long nanos, String from, String to, long lastsNanos) implements Action {}

    /**
     * Which client of a group a name means: {@code clients/17} is the 17th of the group {@code clients}.
     *
     * @param host a name
     * @param group whose clients
     * @return from 1 to {@link ClientGroup#count()}; 0 for a name of something else
     */
    public static int numberIn(ClientGroup group, String host) {
        String number = host.startsWith(group.name() + "/")
                ? host.substring(group.name().length() + 1)
                : "";
        boolean written = number.matches("[1-9][0-9]{0,8}");
        return written && Integer.parseInt(number) <= group.count() ? Integer.parseInt(number) : 0;
    }
}
