package io.runwisp.config.language;

import io.runwisp.config.problem.SourceFile;
import io.runwisp.config.toml.LineShape;

/**
 * The lines of a file as they may be shown: what could be a secret is left out. Works on the text, so that it holds for files that are not valid TOML: a
 * value is shown only behind a key that is known not to be secret; in doubt too much is hidden.
 */
public final class SecretText {

    /** What stands in the place of a secret. */
    public static final String HIDDEN = "[hidden]";

    private final String[] shown;
    private final int[] visible;
    private SecretNames names = SecretNames.below("");
    private boolean secretTable;
    private boolean freeTable;
    private String openUntil = "";
    private boolean openSecret;

    private SecretText(SourceFile file) {
        shown = new String[file.lines().size()];
        visible = new int[file.lines().size()];
        for (int i = 0; i < shown.length; i++) {
            String line = file.lines().get(i);
            int hiddenFrom = line.isBlank() ? line.length() : look(line);
            boolean secret = hiddenFrom < line.length();
            visible[i] = secret ? hiddenFrom : Integer.MAX_VALUE;
            shown[i] = secret ? line.substring(0, hiddenFrom) + HIDDEN : line;
        }
    }

    /** Looks through a file. */
    public static SecretText in(SourceFile file) {
        return new SecretText(file);
    }

    /** A line as it may be shown; columns before a secret stay what they are. */
    public String shown(int line) {
        return line >= 1 && line <= shown.length ? shown[line - 1] : "";
    }

    /** How many characters at the beginning of a line may be shown: all of them where nothing is hidden. */
    public int visible(int line) {
        return line >= 1 && line <= visible.length ? visible[line - 1] : Integer.MAX_VALUE;
    }

    /** From which index on a line is hidden; its length when all of it may be shown. */
    private int look(String line) {
        int start = line.length() - line.stripLeading().length();
        if (!openUntil.isEmpty() && !isNewKey(line)) {
            boolean hide = openSecret;
            openUntil = line.contains(openUntil) ? "" : openUntil;
            return hide ? start : names.secretIn(line, 0);
        }
        if (line.charAt(start) == '#') {
            return secretTable ? start : line.length();
        }
        openUntil = "";
        if (LineShape.isHeader(line)) {
            header(line);
            return line.length();
        }
        LineShape shape = LineShape.of(line);
        if (shape.isReferenceIn(line)) {
            return line.length();
        }
        if (secretTable || !isPublic(shape)) {
            open(shape, true);
            return shape.assigned() ? shape.valueStart() : start;
        }
        if (!shape.assigned() && !line.startsWith(": ", shape.valueStart())) {
            return shape.valueStart();
        }
        open(shape, false);
        int rest = names.secretIn(line, shape.valueStart());
        boolean clean = !shape.assigned() || shape.endsCleanly() || !openUntil.isEmpty();
        return clean ? rest : Math.min(rest, shape.valueEnd());
    }

    /** In a bracket that was shown and perhaps never closed, the next key is a key again. */
    private boolean isNewKey(String line) {
        return !openSecret && openUntil.length() == 1 && (LineShape.isHeader(line) || LineShape.of(line).assigned());
    }

    private void header(String line) {
        LineShape shape = LineShape.of(line);
        names = SecretNames.below(shape.keys().isEmpty() ? "" : shape.keys().getFirst());
        secretTable = shape.keys().contains("secrets") || shape.keys().contains("headers");
        freeTable = shape.keys().contains("env");
    }

    private boolean isPublic(LineShape shape) {
        if (shape.keys().isEmpty()) {
            return false;
        }
        String last = shape.keys().getLast();
        boolean secretPart = shape.keys().stream().anyMatch(names::isSecret);
        boolean free = freeTable || shape.keys().contains("env");
        return !secretPart && (free && shape.assigned() || names.isPublic(last)
                || shape.assigned() && names.isNearlyPublic(last));
    }

    private void open(LineShape shape, boolean secretValue) {
        openUntil = shape.openUntil();
        openSecret = secretValue;
    }
}
