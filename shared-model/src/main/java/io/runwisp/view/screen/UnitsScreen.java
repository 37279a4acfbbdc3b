package io.runwisp.view.screen;

import io.runwisp.live.Link;
import io.runwisp.live.Picture;
import io.runwisp.view.unit.Headline;
import io.runwisp.view.unit.UnitView;
import io.runwisp.view.words.Now;
import io.runwisp.wire.json.Flat;
import io.runwisp.wire.json.Required;
import io.runwisp.wire.run.Run;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * All units.
 *
 * @param sentence the headline over all of them
 */
public record UnitsScreen(Headline sentence, @Required @Flat UnitList list) {

    /**
     * The screen of a daemon.
     *
     * @param recent the newest runs of a unit, newest first
     */
    public static UnitsScreen of(Link link, Picture picture, UnitsWanted wanted, Function<String, List<Run>> recent,
            Now now) {
        Map<String, UnitView> views = UnitView.all(picture, now);
        return new UnitsScreen(Headline.of(link, picture.info(), List.copyOf(views.values())),
                UnitList.of(picture.units().values(), views, wanted, recent, now));
    }
}
