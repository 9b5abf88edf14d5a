package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.BalancerSpec.HealthCheck;
import java.util.Locale;

/** Finds what a load balancer can't do: stand where there is none, share datagrams, or find every server ill. */
record BalancerCheck(Scenario scenario, Node root, Problems problems) {
    void check() {
        if (scenario.model() != Model.REPLICATED
                && !scenario.compare().models().contains(Model.REPLICATED)
                && root.child(BalancerSpec.NAME).isPresent()) {
            problems.add(
                    root.at(BalancerSpec.NAME),
                    "balancer: the model " + scenario.model().name().toLowerCase(Locale.ROOT) + " has none",
                    "write model: replicated, or name it in compare: {models: [...]}, or remove balancer");
        }
        scenario.balancer().ifPresent(this::check);
    }

    private void check(BalancerSpec balancer) {
        if (scenario.transport() instanceof Transport.Udp) {
            problems.add(
                    root.at("transport"),
                    "transport: a balancer shares connections among servers, and udp has none",
                    "write transport: ideal or tcp, or model: central");
        }
        checkHealth(balancer.health(), balancer);
    }

    private void checkHealth(HealthCheck health, BalancerSpec balancer) {
        long roundTripNanos = balancer.link().up().latencyNanos()
                + balancer.link().up().jitterNanos()
                + balancer.link().down().latencyNanos()
                + balancer.link().down().jitterNanos();
        if (health.timeoutNanos() > health.everyNanos()) {
            problems.add(
                    root.at(BalancerSpec.NAME, "health", "timeout"),
                    "timeout: " + Quantities.time(health.timeoutNanos()) + " is longer than every "
                            + Quantities.time(health.everyNanos()),
                    "a check must be over before the next one: lower timeout, or raise every");
        } else if (roundTripNanos >= health.timeoutNanos()) {
            problems.add(
                    root.at(BalancerSpec.NAME, "link"),
                    "link: a round trip of " + Quantities.time(roundTripNanos)
                            + " is not below the health check's timeout " + Quantities.time(health.timeoutNanos())
                            + ", so that every server would be found ill",
                    "raise timeout in health, or lower latency");
        }
    }
}
