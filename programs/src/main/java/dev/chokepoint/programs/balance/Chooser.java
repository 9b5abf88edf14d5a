package dev.chokepoint.programs.balance;

import java.util.random.RandomGenerator;

/** A policy at work on one lane. */
sealed interface Chooser {
    /**
     * Chooses one of those that may have a new connection.
     *
     * @param among the first {@code count} of these, in the order of their numbers
     * @param count at least 1
     * @return the chosen one
     */
    Backend choose(Backend[] among, int count);

    /** The policy's chooser, to be used by one lane. */
    static Chooser of(Policy policy, RandomGenerator random) {
        return switch (policy) {
            case RANDOM -> new AtRandom(random);
            case ROUND_ROBIN -> new InTurn();
            case LEAST_CONNECTIONS -> new Least(random);
            case TWO_CHOICES -> new OfTwo(random);
        };
    }

    /** See {@link Policy#RANDOM}. */
    record AtRandom(RandomGenerator random) implements Chooser {
        @Override
        public Backend choose(Backend[] among, int count) {
            return among[random.nextInt(count)];
        }
    }

    /** See {@link Policy#ROUND_ROBIN}: the next number after the last chosen one's. */
    final class InTurn implements Chooser {
        private int last = -1;

        @Override
        public Backend choose(Backend[] among, int count) {
            Backend next = among[0];
            for (int i = count - 1; i >= 0 && among[i].number() > last; i--) {
                next = among[i];
            }
            last = next.number();
            return next;
        }
    }

    /** See {@link Policy#LEAST_CONNECTIONS}. */
    record Least(RandomGenerator random) implements Chooser {
        @Override
        public Backend choose(Backend[] among, int count) {
            Backend best = among[0];
            int equal = 1;
            for (int i = 1; i < count; i++) {
                int more = among[i].connections() - best.connections();
                if (more < 0) {
                    best = among[i];
                    equal = 1;
                } else if (more == 0 && random.nextInt(++equal) == 0) {
                    best = among[i]; // of n equal ones the nth replaces the chosen one with chance 1/n
                }
            }
            return best;
        }
    }

    /** See {@link Policy#TWO_CHOICES}. */
    record OfTwo(RandomGenerator random) implements Chooser {
        @Override
        public Backend choose(Backend[] among, int count) {
            int first = random.nextInt(count);
            if (count == 1) {
                return among[first];
            }
            int second = random.nextInt(count - 1);
            Backend other = among[second < first ? second : second + 1];
            return other.connections() < among[first].connections() ? other : among[first];
        }
    }
}
