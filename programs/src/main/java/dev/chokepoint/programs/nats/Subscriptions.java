package dev.chokepoint.programs.nats;

import java.util.Arrays;
import java.util.function.Consumer;

/** What a {@link NatsClient} is subscribed to, sorted by number: numbers only grow, so each new one belongs at the end. */
final class Subscriptions {
    private Entry[] entries = new Entry[4];
    private int count;
    private int last;

    /** One of them. */
    record Entry(int number, Subject pattern, String group, NatsHandler handler) {}

    Entry add(Subject pattern, String group, NatsHandler handler) {
        if (count == entries.length) {
            entries = Arrays.copyOf(entries, 2 * count);
        }
        Entry entry = new Entry(++last, pattern, group, handler);
        entries[count++] = entry;
        return entry;
    }

    /** Whether it was there. */
    boolean remove(int number) {
        int place = place(number);
        if (place < 0) {
            return false;
        }
        System.arraycopy(entries, place + 1, entries, place, count - place - 1);
        entries[--count] = null;
        return true;
    }

    /** Null when it is over. */
    Entry find(int number) {
        int place = place(number);
        return place < 0 ? null : entries[place];
    }

    private int place(int number) {
        int low = 0;
        int high = count - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int there = entries[middle].number();
            if (there == number) {
                return middle;
            }
            low = there < number ? middle + 1 : low;
            high = there < number ? high : middle - 1;
        }
        return -1;
    }

    void forEach(Consumer<Entry> visitor) {
        for (int i = 0; i < count; i++) {
            visitor.accept(entries[i]);
        }
    }
}
