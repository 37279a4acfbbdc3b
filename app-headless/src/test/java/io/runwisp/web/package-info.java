/** The dashboard's server, tried with real daemons. */
@NullMarked
package io.runwisp.web;

import org.jspecify.annotations.NullMarked;
