/** The API over HTTP, tried in-process and over a socket. */
@NullMarked
package io.runwisp.api.http;

import org.jspecify.annotations.NullMarked;
