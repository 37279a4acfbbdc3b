package io.runwisp.wire.run;

import io.runwisp.wire.ProblemCode;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.json.Words;

/**
 * What a command for many has left as it was, and why.
 *
 * @param code the problem that a command for one of them alone would have answered
 * @param count how many
 * @param detail the same for people, with what to do
 */
public record PassedOver(@Required @Words(ProblemCode.class) String code, int count, @Required String detail) {
}
