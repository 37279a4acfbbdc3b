package io.runwisp.web;

import io.runwisp.api.http.Call;
import io.runwisp.api.http.Reply;
import io.runwisp.client.ApiProblem;
import io.runwisp.wire.Problem;
import io.runwisp.wire.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the page, from memory. What is no file and may be an address of the page is answered with the page. Any thread. */
final class WebFiles {

    private static final String INDEX = "index.html";
    /** Where browsers look when what they show is not the page. */
    private static final String OLD_ICON = "/favicon.ico";
    private static final String ICON = "/favicon.svg";
    private static final String API = "/api/";
    /** Absent unless it is asked for in the configuration; a program that reads it must not be answered with a page. */
    private static final String METRICS = "/metrics";
    private static final String ASSETS = "/assets/";
    private static final int LONGEST = 200;
    /** Segments of letters, digits and a few signs that do not begin with a dot. */
    private static final Pattern NAME = Pattern
        .compile("/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final int NOT_MODIFIED = 304;

    private final String folder;
    private final Map<String, WebFile> files = new ConcurrentHashMap<>();

    private WebFiles(String folder) {
        this.folder = folder;
    }

    /** Those in a folder of the class path; there may be none. */
    static WebFiles onTheClassPath(String folder) {
        return new WebFiles(folder);
    }

    /** Answers whoever asks for what is no operation. */
    Reply answer(Call call) {
        String path = call.request().path();
        Optional<WebFile> file = file(path.equals(OLD_ICON) ? ICON : path);
        if (file.isEmpty() && isPlace(path)) {
            file = file("/" + INDEX);
        }
        return file.map(found -> reply(call, found)).orElseThrow(() -> nothingAt(path));
    }

    private static ApiProblem nothingAt(String path) {
        return new ApiProblem(Problem.of(ProblemCode.ROUTE_UNKNOWN, "There is nothing at this address"
                + (path.startsWith(API) ? ". GET /openapi.yaml tells what there is."
                        : ", or the dashboard is not part of this program.")));
    }

    /** Whether it may be an address that the page knows what to do with. */
    private static boolean isPlace(String path) {
        boolean deep = path.indexOf('/', 1) > 0;
        return !path.startsWith(API) && !path.equals(METRICS) && !path.startsWith(ASSETS)
                && (deep || path.indexOf('.') < 0);
    }

    private Optional<WebFile> file(String path) {
        if (path.length() > LONGEST || !NAME.matcher(path).matches()) {
            return Optional.empty();
        }
        WebFile known = files.get(path);
        if (known == null) {
            Optional<WebFile> read = read(path);
            read.ifPresent(file -> files.put(path, file));
            return read;
        }
        return Optional.of(known);
    }

    private Optional<WebFile> read(String path) {
        // A folder can be opened as a resource as well, and is none of the files.
        if (WebFile.type(path).isEmpty()) {
            return Optional.empty();
        }
        try (InputStream stream = WebFiles.class.getClassLoader().getResourceAsStream(folder + path)) {
            return stream == null
                    ? Optional.empty()
                    : Optional.of(WebFile.of(path, stream.readAllBytes(), path.startsWith(ASSETS)));
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be read", e);
        }
    }

    private static Reply reply(Call call, WebFile file) {
        boolean packed = file.packed().length > 0 && call.request().header("Accept-Encoding").contains("gzip");
        Reply reply = call.request().header("If-None-Match").contains(file.tag())
                ? Reply.nothing().status(NOT_MODIFIED)
                : Reply.whole(200, file.type(), packed ? file.packed() : file.plain());
        for (Reply.Header header : file.headers()) {
            reply = reply.with(header.name(), header.value());
        }
        return packed && reply.status() == 200 ? reply.with("Content-Encoding", "gzip") : reply;
    }
}
