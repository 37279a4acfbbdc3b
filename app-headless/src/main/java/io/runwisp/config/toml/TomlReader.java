package io.runwisp.config.toml;

import io.runwisp.config.problem.Place;
import io.runwisp.config.problem.Problems;
import io.runwisp.config.problem.SourceFile;
import io.runwisp.config.toml.Node.Entry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntUnaryOperator;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;

/** Reads one file into a tree with places. */
public final class TomlReader {

    private final SourceFile file;
    private final BitSet orphans;

    private TomlReader(SourceFile file, BitSet orphans) {
        this.file = file;
        this.orphans = orphans;
    }

    /**
     * What a file holds.
     *
     * @param root everything that could be read
     * @param broken whether syntax errors were reported, so that something may be missing from {@code root}
     */
    public record Document(Node.Table root, boolean broken) {
    }

    /** Reads a file and reports its syntax errors; {@code visible} tells how much of each line may be quoted. */
    public static Document read(SourceFile file, Function<SourceFile, IntUnaryOperator> visible,
            Problems problems) {
        problems.announce(file);
        TomlParseResult parsed = Toml.parse(String.join("\n", file.lines()));
        SyntaxAdvice advice = new SyntaxAdvice(file,
                parsed.hasErrors() ? visible.apply(file) : line -> Integer.MAX_VALUE);
        BitSet orphans = new BitSet();
        parsed.errors().forEach(error -> orphan(file, error.position().line(), orphans));
        for (TomlParseError error : parsed.errors()) {
            TomlPosition at = error.position();
            String message = String.valueOf(error.getMessage());
            if (!orphans.get(at.line()) || !SyntaxAdvice.isAboutTwice(message)) {
                problems.add(advice.on(at.line(), at.column(), message));
            }
        }
        Node.Table root = new TomlReader(file, orphans).table(parsed, Place.wholeFile(file), 0, 0);
        return new Document(root, parsed.hasErrors());
    }

    /** The keys below a header that cannot be read belong to nobody, and not to the table above. */
    private static void orphan(SourceFile file, int line, BitSet orphans) {
        if (!file.line(line).stripLeading().startsWith("[")) {
            return;
        }
        int next = line + 1;
        while (next <= file.lines().size() && !file.line(next).stripLeading().startsWith("[")) {
            orphans.set(next++);
        }
    }

    /** {@code depth} is how many names lead to the table from the root; {@code used} how many of the dotted key on its own line. */
    private Node.Table table(TomlTable table, Place place, int depth, int used) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        for (String key : table.keySet()) {
            List<String> path = List.of(key);
            TomlPosition at = table.inputPositionOf(path);
            Object value = table.get(path);
            if (at == null || value == null || orphans.get(at.line())) {
                continue;
            }
            entries.put(key, entry(key, value, at, place, depth, used));
        }
        return new Node.Table(entries, place);
    }

    private Entry entry(String key, Object value, TomlPosition at, Place parent, int depth, int used) {
        String line = file.line(at.line());
        KeySpan span = KeySpan.at(line, at.column());
        int index = span.header() ? depth : indexOf(key, value, span, parent.line() == at.line() ? used : 0);
        KeySpan.Segment segment = index >= 0 && index < span.segments().size()
                ? span.segments().get(index)
                : new KeySpan.Segment(key, at.column(), 1);
        Place keyPlace = new Place(file, at.line(), segment.column(), segment.width());
        boolean last = index == span.segments().size() - 1;
        if (value instanceof TomlTable table) {
            boolean inline = !span.header() && last;
            return new Entry(key, keyPlace, table(table, keyPlace, depth + 1, inline ? 0 : index + 1));
        }
        int column = span.header() ? segment.column() : span.valueColumn(line);
        Place valuePlace = column == 0 || span.header() ? keyPlace : valueAt(at.line(), column);
        return new Entry(key, keyPlace, node(value, valuePlace, depth + 1));
    }

    /** A plain value is named by the last part of its dotted key, a table by the part that is called like it. */
    private static int indexOf(String key, Object value, KeySpan span, int from) {
        int last = span.segments().size() - 1;
        if (value instanceof TomlTable) {
            for (int i = from; i < last; i++) {
                if (span.segments().get(i).text().equals(key)) {
                    return i;
                }
            }
        }
        return last;
    }

    private Place valueAt(int line, int column) {
        return new Place(file, line, column, KeySpan.widthOfValue(file.line(line), column));
    }

    private Node node(Object value, Place place, int depth) {
        return switch (value) {
            case String text -> new Node.Text(text, place);
            case Long number -> new Node.Whole(number, place);
            case Double number -> new Node.Fraction(number, place);
            case Boolean truth -> new Node.Truth(truth, place);
            case TomlArray array -> new Node.Items(items(array, depth), place);
            case TomlTable table -> table(table, place, depth, 0);
            default -> new Node.Moment(value, place);
        };
    }

    private List<Node> items(TomlArray array, int depth) {
        List<Node> items = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            TomlPosition at = array.inputPositionOf(i);
            items.add(node(array.get(i), placeOfItem(at, depth), depth));
        }
        return items;
    }

    /** An element of an array stands where it stands; one of {@code [[name]]} stands at the name. */
    private Place placeOfItem(TomlPosition at, int depth) {
        String line = file.line(at.line());
        if (line.startsWith("[[", at.column() - 1)) {
            List<KeySpan.Segment> segments = KeySpan.at(line, at.column()).segments();
            if (!segments.isEmpty()) {
                KeySpan.Segment name = segments.get(Math.min(depth, segments.size()) - 1);
                return new Place(file, at.line(), name.column(), name.width());
            }
        }
        return valueAt(at.line(), at.column());
    }
}
