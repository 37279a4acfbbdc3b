package io.runwisp.data;

/**
 * Why something could not be done, for the person who can change it.
 *
 * @param title what is wrong, a sentence
 * @param detail why, and what to do: a sentence or two
 */
public record Refusal(String title, String detail) {
}
