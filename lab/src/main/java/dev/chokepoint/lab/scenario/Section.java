package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Node.Entries;
import dev.chokepoint.lab.scenario.Node.Entry;
import dev.chokepoint.lab.scenario.Node.Scalar;
import dev.chokepoint.lab.scenario.Node.Spot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A mapping whose keys are known. What is wrong with a value is collected, and reading goes on with its default. */
final class Section {
    private final String name;
    private final Spot spot;
    private final Problems problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private boolean hasUnknown;

    /**
     * Opens a mapping; collects keys that are unknown or come twice.
     *
     * @param name for messages, such as {@code link}
     * @param keys those that are known, in the order in which they are explained
     * @throws Unfit it is no mapping
     */
    Section(String name, Node node, List<String> keys, Problems problems) throws Unfit {
        this.name = name;
        this.spot = node.spot();
        this.problems = problems;
        if (!(node instanceof Entries mapping)) {
            throw new Unfit(node, "must have keys and values, " + butIs(node), "keys: " + String.join(", ", keys));
        }
        for (Entry entry : mapping.entries()) {
            if (!problems.isFull()) {
                add(entry, keys);
            }
        }
    }

    private void add(Entry entry, List<String> keys) {
        Scalar key = entry.key();
        if (!keys.contains(key.value())) {
            hasUnknown = true;
            problems.add(
                    key.spot(),
                    "unknown key " + Problems.quoted(key.value()) + " in " + name,
                    Spelling.suggestion(key.value(), keys) + "keys of " + name + ": " + String.join(", ", keys));
        } else if (entries.putIfAbsent(key.value(), entry) != null) {
            int first = entries.get(key.value()).key().spot().line();
            problems.add(
                    key.spot(),
                    "the key " + key.value() + " is given twice in " + name + ", first on line " + first,
                    "remove one of them");
        }
    }

    /** What a node is instead. */
    static String butIs(Node node) {
        return switch (node) {
            case Scalar scalar when scalar.isMissing() -> "but nothing is given";
            case Scalar scalar -> "not " + Problems.quoted(scalar.value());
            case Node.Items items -> "not a list";
            case Entries mapping -> "not keys and values";
        };
    }

    boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The value of a key that may be left out, or its default. */
    <T> T read(String key, Form<T> form, T standard) {
        return find(key, form).orElse(standard);
    }

    /** The value of a key that must be there; empty when it is not, or not good. */
    <T> Optional<T> require(String key, Form<T> form, String example) {
        if (!has(key)) {
            problems.add(new Spot(spot.line(), spot.column(), ""), name + " lacks the key " + key, "add " + example);
        }
        return find(key, form);
    }

    /** The value of a key, when it is there and good. */
    <T> Optional<T> find(String key, Form<T> form) {
        if (!has(key)) {
            return Optional.empty();
        }
        try {
            return Optional.of(form.read(entries.get(key).value()));
        } catch (Unfit e) {
            e.addTo(problems, key);
            return Optional.empty();
        }
    }

    /** The one key of a choice such as {@code load: {poisson: 400/s}}; empty when there is none or there are several. */
    Optional<String> only(List<String> keys) {
        List<String> given = keys.stream().filter(this::has).toList();
        if (given.size() == 1) {
            return Optional.of(given.getFirst());
        }
        if (given.isEmpty() && hasUnknown) {
            return Optional.empty(); // most likely the one, misspelt; that is said already
        }
        String found = given.isEmpty() ? "none" : String.join(" and ", given);
        problems.add(spot, name + " needs exactly one of these keys, but has " + found, String.join(", ", keys));
        return Optional.empty();
    }
}
