package io.runwisp.schedule;

import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.field.expression.And;
import com.cronutils.model.field.expression.Between;
import com.cronutils.model.field.expression.Every;
import com.cronutils.model.field.expression.FieldExpression;
import com.cronutils.model.field.expression.On;
import com.cronutils.model.field.value.FieldValue;
import com.cronutils.model.field.value.IntegerFieldValue;
import com.cronutils.parser.FieldParser;
import java.util.EnumMap;
import java.util.Map;

/**
 * Parses the plain form of a field with cron-utils and turns its expression tree into a set of bits. Only the field
 * parsers are used: the whole-line parser validates by regular expressions what {@link FieldReader} has settled, and
 * costs four times as much.
 */
final class CronUtilsFields {

    private static final Map<Field, FieldParser> PARSERS = parsers();

    private CronUtilsFields() {
    }

    /** The values that a plain field names, one bit each. */
    static long bits(Field field, String plain) {
        FieldParser parser = PARSERS.get(field);
        if (parser == null) {
            throw new IllegalStateException("no parser for " + field);
        }
        return bits(field, parser.parse(plain));
    }

    private static long bits(Field field, FieldExpression expression) {
        return switch (expression) {
            case Always _ -> stretch(field.min(), field.max());
            case On on -> stretch(number(on.getTime()), number(on.getTime()));
            case Between between -> stretch(number(between.getFrom()), number(between.getTo()));
            case Every every -> everyNth(bits(field, every.getExpression()), number(every.getPeriod()));
            case And and -> union(field, and);
            default -> throw new IllegalStateException("cron-utils read a field as " + expression.getClass());
        };
    }

    private static long union(Field field, And and) {
        long union = 0;
        for (FieldExpression part : and.getExpressions()) {
            union |= bits(field, part);
        }
        return union;
    }

    private static long stretch(int low, int high) {
        return (-1L << low) & (-1L >>> (63 - high));
    }

    private static long everyNth(long stretch, int step) {
        long kept = 0;
        int high = 63 - Long.numberOfLeadingZeros(stretch);
        for (int value = Long.numberOfTrailingZeros(stretch); value <= high; value += step) {
            kept |= 1L << value;
        }
        return kept;
    }

    private static int number(FieldValue<?> value) {
        if (value instanceof IntegerFieldValue integer) {
            return integer.getValue();
        }
        throw new IllegalStateException("cron-utils read a number as " + value);
    }

    private static Map<Field, FieldParser> parsers() {
        CronDefinition definition = CronDefinitionBuilder.defineCron()
            .withSeconds()
            .and()
            .withMinutes()
            .and()
            .withHours()
            .and()
            .withDayOfMonth()
            .and()
            .withMonth()
            .and()
            .withDayOfWeek()
            .withValidRange(Field.WEEKDAY.min(), Field.WEEKDAY.max())
            .and()
            .instance();
        Map<Field, FieldParser> parsers = new EnumMap<>(Field.class);
        for (Field field : Field.values()) {
            parsers.put(field, new FieldParser(definition.getFieldDefinition(nameOf(field)).getConstraints()));
        }
        return parsers;
    }

    private static CronFieldName nameOf(Field field) {
        return switch (field) {
            case SECOND -> CronFieldName.SECOND;
            case MINUTE -> CronFieldName.MINUTE;
            case HOUR -> CronFieldName.HOUR;
            case DAY -> CronFieldName.DAY_OF_MONTH;
            case MONTH -> CronFieldName.MONTH;
            case WEEKDAY -> CronFieldName.DAY_OF_WEEK;
        };
    }
}
