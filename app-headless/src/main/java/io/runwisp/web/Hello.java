package io.runwisp.web;

/**
 * The first thing that a stream says.
 *
 * @param connection what its slots are named by
 */
record Hello(String connection) {
}
