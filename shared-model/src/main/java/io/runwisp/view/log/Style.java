package io.runwisp.view.log;

import org.jspecify.annotations.Nullable;

/**
 * How a text looks.
 *
 * @param colour of the letters, or null for the usual one
 * @param ground behind them, or null for the usual one
 */
public record Style(@Nullable Colour colour, @Nullable Colour ground, boolean bold, boolean dim, boolean italic,
        boolean underline, boolean inverse, boolean struck) {

    /** As nobody asked for anything. */
    public static final Style PLAIN = new Style(null, null, false, false, false, false, false, false);

    Style withColour(@Nullable Colour wanted) {
        return new Style(wanted, ground, bold, dim, italic, underline, inverse, struck);
    }

    Style withGround(@Nullable Colour wanted) {
        return new Style(colour, wanted, bold, dim, italic, underline, inverse, struck);
    }

    Style withWeight(boolean nowBold, boolean nowDim) {
        return new Style(colour, ground, nowBold, nowDim, italic, underline, inverse, struck);
    }

    Style withItalic(boolean wanted) {
        return new Style(colour, ground, bold, dim, wanted, underline, inverse, struck);
    }

    Style withUnderline(boolean wanted) {
        return new Style(colour, ground, bold, dim, italic, wanted, inverse, struck);
    }

    Style withInverse(boolean wanted) {
        return new Style(colour, ground, bold, dim, italic, underline, wanted, struck);
    }

    Style withStruck(boolean wanted) {
        return new Style(colour, ground, bold, dim, italic, underline, inverse, wanted);
    }
}
