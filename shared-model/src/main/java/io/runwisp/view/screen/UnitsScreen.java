package io.runwisp.view.screen;

import io.runwisp.view.unit.Headline;
import io.runwisp.wire.json.Flat;
import io.runwisp.wire.json.Required;

/**
 * All units.
 *
 * @param sentence the headline over all of them
 */
public record UnitsScreen(Headline sentence, @Required @Flat UnitList list) {
}
