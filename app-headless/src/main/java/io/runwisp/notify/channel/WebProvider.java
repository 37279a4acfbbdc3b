package io.runwisp.notify.channel;

import io.runwisp.notify.http.Post;
import java.util.List;

/** How one provider wants to be posted to. */
interface WebProvider {

    /** The request for a message. */
    Post post(Content content);

    /** What must not be in any text about it. */
    List<String> secrets();
}
