package dev.chokepoint.programs.chat.guard;

import dev.chokepoint.host.Address;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The bans in force, and how many connections they have turned away or ended. One lane's. What has ended is forgotten when it is met. */
public final class BanList {
    /** More bans than this are not taken. */
    public static final int MOST = 10_000;

    private final List<Ban> bans = new ArrayList<>();
    private long refused;

    /**
     * The bans that a server starts with.
     *
     * @param first at most {@link #MOST}
     */
    public BanList(Collection<Ban> first) {
        bans.addAll(first);
    }

    /**
     * Adds a ban, in place of an older one of the same target.
     *
     * @param ban the ban
     * @param nowNanos the host's clock
     * @return false when there are as many as may be
     */
    public boolean add(Ban ban, long nowNanos) {
        bans.removeIf(old -> old.hasEnded(nowNanos) || old.target().equals(ban.target()));
        return bans.size() < MOST && bans.add(ban);
    }

    /**
     * Takes a ban back.
     *
     * @param target as the ban's target
     * @return whether there was one
     */
    public boolean remove(Ban.Target target) {
        return bans.removeIf(ban -> ban.target().equals(target));
    }

    /**
     * Puts the bans of a configuration in the place of those of an earlier one.
     *
     * @param configured the new ones
     */
    public void configure(Collection<Ban> configured) {
        bans.removeIf(ban -> ban.setBy().equals(Ban.CONFIGURATION));
        bans.addAll(configured);
    }

    /**
     * What turns away a connection that has just come: D-lines only.
     *
     * @param from its peer
     * @param nowNanos the host's clock
     * @return the ban, which is counted
     */
    public Optional<Ban> refuse(Address from, long nowNanos) {
        return count(find(ban -> ban.target() instanceof Ban.Addresses of && of.hits("", "", from), nowNanos));
    }

    /**
     * What turns away somebody who has said who they are.
     *
     * @param user the user name
     * @param host the address, as it is written
     * @param from the address
     * @param nowNanos the host's clock
     * @return the ban, which is counted
     */
    public Optional<Ban> refuse(String user, String host, Address from, long nowNanos) {
        return count(find(ban -> ban.target().hits(user, host, from), nowNanos));
    }

    private Optional<Ban> find(Predicate<Ban> hits, long nowNanos) {
        bans.removeIf(ban -> ban.hasEnded(nowNanos));
        return bans.stream().filter(hits).findFirst();
    }

    private Optional<Ban> count(Optional<Ban> found) {
        refused += found.isPresent() ? 1 : 0;
        return found;
    }

    /**
     * The bans in force.
     *
     * @param nowNanos the host's clock
     * @return in the order in which they were set
     */
    public List<Ban> inForce(long nowNanos) {
        bans.removeIf(ban -> ban.hasEnded(nowNanos));
        return List.copyOf(bans);
    }

    /**
     * How many connections bans have turned away or ended.
     *
     * @return since the start
     */
    public long refused() {
        return refused;
    }
}
