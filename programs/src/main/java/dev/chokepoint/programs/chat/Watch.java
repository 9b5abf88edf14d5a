package dev.chokepoint.programs.chat;

import dev.chokepoint.programs.chat.guard.Policy;

/**
 * Asks who is silent whether they are still there, and gives up those who are not, and those who never say who they are. One timer looks
 * after all connections, while there are any; what it finds is late by at most an eighth of the shorter time. Lane only.
 */
final class Watch {
    private static final int LOOKS = 8;
    private static final long SECOND = 1_000_000_000;

    private final Chat chat;
    private final Gate gate;
    private boolean looking;
    private long unregistered;
    private long silent;

    Watch(Chat chat, Gate gate) {
        this.chat = chat;
        this.gate = gate;
    }

    /** To be called when somebody has come. */
    void start() {
        if (!looking) {
            looking = true;
            Policy policy = gate.policy();
            long shorter = Math.min(policy.registrationNanos(), policy.pingNanos());
            chat.host().after(Math.max(1, shorter / LOOKS), this::look);
        }
    }

    private void look() {
        looking = false;
        long now = chat.host().nanoTime();
        for (Client client : chat.clients()) {
            if (!client.isClosed()) {
                look(client, now);
            }
        }
        if (!chat.clients().isEmpty()) {
            start();
        }
    }

    private void look(Client client, long now) {
        Policy policy = gate.policy();
        if (!client.isRegistered()) {
            if (now - client.openedNanos() >= policy.registrationNanos()) {
                unregistered++;
                client.close("Registration timed out");
            }
            return;
        }
        long quietNanos = now - client.heardNanos();
        if (quietNanos < policy.pingNanos()) {
            client.setPinged(false);
        } else if (!client.isPinged()) {
            client.setPinged(true);
            chat.send(client, "", "PING", chat.self().name());
        } else if (quietNanos >= 2 * policy.pingNanos()) {
            silent++;
            client.close("Ping timeout: " + quietNanos / SECOND + " seconds");
        }
    }

    long unregistered() {
        return unregistered;
    }

    long silent() {
        return silent;
    }
}
