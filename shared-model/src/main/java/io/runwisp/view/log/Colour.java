package io.runwisp.view.log;

/**
 * A colour that a process asked for.
 *
 * @param palette 0 to 15 for one of the palette, which the screen decides; -1 for one that is given
 * @param rgb the given colour, 0xRRGGBB; -1 for one of the palette
 */
public record Colour(int palette, int rgb) {

    private static final int GIVEN = -1;
    private static final int PALETTE = 16;
    private static final int CUBE = 6;
    private static final int GREYS = 232;
    private static final int INDEXES = 256;
    private static final Colour[] INDEXED = indexed();

    /** One of 256: the palette, a cube of 6 x 6 x 6, and 24 greys. */
    static Colour of(int index) {
        return INDEXED[index];
    }

    static Colour of(int red, int green, int blue) {
        return new Colour(GIVEN, red << 16 | green << 8 | blue);
    }

    private static Colour[] indexed() {
        Colour[] all = new Colour[INDEXES];
        for (int i = 0; i < INDEXES; i++) {
            if (i < PALETTE) {
                all[i] = new Colour(i, GIVEN);
            } else if (i < GREYS) {
                int cube = i - PALETTE;
                all[i] = of(level(cube / (CUBE * CUBE)), level(cube / CUBE % CUBE), level(cube % CUBE));
            } else {
                int grey = 8 + 10 * (i - GREYS);
                all[i] = of(grey, grey, grey);
            }
        }
        return all;
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }
}
