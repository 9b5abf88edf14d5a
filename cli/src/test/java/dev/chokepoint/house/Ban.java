package dev.chokepoint.house;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Something that no class of some rooms may call, because a program could then tell which world it is in, or two runs with
 * one seed could differ. Judged on compiled classes; method references and lambdas count.
 */
@SuppressWarnings("ImmutableEnumChecker") // the lambdas capture nothing
enum Ban {
    WALL_CLOCK("use Host.nanoTime or Host.wallTime", Ban::readsWallClock),
    SLEEP("use Host.after", target -> target.is("java.lang.Thread", "sleep", "onSpinWait")),
    THREADS("a Host is one lane; only host.blocking may use threads", Ban::usesThreads) {
        @Override
        boolean appliesTo(String room, JavaClass type) {
            return !type.getPackageName().startsWith(BLOCKING);
        }
    },
    SOCKETS("use Host.listen, connect or bind", Ban::opensSockets),
    NAME_LOOK_UP("use Host.resolve", Ban::looksUpNames),
    UNSEEDED_RANDOM("use Host.random", Ban::drawsUnseeded),
    IDENTITY_HASH("it differs between runs", target -> target.is("java.lang.System", "identityHashCode")),
    HASH_ORDER("its order differs between runs; use LinkedHashMap, LinkedHashSet, EnumMap or arrays", Ban::hashes),
    PARALLEL_STREAM("its order differs between runs", Ban::streamsInParallel),
    INEXACT_MATH("it differs between processors; use StrictMath", Ban::computesInexactly) {
        @Override
        boolean appliesTo(String room, JavaClass type) {
            return !room.equals("host");
        }
    };

    /** The one package that may use threads: blocking style on top of the seam. */
    static final String BLOCKING = "dev.chokepoint.host.blocking";

    private static final Set<String> TRANSCENDENTAL = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private final String instead;
    private final Predicate<Target> banned;

    Ban(String instead, Predicate<Target> banned) {
        this.instead = instead;
        this.banned = banned;
    }

    boolean appliesTo(String room, JavaClass type) {
        return true;
    }

    /** Where {@code type}, a class of {@code room}, breaks this ban: one line each, with what to do instead. */
    List<String> brokenBy(String room, JavaClass type) {
        if (!appliesTo(room, type)) {
            return List.of();
        }
        return Stream.concat(type.getAccessesFromSelf().stream(), type.getCodeUnitReferencesFromSelf().stream())
                .filter(access -> banned.test(new Target(access)))
                .map(access -> name() + " (" + instead + "): " + access.getDescription())
                .distinct()
                .toList();
    }

    private static boolean readsWallClock(Target target) {
        return target.is("java.lang.System", "nanoTime", "currentTimeMillis")
                || target.in("java.time.") && target.is("now")
                || target.is("java.time.Clock") && target.name().startsWith("system")
                || target.is("java.time.Clock", "tickMillis", "tickSeconds", "tickMinutes")
                || target.is("java.util.Date", "<init>") && target.parameters() == 0
                || target.is("java.util.Calendar", "getInstance");
    }

    private static boolean usesThreads(Target target) {
        return target.is("java.lang.Thread") && !target.is("java.lang.Thread", "sleep", "onSpinWait")
                || target.in("java.lang.Thread$")
                || target.is("java.util.Timer")
                || target.is("java.util.concurrent.Executors")
                || target.is("java.util.concurrent.CompletableFuture")
                || target.is("java.util.concurrent.ThreadPoolExecutor")
                || target.is("java.util.concurrent.ForkJoinPool")
                || target.in("java.util.concurrent.locks.");
    }

    private static boolean opensSockets(Target target) {
        return target.in("java.nio.channels.")
                || target.in("java.net.http.")
                || target.in("javax.net.")
                || target.in("java.net.")
                        && Stream.of(
                                        "Socket",
                                        "ServerSocket",
                                        "DatagramSocket",
                                        "MulticastSocket",
                                        "URL",
                                        "NetworkInterface")
                                .anyMatch(type -> target.is("java.net." + type));
    }

    private static boolean looksUpNames(Target target) {
        return target.is("java.net.InetAddress")
                        && Set.of(
                                        "getByName",
                                        "getAllByName",
                                        "getLocalHost",
                                        "getHostName",
                                        "getCanonicalHostName",
                                        "isReachable")
                                .contains(target.name())
                || target.is("java.net.InetSocketAddress", "getHostName")
                || target.is("java.net.InetSocketAddress", "<init>") && target.takes(0, "java.lang.String");
    }

    private static boolean drawsUnseeded(Target target) {
        return target.is("java.lang.Math", "random")
                || target.is("java.lang.StrictMath", "random")
                || target.is("java.util.Random", "<init>")
                || target.is("java.util.SplittableRandom", "<init>") && target.parameters() == 0
                || target.is("java.util.concurrent.ThreadLocalRandom")
                || target.is("java.security.SecureRandom")
                || target.is("java.util.random.RandomGenerator", "getDefault", "of")
                || target.is("java.util.UUID", "randomUUID")
                || target.is("java.util.Collections", "shuffle") && target.parameters() == 1;
    }

    private static boolean hashes(Target target) {
        return target.is("<init>")
                        && Set.of(
                                        "HashMap",
                                        "HashSet",
                                        "Hashtable",
                                        "IdentityHashMap",
                                        "WeakHashMap",
                                        "concurrent.ConcurrentHashMap")
                                .contains(target.owner().replace("java.util.", ""))
                || target.is("java.util.Map", "of", "ofEntries", "copyOf")
                || target.is("java.util.Set", "of", "copyOf")
                || target.is("java.util.concurrent.ConcurrentHashMap", "newKeySet")
                || target.is("java.util.stream.Collectors", "toSet", "toUnmodifiableSet", "toUnmodifiableMap")
                || target.is("java.util.stream.Collectors", "toMap") && target.parameters() < 4
                || target.is("java.util.stream.Collectors", "groupingBy") && target.parameters() < 3
                || target.is("java.util.stream.Collectors", "groupingByConcurrent", "toConcurrentMap");
    }

    private static boolean streamsInParallel(Target target) {
        return target.is("parallelStream")
                || target.in("java.util.stream.") && target.is("parallel")
                || target.is("java.util.Arrays") && target.name().startsWith("parallel");
    }

    private static boolean computesInexactly(Target target) {
        return target.is("java.lang.Math") && TRANSCENDENTAL.contains(target.name())
                || target.name().equals("nextExponential")
                || target.name().equals("nextGaussian");
    }

    /** What a class touches of another. */
    private record Target(JavaAccess<?> access) {
        String owner() {
            return access.getTargetOwner().getFullName();
        }

        String name() {
            return access.getTarget().getName();
        }

        int parameters() {
            return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget code
                    ? code.getRawParameterTypes().size()
                    : -1;
        }

        boolean takes(int index, String type) {
            return access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget code
                    && code.getRawParameterTypes().size() > index
                    && code.getRawParameterTypes().get(index).getFullName().equals(type);
        }

        /** Is this of type {@code wanted}, whatever its name; or, without a dot, of that name, whatever its type? */
        boolean is(String wanted) {
            return wanted.contains(".") ? owner().equals(wanted) : name().equals(wanted);
        }

        boolean is(String type, String... names) {
            return owner().equals(type) && List.of(names).contains(name());
        }

        boolean in(String prefix) {
            return owner().startsWith(prefix);
        }
    }
}
