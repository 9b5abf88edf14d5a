package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.BalancerSpec.HealthCheck;
import dev.chokepoint.lab.scenario.BalancerSpec.Policy;
import java.util.List;
import java.util.Optional;

/** {@code balancer}: what stands before the servers in the model {@code replicated}. */
final class BalancerForm implements Form<BalancerSpec> {
    static final List<String> KEYS = List.of("policy", "cores", "lanes", "machine", "health", "link");
    static final List<String> HEALTH_KEYS = List.of("every", "timeout", "fall", "rise");

    /** A balancer of one core, joined to the servers by links that cost nothing. */
    static final BalancerSpec STANDARD =
            new BalancerSpec(Policy.TWO_CHOICES, 1, 1, Optional.empty(), HealthCheck.STANDARD, LinkForm.STANDARD);

    private static final int MOST_CORES = 64;
    private static final int MOST_IN_A_ROW = 100;

    private final Problems problems;

    BalancerForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public BalancerSpec read(Node node) throws Unfit {
        Section section = new Section("balancer", node, KEYS, problems);
        int cores = section.read("cores", Forms.count(1, MOST_CORES), STANDARD.cores());
        return new BalancerSpec(
                section.read("policy", Forms.choice(Policy.class), STANDARD.policy()),
                cores,
                section.read("lanes", Forms.count(1, MOST_CORES), cores),
                section.find("machine", NetworkForm::end),
                section.read("health", this::health, STANDARD.health()),
                section.read("link", new LinkForm(problems), STANDARD.link()));
    }

    private HealthCheck health(Node node) throws Unfit {
        Section section = new Section("health", node, HEALTH_KEYS, problems);
        return new HealthCheck(
                section.read(
                        "every", Forms.time("10ms", "1h"), STANDARD.health().everyNanos()),
                section.read(
                        "timeout", Forms.time("1ms", "1h"), STANDARD.health().timeoutNanos()),
                section.read(
                        "fall", Forms.count(1, MOST_IN_A_ROW), STANDARD.health().fall()),
                section.read(
                        "rise", Forms.count(1, MOST_IN_A_ROW), STANDARD.health().rise()));
    }
}
