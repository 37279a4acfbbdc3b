package io.runwisp.engine;

import io.runwisp.model.Notice;

/** Writes the payloads of events about the bell, which the journal itself appends, as JSON. Pure. */
public interface NoticeText {

    /** The payload of an event about a row of the bell. */
    String ofNotice(Notice notice, int unread);

    /** The payload of the event that rows of the bell were read or became unread. */
    String ofUnread(int unread);
}
