package io.runwisp.wire.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonParser.NumberType;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Values that are one token. */
enum ScalarForm implements ValueForm {
    /** A text. */
    TEXT {
        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeString((String) value);
        }

        @Override
        public @Nullable Object read(JsonParser json, Reading reading) throws IOException {
            return json.hasToken(JsonToken.VALUE_STRING) ? json.getText() : reading.expected(json, "a string");
        }
    },
    /** A whole number of 32 bits. */
    INT {
        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeNumber((int) value);
        }

        @Override
        public @Nullable Object read(JsonParser json, Reading reading) throws IOException {
            return isWhole(json, NumberType.INT)
                    ? (Object) json.getIntValue()
                    : reading.expected(json, "a whole number of at most 32 bits");
        }
    },
    /** A whole number of 64 bits. */
    LONG {
        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeNumber((long) value);
        }

        @Override
        public @Nullable Object read(JsonParser json, Reading reading) throws IOException {
            return isWhole(json, NumberType.LONG)
                    ? (Object) json.getLongValue()
                    : reading.expected(json, "a whole number of at most 64 bits");
        }
    },
    /** A number. */
    DOUBLE {
        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            double number = (double) value;
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException("JSON has no word for " + number);
            }
            json.writeNumber(number);
        }

        @Override
        public @Nullable Object read(JsonParser json, Reading reading) throws IOException {
            boolean number = json.currentToken().isNumeric();
            return number ? (Object) json.getDoubleValue() : reading.expected(json, "a number");
        }
    },
    /** True or false. */
    TRUTH {
        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeBoolean((boolean) value);
        }

        @Override
        public @Nullable Object read(JsonParser json, Reading reading) throws IOException {
            boolean truth = json.currentToken().isBoolean();
            return truth ? (Object) json.getBooleanValue() : reading.expected(json, "true or false");
        }
    },
    /** An instant: written in UTC to the millisecond, read with any offset. */
    TIME {
        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeString(INSTANT.format((Instant) value));
        }

        @Override
        public @Nullable Object read(JsonParser json, Reading reading) throws IOException {
            if (json.hasToken(JsonToken.VALUE_STRING)) {
                try {
                    return OffsetDateTime.parse(json.getText()).toInstant();
                } catch (DateTimeException e) {
                    return reading.expected(json, TIME_EXAMPLE);
                }
            }
            return reading.expected(json, TIME_EXAMPLE);
        }
    },
    /** A duration in nanoseconds. */
    NANOS {
        @Override
        public void write(JsonGenerator json, Object value) throws IOException {
            json.writeNumber(((Duration) value).toNanos());
        }

        @Override
        public @Nullable Object read(JsonParser json, Reading reading) throws IOException {
            return isWhole(json, NumberType.LONG)
                    ? Duration.ofNanos(json.getLongValue())
                    : reading.expected(json, "a whole number of nanoseconds");
        }
    };

    private static final DateTimeFormatter INSTANT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
        .withZone(ZoneOffset.UTC);
    private static final String TIME_EXAMPLE = "a time such as \"2026-11-20T02:30:00Z\"";

    private static boolean isWhole(JsonParser json, NumberType widest) throws IOException {
        return json.hasToken(JsonToken.VALUE_NUMBER_INT) && json.getNumberType().compareTo(widest) <= 0;
    }
}
