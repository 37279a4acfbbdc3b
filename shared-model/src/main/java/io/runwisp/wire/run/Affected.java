package io.runwisp.wire.run;

/** How many runs a command has touched. */
public record Affected(int affected) {
}
