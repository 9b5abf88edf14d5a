package dev.chokepoint.cli;

import dev.chokepoint.live.IoModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads an I/O model option: the words that scenarios use. */
final class IoModels implements ITypeConverter<IoModel> {
    static final String DESCRIPTION =
            "how the server waits for its sockets: event-loop (Netty's), selector (one plain selector a lane), virtual"
                    + " or platform (a thread of that kind for each connection), or pool (a fixed pool of threads)";

    /** For completion. */
    static final class Words extends ArrayList<String> {
        private static final long serialVersionUID = 1;

        Words() {
            super(words());
        }
    }

    private static List<String> words() {
        return Arrays.stream(IoModel.values()).map(IoModels::word).toList();
    }

    static String word(IoModel model) {
        return model.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public IoModel convert(String text) {
        return Arrays.stream(IoModel.values())
                .filter(model -> word(model).equals(text))
                .findFirst()
                .orElseThrow(() -> new TypeConversionException(
                        "'" + text + "' is no I/O model: must be one of " + String.join(", ", words())));
    }
}
