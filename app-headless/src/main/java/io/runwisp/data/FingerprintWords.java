package io.runwisp.data;

import java.util.List;

/**
 * The words that fingerprints are made of: short, friendly, easily told apart. A change of them changes no stored
 * fingerprint.
 */
final class FingerprintWords {

    static final List<String> ADJECTIVES = words("""
            able agile airy alert alpine amber ample apt arctic ardent arid ashen astute auburn autumn avid awake
            azure balmy basic beige bold bonny boreal brave breezy brief bright brisk bronze busy calm candid casual
            chatty cheery chief chilly civic civil clean clear clever cobalt cool copper cosmic cosy crafty cream
            crisp curly daily dainty dapper daring dark deep deft dense dewy direct dotted downy dry dusky eager
            early easy ebony elder even exact fair famous fancy fast fiery fine firm first fleet floral fluent
            fluffy fond formal fresh frosty frugal full gentle giant glad glossy golden grand grassy gray great
            green handy happy hardy hasty hearty hidden high hilly honest humble icy ideal indigo inner ivory jade
            jolly jovial joyful juicy keen kind large late lavish leafy level light limber linen lively local lofty
            loyal lucid lucky lunar lush mellow merry mighty mild minty misty modern modest mossy narrow native neat
            nifty nimble noble novel oaken ochre open orange outer oval pale pearly perky placid plain plucky polar
            polite prime prompt proper proud pure purple quaint quick quiet rapid rare ready regal restful rich ripe
            robust rosy round royal ruby rugged russet rustic sable sandy sane secure sepia serene sharp shiny
            sienna silent silken silver simple sleek smart smooth snowy snug social soft solar solid sonic spare
            spicy spotted spry square stable starry steady steep stellar still stout summery sunny sure swift tall
            tame tawny teal tidy tiny topaz trim umber upper urban vast vital vivid warm wavy whole wide wild windy
            wise witty young zesty
            """);

    static final List<String> NOUNS = words("""
            acorn alder almond alpaca anchor antler apple arbor arch aspen aster atlas aurora badger bamboo banjo
            barley basil basin bay bayou beacon beaver beech bell birch bison bluff breeze bridge brook bugle cabin
            cactus camel canal candle canoe canyon cape carrot castle cavern cedar cello cherry cicada citrus clam
            cliff cloud clover coast cobble comet condor coral cove coyote crane crater creek crocus crow daisy dale
            delta desert dingo dove dune eagle eddy egret elk elm ember ermine falcon fern ferry field fig finch fir
            fjord flint flute forest fossil fox garden garnet gecko geyser ginger glade glen goose gorge grotto
            grouse grove gull hamlet harbor hare harp hawk hazel heath hedge heron hill hollow holly ibex ibis inlet
            iris island ivy jasper jay kayak kelp kettle kite kiwi koala lagoon lake larch lark laurel lava lemur
            lentil lichen lilac lily linden linnet llama lotus lynx magpie mango maple marble marmot marsh marten
            meadow melon mesa mill mimosa mint moose moss myrtle nebula nectar newt nutmeg oak oasis oat ocean olive
            onyx opal orbit orchid oriole osprey otter owl oyster paddle palm panda pansy papaya parrot peach pear
            pebble pecan peony pepper petrel piano pigeon pine plaza plover plum pond poplar poppy puffin quail
            quarry quartz quince rabbit rapids raven reed reef ridge river robin rook rose rowan saddle sage salmon
            sandal shell shore shrub sierra silo sloop sorrel spring spruce squid stag star stone stork swan
            tern thicket thyme toucan trail trout tulip vase vista vole wagon water wave wheat wolf wren yak yew
            zebra
            """);

    private FingerprintWords() {
    }

    /** The adjective that a number stands for. */
    static String adjective(long number) {
        return ADJECTIVES.get(Math.floorMod(number, ADJECTIVES.size()));
    }

    /** The noun that a number stands for. */
    static String noun(long number) {
        return NOUNS.get(Math.floorMod(number, NOUNS.size()));
    }

    private static List<String> words(String text) {
        return List.of(text.strip().split("\\s+"));
    }
}
