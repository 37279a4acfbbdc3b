package io.runwisp.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The expectations that stand in the comments of case files; their grammar is in the README beside the cases. */
record Markers(List<Marker> errors, List<Marker> warnings, List<String> never) {

    /**
     * One expected problem.
     *
     * @param line where, 0 for the file as a whole
     * @param fragments what its text must contain
     */
    record Marker(Path file, int line, List<String> fragments) {
    }

    static Markers in(List<Path> files) throws IOException {
        Markers markers = new Markers(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (Path file : files) {
            List<String> lines = Arrays.asList(Files.readString(file).split("\r?\n", -1));
            for (int i = 0; i < lines.size(); i++) {
                markers.line(file, lines.get(i), i + 1);
            }
        }
        return markers;
    }

    private void line(Path file, String line, int number) {
        int never = line.indexOf("#!never ");
        if (never >= 0) {
            this.never.add(line.substring(never + "#!never ".length()).strip());
            return;
        }
        int at = next(line, 0);
        while (at >= 0) {
            int end = next(line, at + 2);
            String body = line.substring(at + 2, end < 0 ? line.length() : end).strip();
            int where = number;
            if (body.startsWith("file ")) {
                body = body.substring("file ".length());
                where = 0;
            } else if (body.startsWith(">")) {
                body = body.substring(1);
                where = number + 1;
            }
            List<String> fragments = Arrays.stream(body.split(";", -1))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
            (line.charAt(at + 1) == '!' ? errors : warnings).add(new Marker(file, where, fragments));
            at = end;
        }
    }

    private static int next(String line, int from) {
        int error = line.indexOf("#!", from);
        int warning = line.indexOf("#?", from);
        return error < 0 ? warning : warning < 0 ? error : Math.min(error, warning);
    }
}
