package io.runwisp.view.log;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the parameters of a "select graphic rendition" change. Values that mean nothing change nothing. */
final class Sgr {

    private static final int MOST_PARAMETERS = 64;
    private static final int LARGEST = 9999;
    private static final int EMPTY = -1;

    private final List<Integer> numbers;
    private Style style;
    private int at;

    private Sgr(List<Integer> numbers, Style style) {
        this.numbers = numbers;
        this.style = style;
    }

    /** The style after these parameters, such as {@code 1;38;5;208}. */
    static Style apply(Style before, String parameters) {
        Sgr sgr = new Sgr(numbers(parameters), before);
        while (sgr.at < sgr.numbers.size()) {
            sgr.change(Math.max(0, sgr.next()));
        }
        return sgr.style;
    }

    private static List<Integer> numbers(String parameters) {
        List<Integer> numbers = new ArrayList<>();
        int number = EMPTY;
        for (int i = 0; i < parameters.length() && numbers.size() < MOST_PARAMETERS; i++) {
            char letter = parameters.charAt(i);
            if (letter >= '0' && letter <= '9') {
                number = Math.min(LARGEST, Math.max(0, number) * 10 + letter - '0');
            } else {
                numbers.add(number);
                number = EMPTY;
            }
        }
        numbers.add(number);
        return numbers;
    }

    private int next() {
        return at < numbers.size() ? numbers.get(at++) : EMPTY;
    }

    private void change(int code) {
        switch (code) {
            case 0 -> style = Style.PLAIN;
            case 1 -> style = style.withWeight(true, style.dim());
            case 2 -> style = style.withWeight(style.bold(), true);
            case 3 -> style = style.withItalic(true);
            case 4, 21 -> style = style.withUnderline(true);
            case 7 -> style = style.withInverse(true);
            case 9 -> style = style.withStruck(true);
            case 22 -> style = style.withWeight(false, false);
            case 23 -> style = style.withItalic(false);
            case 24 -> style = style.withUnderline(false);
            case 27 -> style = style.withInverse(false);
            case 29 -> style = style.withStruck(false);
            case 38 -> given(style.colour(), true);
            case 39 -> style = style.withColour(null);
            case 48 -> given(style.ground(), false);
            case 49 -> style = style.withGround(null);
            case 58 -> given(null, true, style);
            default -> palette(code);
        }
    }

    private void palette(int code) {
        if (code >= 30 && code <= 37) {
            style = style.withColour(Colour.of(code - 30));
        } else if (code >= 40 && code <= 47) {
            style = style.withGround(Colour.of(code - 40));
        } else if (code >= 90 && code <= 97) {
            style = style.withColour(Colour.of(code - 90 + 8));
        } else if (code >= 100 && code <= 107) {
            style = style.withGround(Colour.of(code - 100 + 8));
        }
    }

    private void given(@Nullable Colour otherwise, boolean letters) {
        Colour colour = colour(otherwise);
        style = letters ? style.withColour(colour) : style.withGround(colour);
    }

    /** The colour of an underline is read, because its numbers would mean other things, and not shown. */
    private void given(@Nullable Colour otherwise, boolean letters, Style kept) {
        given(otherwise, letters);
        style = kept;
    }

    private @Nullable Colour colour(@Nullable Colour otherwise) {
        int kind = next();
        if (kind == 5) {
            int index = next();
            return index >= 0 && index <= 255 ? Colour.of(index) : otherwise;
        }
        if (kind == 2) {
            int red = next();
            // With colons a colour space may stand before the colour, and is mostly left empty.
            red = red == EMPTY ? next() : red;
            int green = next();
            int blue = next();
            return isByte(red) && isByte(green) && isByte(blue) ? Colour.of(red, green, blue) : otherwise;
        }
        return otherwise;
    }

    private static boolean isByte(int value) {
        return value >= 0 && value <= 255;
    }
}
