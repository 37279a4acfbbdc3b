package io.runwisp.view.log;

/** A piece of a line that looks alike throughout. */
public record Span(String text, Style style) {
}
