package io.runwisp.web;

import io.runwisp.api.http.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/**
 * A file of the page as it is sent.
 *
 * @param packed the same packed by gzip; empty when that is no gain
 * @param tag what stands for its content
 */
@SuppressWarnings("ArrayRecordComponent")
record WebFile(String type, byte[] plain, byte[] packed, String tag, List<Reply.Header> headers) {

    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"), Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"), Map.entry("woff2", "font/woff2"), Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"), Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"), Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("map", "application/json"));
    private static final Pattern SCRIPT = Pattern.compile("<script(?![^>]*\\ssrc=)[^>]*>(.*?)</script>",
            Pattern.DOTALL);
    private static final String SCRIPTS = "default-src 'none'; script-src 'self'";
    private static final String ALL_ELSE = "; style-src 'self'; font-src 'self'; img-src 'self' data:; connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";
    private static final String FOR_EVER = "public, max-age=31536000, immutable";
    private static final int WORTH_PACKING = 512;

    /** The type of a file by its name, if it may be one of the page's. */
    static Optional<String> type(String path) {
        return Optional.ofNullable(TYPES.get(path.substring(path.lastIndexOf('.') + 1)));
    }

    /**
     * A file.
     *
     * @param hashed whether its name is another one as soon as its content is
     */
    static WebFile of(String path, byte[] plain, boolean hashed) {
        String type = type(path).orElseThrow(() -> new IllegalArgumentException(path + " is no file of a page"));
        String tag = '"' + Base64.getUrlEncoder().withoutPadding().encodeToString(sha256(plain)).substring(0, 22) + '"';
        List<Reply.Header> headers = new ArrayList<>();
        boolean page = type.startsWith("text/html");
        headers.add(new Reply.Header("Cache-Control", page ? "no-store" : hashed ? FOR_EVER : "no-cache"));
        headers.add(new Reply.Header("Vary", "Accept-Encoding"));
        if (page) {
            headers.add(new Reply.Header("Content-Security-Policy", SCRIPTS + scripts(plain) + ALL_ELSE));
        } else {
            headers.add(new Reply.Header("ETag", tag));
        }
        boolean text = !type.startsWith("image/png") && !type.startsWith("font/");
        byte[] packed = text && plain.length >= WORTH_PACKING ? pack(plain) : new byte[0];
        return new WebFile(type, plain, packed.length < plain.length ? packed : new byte[0], tag, headers);
    }

    /** The scripts within a page, by what they are: no other script runs. */
    private static String scripts(byte[] page) {
        return SCRIPT.matcher(new String(page, StandardCharsets.UTF_8))
            .results()
            .map(script -> " 'sha256-" + Base64.getEncoder()
                .encodeToString(sha256(script.group(1).getBytes(StandardCharsets.UTF_8))) + "'")
            .collect(Collectors.joining());
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
