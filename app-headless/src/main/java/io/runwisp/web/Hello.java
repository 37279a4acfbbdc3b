package io.runwisp.web;

/**
 * The first thing that a stream says.
 *
 * @param connection what its slots are named by
 */
public record Hello(String connection) {
}
