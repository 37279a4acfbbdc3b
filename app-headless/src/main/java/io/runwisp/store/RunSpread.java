package io.runwisp.store;

import java.util.List;

/** How the runs that pass a filter are spread over the values of a sort key, in the order of the key. Says where a page begins without a walk to it. */
record RunSpread(List<Span> spans) {

    /** Some values that follow each other, and how many runs have one of them. */
    record Span(Object least, Object greatest, long n) {
    }

    long total() {
        return spans.stream().mapToLong(Span::n).sum();
    }

    /** The same piece of the list, sought from the first value of the span that it begins in. */
    Window enter(Window window) {
        long offset = window.offset();
        for (Span span : window.descending() ? spans.reversed() : spans) {
            if (offset < span.n()) {
                return window.from(window.descending() ? span.greatest() : span.least(), offset);
            }
            offset -= span.n();
        }
        return window;
    }
}
