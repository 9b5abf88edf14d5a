package dev.chokepoint.house;

import com.tngtech.archunit.core.domain.JavaClass;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.Selector;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** One class for each ban, named after it, that breaks it and no other; never run. Read as class files by the test. */
@SuppressWarnings("unused")
final class Offences {
    private Offences() {}

    static final class WALL_CLOCK {
        final LongSupplier now = System::nanoTime;
    }

    static final class SLEEP {
        void pause() throws InterruptedException {
            Thread.sleep(Duration.ofMillis(1));
        }
    }

    static final class THREADS {
        final Executor executor = task -> Thread.ofVirtual().start(task);
    }

    static final class SOCKETS {
        Selector open() throws java.io.IOException {
            return Selector.open();
        }
    }

    static final class NAME_LOOK_UP {
        InetAddress find(String name) throws UnknownHostException {
            return InetAddress.getByName(name);
        }
    }

    static final class UNSEEDED_RANDOM {
        int draw() {
            return ThreadLocalRandom.current().nextInt();
        }
    }

    static final class IDENTITY_HASH {
        int hash(Object any) {
            return System.identityHashCode(any);
        }
    }

    static final class HASH_ORDER {
        final Supplier<Map<String, String>> maps = java.util.HashMap::new;
    }

    static final class PARALLEL_STREAM {
        int sum(List<Integer> numbers) {
            return numbers.parallelStream().mapToInt(Integer::intValue).sum();
        }
    }

    static final class INEXACT_MATH {
        double exponential(double uniform) {
            return -Math.log(uniform);
        }
    }

    /** What looks like an offence and is none. */
    static final class Innocent {
        final Map<String, Integer> ordered = new LinkedHashMap<>();
        final SplittableRandom seeded = new SplittableRandom(1);
        final List<Integer> sorted =
                IntStream.range(0, 3).boxed().sorted(Comparator.reverseOrder()).toList();
        final Instant start = Instant.EPOCH.plusNanos(1);

        double exact(double x) throws UnknownHostException {
            ordered.put("port", new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 1).getPort());
            return Math.sqrt(Math.max(StrictMath.log(x), seeded.nextDouble()));
        }
    }

    /** Two hosts in one process would share it. */
    static final class StaticState {
        static int count;
    }

    /** Uses a library that no program may see. */
    static final class Nosy {
        JavaClass seen;
    }
}
