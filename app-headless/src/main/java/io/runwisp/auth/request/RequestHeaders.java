package io.runwisp.auth.request;

import java.util.List;

/** The headers of a request, as far as the gate asks for them. */
public interface RequestHeaders {

    /** All values that were sent under a name, in their order and not split at commas; the case of the name is no matter. */
    List<String> values(String name);
}
