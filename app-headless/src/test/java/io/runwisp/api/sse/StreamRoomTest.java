package io.runwisp.api.sse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.runwisp.client.ApiProblem;
import io.runwisp.time.VirtualMonotonicClock;
import io.runwisp.wire.ProblemCode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StreamRoomTest {

    private final VirtualMonotonicClock clock = new VirtualMonotonicClock(0);
    private final List<Runnable> wound = new ArrayList<>();
    private final StreamRoom room = new StreamRoom(clock, (_, look) -> wound.add(look), StreamRoom.Pace.USUAL);

    @Test
    void thereAreSoManyPlacesAndNoMore() {
        List<StreamSeat> seats = new ArrayList<>();
        for (int i = 0; i < StreamRoom.MOST; i++) {
            seats.add(room.enter(InetAddress.getLoopbackAddress()));
        }
        assertRefused(ProblemCode.TOO_MANY_STREAMS, InetAddress.getLoopbackAddress());
        seats.getFirst().close();
        room.enter(InetAddress.getLoopbackAddress());
        assertEquals(StreamRoom.MOST, room.size());
    }

    @Test
    void oneAddressHasHalfOfThem() throws UnknownHostException {
        for (int i = 0; i < StreamRoom.MOST_OF_ADDRESS; i++) {
            room.enter(address("192.0.2.7"));
        }
        assertRefused(ProblemCode.TOO_MANY_STREAMS, address("192.0.2.7"));
        room.enter(address("192.0.2.8"));
    }

    @Test
    void whoeverHasBeenWritingForTooLongIsCutOffAndNobodyElseIs() throws IOException {
        StreamSeat stuck = room.enter(InetAddress.getLoopbackAddress());
        StreamSeat quiet = room.enter(InetAddress.getLoopbackAddress());
        boolean[] cut = new boolean[2];
        stuck.writing(() -> {
            clock.advance(StreamRoom.Pace.USUAL.patience().minus(Duration.ofSeconds(1)));
            look();
            cut[0] = Thread.currentThread().isInterrupted();
            clock.advance(Duration.ofSeconds(1));
            look();
            cut[1] = Thread.currentThread().isInterrupted();
        });
        assertFalse(cut[0]);
        assertTrue(cut[1]);
        assertTrue(stuck.isEnding());
        assertFalse(quiet.isEnding());
        assertFalse(Thread.currentThread().isInterrupted(), "the next request of this connection is not interrupted");
    }

    @Test
    void nobodyLooksWhileThereAreNoStreams() {
        assertEquals(0, wound.size());
        StreamSeat seat = room.enter(InetAddress.getLoopbackAddress());
        room.enter(InetAddress.getLoopbackAddress()).close();
        assertEquals(1, wound.size());
        look();
        assertEquals(1, wound.size());
        seat.close();
        look();
        assertEquals(0, wound.size());
        room.enter(InetAddress.getLoopbackAddress());
        assertEquals(1, wound.size());
    }

    @Test
    void whoComesWhenAllEndsIsSentAway() {
        room.close();
        assertRefused(ProblemCode.STOPPING, InetAddress.getLoopbackAddress());
    }

    private void look() {
        wound.removeFirst().run();
    }

    private void assertRefused(ProblemCode code, InetAddress address) {
        assertTrue(assertThrows(ApiProblem.class, () -> room.enter(address)).is(code));
    }

    private static InetAddress address(String literal) throws UnknownHostException {
        return InetAddress.getByName(literal);
    }
}
