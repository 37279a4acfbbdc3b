package io.runwisp.api.metrics;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads OpenMetrics 1.0 and takes nothing that the standard does not allow. */
final class StrictReader {

    private static final Pattern META = Pattern.compile("# (TYPE|UNIT|HELP) ([a-zA-Z_:][a-zA-Z0-9_:]*)(?: (.*))?");
    private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*)\\})? (\\S+)");
    private static final Pattern LABEL = Pattern
        .compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\n\"])*)\"(,|$)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");
    private static final Pattern ESCAPED = Pattern.compile("(?:[^\"\\\\\\n]|\\\\[\\\\n\"])*");
    private static final Map<String, Set<String>> SUFFIXES = Map.of("gauge", Set.of(""), "counter", Set.of("_total"),
            "info", Set.of("_info"), "histogram", Set.of("_bucket", "_count", "_sum"));

    /** A family as it was read; samples by their whole text before the value. */
    record Family(String name, Map<String, String> meta, Map<String, BigDecimal> samples,
            List<Map<String, String>> labels) {

        String type() {
            return meta.getOrDefault("TYPE", "");
        }
    }

    private final Map<String, Family> families = new LinkedHashMap<>();
    private Family current = new Family("", new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());

    private StrictReader() {
    }

    /** The families of a page. */
    static Map<String, Family> read(String page) {
        StrictReader reader = new StrictReader();
        must(page.endsWith("\n# EOF\n") || page.equals("# EOF\n"), "it does not end with # EOF");
        must(page.indexOf('\r') < 0, "a carriage return");
        String[] lines = page.split("\n", -1);
        for (int i = 0; i < lines.length - 2; i++) {
            must(!lines[i].equals("# EOF"), "something stands behind # EOF");
            reader.line(lines[i]);
        }
        reader.families.values().forEach(StrictReader::complete);
        return reader.families;
    }

    private void line(String line) {
        if (line.startsWith("#")) {
            Matcher meta = META.matcher(line);
            must(meta.matches(), "no metadata: " + line);
            meta(meta.group(1), meta.group(2), meta.group(3) == null ? "" : meta.group(3));
        } else {
            Matcher sample = SAMPLE.matcher(line);
            must(sample.matches(), "no sample: " + line);
            sample(line, sample);
        }
    }

    private void meta(String kind, String name, String value) {
        if (!name.equals(current.name())) {
            must(!families.containsKey(name), name + " comes twice");
            current = new Family(name, new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
            families.put(name, current);
        }
        must(current.samples().isEmpty(), "metadata behind samples of " + name);
        must(current.meta().put(kind, value) == null, kind + " of " + name + " comes twice");
        switch (kind) {
            case "TYPE" -> must(SUFFIXES.containsKey(value), "the type " + value);
            case "UNIT" -> must(name.endsWith("_" + value), name + " does not end with its unit");
            default -> must(ESCAPED.matcher(value).matches(), "the help of " + name + " is not escaped");
        }
    }

    private void sample(String line, Matcher sample) {
        String name = sample.group(1);
        must(name.startsWith(current.name()) && SUFFIXES.getOrDefault(current.type(), Set.of())
            .contains(name.substring(current.name().length())), line + " is no sample of " + current.name());
        must(NUMBER.matcher(sample.group(3)).matches(), "no number: " + line);
        BigDecimal value = new BigDecimal(sample.group(3));
        must(current.type().equals("gauge") || value.signum() >= 0, "it is negative: " + line);
        must(!current.type().equals("info") || value.compareTo(BigDecimal.ONE) == 0, "an info is 1: " + line);
        Map<String, String> labels = labels(sample.group(2));
        labels.put("__name__", name);
        must(!current.labels().contains(labels), "it comes twice: " + line);
        current.labels().add(labels);
        current.samples().put(line.substring(0, line.lastIndexOf(' ')), value);
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new TreeMap<>();
        if (text != null) {
            Matcher label = LABEL.matcher(text);
            int at = 0;
            while (at < text.length()) {
                must(label.find(at) && label.start() == at, "no label: " + text.substring(at));
                must(labels.put(label.group(1), label.group(2)) == null, "a label comes twice: " + text);
                must(!label.group(3).isEmpty() || label.end() == text.length(), "no comma: " + text);
                at = label.end();
            }
            must(!text.endsWith(","), "a comma at the end: " + text);
        }
        return labels;
    }

    private static void complete(Family family) {
        must(!family.type().isEmpty() && family.meta().containsKey("HELP"), family.name() + " lacks type or help");
        if (!family.type().equals("histogram")) {
            return;
        }
        Map<Map<String, String>, List<BigDecimal>> counts = new LinkedHashMap<>();
        Map<Map<String, String>, List<Double>> bounds = new LinkedHashMap<>();
        Map<Map<String, String>, BigDecimal> totals = new LinkedHashMap<>();
        int i = 0;
        for (BigDecimal value : family.samples().values()) {
            Map<String, String> labels = new TreeMap<>(family.labels().get(i++));
            String part = String.valueOf(labels.remove("__name__"));
            String bound = labels.remove("le");
            must(part.endsWith("_bucket") == (bound != null), "only buckets have a bound, and all have");
            if (bound != null) {
                must(bound.equals("+Inf") || bound.equals(Double.toString(Double.parseDouble(bound))), "le=" + bound);
                counts.computeIfAbsent(labels, _ -> new ArrayList<>()).add(value);
                bounds.computeIfAbsent(labels, _ -> new ArrayList<>())
                    .add(bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound));
            } else if (part.endsWith("_count")) {
                totals.put(labels, value);
            }
        }
        must(counts.keySet().equals(totals.keySet()), "each histogram has buckets and a count");
        counts.forEach((labels, values) -> {
            must(values.stream().sorted().toList().equals(values), "buckets are cumulative: " + labels);
            must(values.getLast().compareTo(totals.getOrDefault(labels, BigDecimal.ONE.negate())) == 0,
                    "the last bucket is the count: " + labels);
        });
        bounds.forEach((labels, values) -> must(values.stream().sorted().distinct().toList().equals(values)
                && values.getLast().isInfinite(), "bounds grow to +Inf: " + labels));
    }

    private static void must(boolean held, String otherwise) {
        if (!held) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
