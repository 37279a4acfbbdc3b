package io.runwisp.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class NativeSupportTest {

    @Test
    void thisMachineHasIt() {
        assertEquals(Optional.empty(), NativeSupport.obstacle());
    }
}
