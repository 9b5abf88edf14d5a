package dev.chokepoint.lab.measure;

import dev.chokepoint.host.world.Copies;
import dev.chokepoint.host.world.Phase;
import dev.chokepoint.lab.scenario.ServerSpec;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;

/** Puts the notes of a live run's processes into one order of time and adds up the phases. Not thread-safe. */
public final class MergedLogs {
    private final Window window;
    private final Stages stages = new Stages();
    private final List<Note> notes = new ArrayList<>();

    private record Note(long atNanos, long message, int stage) {}

    /**
     * No notes yet.
     *
     * @param window what counts
     */
    public MergedLogs(Window window) {
        this.window = window;
    }

    /**
     * Adds what one process noted. Add the process that intends the messages first: its stages come first in the result.
     *
     * @param file from {@link SampledLog#write}
     * @throws IOException the file can't be read
     */
    public void add(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            int[] numbers = new int[in.readInt()];
            for (int i = 0; i < numbers.length; i++) {
                numbers[i] = stages.number(Phase.valueOf(in.readUTF()), ServerSpec.together(in.readUTF()));
            }
            for (int left = in.readInt(); left > 0; left--) {
                long atNanos = in.readLong();
                long message = in.readLong();
                int stage = in.readInt();
                notes.add(new Note(atNanos, message, stage < 0 ? stage : numbers[stage]));
            }
        }
    }

    /**
     * The phases of the messages that were delivered.
     *
     * @return means by stage
     */
    public PhaseSums phaseSums() {
        notes.sort(Comparator.comparingLong(Note::atNanos));
        Followed followed = new Followed(window);
        LinkedHashMap<Long, Integer> starting = new LinkedHashMap<>();
        for (Note note : notes) {
            if (note.stage() == SampledLog.INTENDED) {
                starting.put(Copies.messageOf(note.message()), Copies.which(note.message()));
            } else if (starting.containsKey(note.message())) {
                followed.begin(note.message(), starting.remove(note.message()), note.stage(), note.atNanos());
            } else {
                replay(note, followed);
            }
        }
        return followed.sums();
    }

    private static void replay(Note note, Followed followed) {
        if (note.stage() == SampledLog.DELIVERED) {
            followed.delivered(note.message(), note.atNanos());
        } else if (note.stage() <= SampledLog.COPIED) {
            int original = SampledLog.COPIED - note.stage();
            followed.copied(
                    original == 0 ? Copies.messageOf(note.message()) : Copies.of(note.message(), original - 1L),
                    note.message());
        } else {
            followed.enter(note.message(), note.stage(), note.atNanos());
        }
    }

    /**
     * The stages of all processes.
     *
     * @return the live registry
     */
    public Stages stages() {
        return stages;
    }
}
