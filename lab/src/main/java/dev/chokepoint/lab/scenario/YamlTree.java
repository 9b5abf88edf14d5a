package dev.chokepoint.lab.scenario;

import dev.chokepoint.lab.scenario.Node.Entries;
import dev.chokepoint.lab.scenario.Node.Entry;
import dev.chokepoint.lab.scenario.Node.Items;
import dev.chokepoint.lab.scenario.Node.Scalar;
import dev.chokepoint.lab.scenario.Node.Spot;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceStartEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ParserException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.parser.ParserImpl;
import org.snakeyaml.engine.v2.scanner.StreamReader;

/**
 * Builds the tree of one YAML document from the parser's events. Takes only what a scenario needs: no anchors and aliases
 * (a small file of them can grow without bound), no tags, no second document, no deep nesting.
 */
final class YamlTree {
    private static final int DEEPEST = 16;
    private static final int LONGEST = 200;

    private final FileKind kind;
    private final Problems problems;
    private final StreamReader reader;
    private final Iterator<Event> events;
    private final int[] points;

    private YamlTree(ScenarioText text, FileKind kind, Problems problems) {
        this.kind = kind;
        this.problems = problems;
        points = text.text().codePoints().toArray();
        LoadSettings settings = LoadSettings.builder()
                .setLabel(text.file())
                .setCodePointLimit(ScenarioText.MAX_BYTES + 1)
                .build();
        reader = new StreamReader(settings, text.text());
        events = new ParserImpl(settings, reader);
    }

    /** The document's root; empty when the file can't be read as YAML, and the problem says why. */
    static Optional<Node> of(ScenarioText text, FileKind kind, Problems problems) {
        return new YamlTree(text, kind, problems).read();
    }

    private Optional<Node> read() {
        try {
            return document();
        } catch (MarkedYamlEngineException e) {
            Mark mark = SyntaxHelp.mark(e);
            add(mark.getLine(), mark.getColumn(), SyntaxHelp.message(e), SyntaxHelp.hint(e));
        } catch (YamlEngineException e) {
            add(reader.getLine(), reader.getColumn(), e.getMessage(), SyntaxHelp.GENERAL);
        } catch (IllegalArgumentException e) { // what the parser lets through for "\\UFFFFFFFF"
            add(reader.getLine(), reader.getColumn(), "this escape names no character", "write the character itself");
        }
        return Optional.empty();
    }

    /** Adds a syntax error; one that is noticed behind the end of the text is said at the end of its last line. */
    private void add(int line, int column, String message, String hint) {
        int last = problems.lastLine();
        boolean behind = line >= last;
        Spot spot = behind ? new Spot(last, problems.line(last).length() + 1, "") : spot(line, column, "");
        problems.add(spot, "not YAML: " + message, hint);
    }

    private Optional<Node> document() {
        skip(Event.ID.StreamStart);
        Event first = events.next();
        if (first.getEventId() == Event.ID.StreamEnd) {
            problems.add(new Spot(1, 1, ""), "the file is empty", kind.least());
            return Optional.empty();
        }
        Node root = node(events.next(), Optional.empty(), 0);
        skip(Event.ID.DocumentEnd);
        Event end = events.next();
        if (end.getEventId() != Event.ID.StreamEnd) {
            problems.add(
                    spot(end),
                    "a second document begins here",
                    "one file is one " + kind.title() + ": remove the --- line");
        }
        return Optional.of(root);
    }

    private void skip(Event.ID expected) {
        Event event = events.next();
        if (event.getEventId() != expected) {
            throw new IllegalStateException("YAML event " + event + ": expected " + expected);
        }
    }

    private Node node(Event event, Optional<Spot> owner, int depth) {
        Spot own = spot(event);
        if (depth > DEEPEST) {
            throw new ParserException("nested more than " + DEEPEST + " deep", event.getStartMark());
        }
        if (event instanceof NodeEvent named && named.getAnchor().isPresent()) {
            problems.add(own, "anchors and aliases (& and *) may not be used", "write the value out");
        }
        return switch (event) {
            case ScalarEvent scalar -> scalar(scalar);
            case SequenceStartEvent list -> items(list, owner.orElse(own), depth);
            case MappingStartEvent mapping -> entries(mapping, owner.orElse(own), depth);
            case AliasEvent alias -> new Scalar(own, "", false);
            default -> throw new IllegalStateException("YAML event " + event + ": expected a value");
        };
    }

    private Scalar scalar(ScalarEvent event) {
        refuse(event.getTag(), event);
        return new Scalar(spot(event), event.getValue(), event.isPlain());
    }

    private Items items(SequenceStartEvent start, Spot spot, int depth) {
        refuse(start.getTag(), start);
        List<Node> items = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.SequenceEnd; next = events.next()) {
            items.add(node(next, Optional.empty(), depth + 1));
        }
        return new Items(spot, List.copyOf(items));
    }

    private Entries entries(MappingStartEvent start, Spot spot, int depth) {
        refuse(start.getTag(), start);
        List<Entry> entries = new ArrayList<>();
        for (Event next = events.next(); next.getEventId() != Event.ID.MappingEnd; next = events.next()) {
            Node key = node(next, Optional.empty(), depth + 1);
            Node value = node(events.next(), Optional.of(key.spot()), depth + 1);
            if (key instanceof Scalar word) {
                entries.add(new Entry(word, value));
            } else {
                problems.add(key.spot(), "a key must be a word, not a list or a mapping", "write key: value");
            }
        }
        return new Entries(spot, List.copyOf(entries));
    }

    private void refuse(Optional<String> tag, Event event) {
        tag.ifPresent(name -> problems.add(
                spot(event), "tags may not be used, but here is " + Problems.quoted(name), "remove the tag"));
    }

    private Spot spot(Event event) {
        Mark start = event.getStartMark().orElseThrow();
        Mark end = event.getEndMark().orElseThrow();
        int from = Math.min(start.getIndex(), points.length);
        int to = Math.clamp(end.getIndex(), from, Math.min(points.length, from + LONGEST));
        String text = new String(points, from, to - from).lines().findFirst().orElse("");
        return spot(start.getLine(), start.getColumn(), text.stripTrailing());
    }

    private static Spot spot(int line, int column, String text) {
        return new Spot(line + 1, column + 1, text);
    }
}
