package dev.chokepoint.sim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.chokepoint.host.world.Observer;
import dev.chokepoint.host.world.Phase;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An observer that keeps each message's whole way, and checks what must hold of any. */
final class Itinerary implements Observer {
    /**
     * A stage.
     *
     * @param phase what happens
     * @param place where
     */
    record Place(Phase phase, String place) {}

    /** One message. */
    static final class Way {
        final long intendedNanos;
        final List<Place> places = new ArrayList<>();
        final Map<Place, Long> spentNanos = new LinkedHashMap<>();
        long sinceNanos;
        long deliveredNanos = -1;

        Way(long intendedNanos) {
            this.intendedNanos = intendedNanos;
            this.sinceNanos = intendedNanos;
        }

        void until(long atNanos) {
            assertThat(atNanos).as("times never decrease: " + places).isGreaterThanOrEqualTo(sinceNanos);
            assertThat(deliveredNanos).as("nothing comes after the delivery").isNegative();
            if (!places.isEmpty()) {
                spentNanos.merge(places.getLast(), atNanos - sinceNanos, Long::sum);
            }
            sinceNanos = atNanos;
        }

        /** The phases' initials in order: S C H W Q T R (travel) I. */
        String letters() {
            StringBuilder letters = new StringBuilder();
            for (Place place : places) {
                letters.append(
                        place.phase() == Phase.TRAVEL
                                ? 'R'
                                : place.phase().name().charAt(0));
            }
            return letters.toString();
        }

        long spent(Phase phase, String place) {
            return spentNanos.getOrDefault(new Place(phase, place), 0L);
        }

        long spentInAll() {
            return spentNanos.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    final Map<Long, Way> ways = new LinkedHashMap<>();
    private final List<Place> stages = new ArrayList<>();

    @Override
    public int stage(Phase phase, String place) {
        Place stage = new Place(phase, place);
        assertThat(stages).as("each stage is asked for once").doesNotContain(stage);
        stages.add(stage);
        return stages.size() - 1;
    }

    @Override
    public void intended(long message, long atNanos, int copies) {
        assertThat(ways.put(message, new Way(atNanos))).isNull();
    }

    @Override
    public void enter(long message, int stage, long atNanos) {
        Way way = ways.get(message);
        way.until(atNanos);
        way.places.add(stages.get(stage));
    }

    @Override
    public void delivered(long message, long atNanos) {
        Way way = ways.get(message);
        way.until(atNanos);
        way.deliveredNanos = atNanos;
    }

    @Override
    public void failed(long message, String error, long atNanos) {
        throw new AssertionError("message " + message + " failed: " + error);
    }
}
