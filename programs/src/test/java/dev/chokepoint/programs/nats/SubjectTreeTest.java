package dev.chokepoint.programs.nats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class SubjectTreeTest {
    private static final String[] TOKENS = {"a", "b", "c", "*"};

    private final SubjectTree tree = new SubjectTree();

    @Test
    void shouldFindByWildcards() {
        Stream.of("a", "a.b", "a.*", "a.>", ">", "*.b", "a.b.c").forEach(pattern -> tree.add(interest(pattern, "")));

        assertThat(found("a")).containsExactlyInAnyOrder("a", ">");
        assertThat(found("a.b")).containsExactlyInAnyOrder("a.b", "a.*", "a.>", ">", "*.b");
        assertThat(found("a.b.c")).containsExactlyInAnyOrder("a.b.c", "a.>", ">");
        assertThat(found("x")).containsExactly(">");
    }

    @Test
    void shouldMakeOneGroupOfAllPatterns() {
        Stream.of("a.b", "a.*").forEach(pattern -> tree.add(interest(pattern, "workers")));
        tree.add(interest("a.>", "others"));

        Receivers receivers = tree.find("a.b");

        assertThat(receivers.all()).isEmpty();
        assertThat(receivers.groups()).extracting(group -> group.length).containsExactlyInAnyOrder(1, 2);
        assertThat(tree.find("b").isEmpty()).isTrue();
    }

    /** Against matching token by token, while subscriptions come and go. */
    @Test
    void shouldFindWhatTokenByTokenMatchingFinds() {
        Random random = new Random(7);
        List<Interest> there = new ArrayList<>();
        for (int step = 0; step < 3000; step++) {
            if (there.size() < 20 || random.nextBoolean()) {
                Interest interest = interest(pattern(random), random.nextInt(4) == 0 ? "group" : "");
                there.add(interest);
                tree.add(interest);
            } else {
                tree.remove(there.remove(random.nextInt(there.size())));
            }
            String subject = pattern(random).replace("*", "d").replace(">", "e");
            assertThat(all(tree.find(subject)))
                    .containsExactlyInAnyOrderElementsOf(there.stream()
                            .filter(interest -> matches(interest.pattern(), subject))
                            .toList());
        }
        there.forEach(tree::remove);
        assertThat(tree.find("a").isEmpty()).isTrue();
    }

    private static List<Interest> all(Receivers receivers) {
        return Stream.concat(
                        Arrays.stream(receivers.all()),
                        receivers.groups().stream().flatMap(Arrays::stream))
                .toList();
    }

    private static String pattern(Random random) {
        List<String> tokens = new ArrayList<>();
        for (int i = random.nextInt(3); i >= 0; i--) {
            tokens.add(TOKENS[random.nextInt(TOKENS.length)]);
        }
        if (random.nextInt(4) == 0) {
            tokens.add(">");
        }
        return String.join(".", tokens);
    }

    private static boolean matches(String pattern, String subject) {
        String[] wanted = pattern.split("\\.", -1);
        String[] given = subject.split("\\.", -1);
        for (int i = 0; i < wanted.length; i++) {
            if (wanted[i].equals(">")) {
                return given.length > i;
            }
            if (i == given.length || !wanted[i].equals("*") && !wanted[i].equals(given[i])) {
                return false;
            }
        }
        return wanted.length == given.length;
    }

    private List<String> found(String subject) {
        return Arrays.stream(tree.find(subject).all()).map(Interest::pattern).toList();
    }

    private static Interest interest(String pattern, String group) {
        return new Interest(null, pattern, group, "1");
    }
}
