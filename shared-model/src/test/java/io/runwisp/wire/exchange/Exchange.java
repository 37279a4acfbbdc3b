package io.runwisp.wire.exchange;

import java.util.Set;

/**
 * What was asked and answered.
 *
 * @param sent the body of the request
 * @param type the content type of the answer
 * @param headers names of the headers of the answer, in lower case
 */
public record Exchange(String method, String path, String query, String sent, int status, String type,
        Set<String> headers, String body) {
}
