package dev.chokepoint.lab.scenario;

import dev.chokepoint.live.IoModel;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** {@code compare}: what the command of that name varies. */
final class CompareForm implements Form<Variants> {
    static final List<String> KEYS = List.of("models", "io", "clients");

    private static final int MOST_COUNTS = 32;

    private final Problems problems;

    CompareForm(Problems problems) {
        this.problems = problems;
    }

    @Override
    public Variants read(Node node) throws Unfit {
        Section section = new Section("compare", node, KEYS, problems);
        if (node instanceof Node.Entries mapping && mapping.entries().isEmpty()) {
            throw new Unfit(
                    node,
                    "names nothing to vary",
                    "write models: [central, replicated] or io: [event-loop, virtual], clients: [1, 50], or both");
        }
        List<Model> models = section.read(
                "models",
                distinct(Forms.list("models", 1, Model.values().length, Forms.choice(Model.class), problems)),
                List.of());
        Form<List<IoModel>> io = Forms.list("io", 1, IoModel.values().length, Forms.choice(IoModel.class), problems);
        Form<List<Integer>> counts =
                Forms.list("clients", 1, MOST_COUNTS, Forms.count(1, ClientsForm.MOST_CLIENTS), problems);
        Variants read = new Variants(
                models,
                section.read("io", distinct(io), List.of()),
                section.read("clients", distinct(counts), List.of()));
        if (!read.models().isEmpty() && !read.io().isEmpty()) {
            throw new Unfit(node, "varies models and io at once", "compare one of them, then the other");
        }
        return read;
    }

    private static <T> Form<List<T>> distinct(Form<List<T>> form) {
        return node -> {
            List<T> items = form.read(node);
            Set<T> seen = new HashSet<>();
            Optional<T> twice = items.stream().filter(item -> !seen.add(item)).findFirst();
            if (twice.isPresent()) {
                String said = twice.get() instanceof Enum<?> word
                        ? Forms.word(word)
                        : twice.get().toString();
                throw new Unfit(node, "names " + said + " twice", "name each once");
            }
            return items;
        };
    }
}
