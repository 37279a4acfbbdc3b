package io.runwisp.bench.supervision;

import java.util.ArrayList;
import java.util.List;

/** Values of one kind. */
final class Samples {

    private static final double WHOLE = 100;

    private final List<Double> values = new ArrayList<>();

    void add(double value) {
        values.add(value);
    }

    int count() {
        return values.size();
    }

    double median() {
        return percentile(WHOLE / 2);
    }

    double max() {
        return percentile(WHOLE);
    }

    /** The least value that so many percent do not exceed. */
    double percentile(double percent) {
        if (values.isEmpty()) {
            throw new NotMeasured("there is no value");
        }
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(Math.max(0, (int) Math.ceil(sorted.size() * percent / WHOLE) - 1));
    }
}
