package dev.chokepoint.lab.scenario;

import java.util.List;
import java.util.Optional;

/** A scenario file as YAML sees it, with the place of everything. */
sealed interface Node {
    /** Where to point when something is wrong with it. */
    Spot spot();

    /**
     * A place in the file.
     *
     * @param line from 1
     * @param column from 1, in code points
     * @param text what stands there, up to the end of the line
     */
    record Spot(int line, int column, String text) {}

    /**
     * A single value.
     *
     * @param spot where it stands
     * @param value its text, unquoted
     * @param plain whether it stood without quotes
     */
    record Scalar(Spot spot, String value, boolean plain) implements Node {
        /** A key without a value. */
        boolean isMissing() {
            return plain && (value.isEmpty() || value.equals("~") || value.equalsIgnoreCase("null"));
        }
    }

    /**
     * A list.
     *
     * @param spot of the key it belongs to, or where it begins
     * @param items in order
     */
    record Items(Spot spot, List<Node> items) implements Node {}

    /**
     * Keys with values; keys may repeat here.
     *
     * @param spot of the key it belongs to, or where it begins
     * @param entries in order
     */
    record Entries(Spot spot, List<Entry> entries) implements Node {
        Optional<Entry> find(String key) {
            return entries.stream().filter(entry -> entry.key.value.equals(key)).findFirst();
        }
    }

    /**
     * A key with its value.
     *
     * @param key the key
     * @param value its value
     */
    record Entry(Scalar key, Node value) {}

    /**
     * The place of what a path of keys leads to, or as near to it as the file goes: what the user left out has the place of
     * what it would stand in.
     */
    default Spot at(String... path) {
        Node node = this;
        for (String step : path) {
            Optional<Node> next = node.child(step);
            if (next.isEmpty()) {
                break;
            }
            node = next.get();
        }
        return node.spot();
    }

    /** What a key leads to, or an item's number from 0. */
    default Optional<Node> child(String step) {
        return switch (this) {
            case Entries entries -> entries.find(step).map(Entry::value);
            case Items items ->
                items.items.stream().skip(Integer.parseInt(step)).findFirst();
            case Scalar scalar -> Optional.empty();
        };
    }
}
