package dev.chokepoint.programs.talk;

import dev.chokepoint.host.Host;
import dev.chokepoint.programs.load.Arrivals;
import java.util.function.LongConsumer;

/** An open loop of messages: at the workload's times somebody speaks, each as likely as any other. */
public final class Talk {
    private final Host host;
    private final TalkPlan plan;
    private final Talkers talkers;
    private final LongConsumer sendLagNanos;
    private final Arrivals arrivals;
    private long nextMessage;
    private long nextNanos;

    /**
     * Begins a talk, whose first message comes at the plan's start or later.
     *
     * @param host whose lane, clock and random numbers it uses
     * @param plan what is said
     * @param talkers who carry it
     * @param sendLagNanos told for each message, on the lane, how long after its intended time the program came to it
     */
    public Talk(Host host, TalkPlan plan, Talkers talkers, LongConsumer sendLagNanos) {
        this.host = host;
        this.plan = plan;
        this.talkers = talkers;
        this.sendLagNanos = sendLagNanos;
        arrivals = Arrivals.of(plan.workload(), plan.startNanos(), host.random());
        nextMessage = plan.firstMessage();
        nextNanos = arrivals.nextNanos();
        arm();
    }

    private void arm() {
        if (nextNanos < plan.endNanos()) {
            host.after(nextNanos - host.nanoTime(), this::arrive);
        }
    }

    /** All that are due by now: a late callback must not thin out the load. */
    private void arrive() {
        long lag = host.nanoTime() - nextNanos;
        while (lag >= 0 && nextNanos < plan.endNanos()) {
            sendLagNanos.accept(lag);
            speak();
            nextMessage += plan.messageStride();
            nextNanos = arrivals.nextNanos();
            lag = host.nanoTime() - nextNanos;
        }
        arm();
    }

    private void speak() {
        Rooms rooms = plan.rooms();
        int person = host.random().nextInt(rooms.people());
        int others = rooms.membersOf(rooms.roomOf(person)) - 1;
        host.meter().intended(nextMessage, nextNanos, others);
        talkers.say(person, nextMessage);
    }
}
