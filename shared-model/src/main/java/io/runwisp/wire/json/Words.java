package io.runwisp.wire.json;

import io.runwisp.model.Word;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The words that a text takes. It stays a text, because a daemon that is newer than its client may know further ones, and they must not spoil the whole
 * answer.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Words {

    /** Who has the words. */
    Class<? extends Word> value();
}
