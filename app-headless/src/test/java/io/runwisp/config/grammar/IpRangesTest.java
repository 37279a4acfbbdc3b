package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IpRangesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            10.0.0.0/8          | 10.0.0.0/8        | 10.255.0.1     | 11.0.0.1
            10.1.2.3/8          | 10.0.0.0/8        | 10.255.0.1     | 9.255.255.255
            192.168.1.7         | 192.168.1.7/32    | 192.168.1.7    | 192.168.1.6
            192.168.1.128/25    | 192.168.1.128/25  | 192.168.1.200  | 192.168.1.1
            0.0.0.0/1           | 0.0.0.0/1         | 127.0.0.1      | 128.0.0.1
            ::1                 | 0:0:0:0:0:0:0:1/128 | ::1          | 127.0.0.1
            fd00::/8            | fd00:0:0:0:0:0:0:0/8 | fd12::1     | fe80::1
            ::ffff:10.0.0.0/104 | 10.0.0.0/8        | 10.1.1.1       | 11.0.0.1
            ::ffff:10.0.0.1     | 10.0.0.1/32       | ::ffff:10.0.0.1 | 10.0.0.2
            ::ffff:0:0/97       | 0.0.0.0/1         | 1.2.3.4        | 200.0.0.1
            """)
    void readsRangesOfAddresses(String text, String shown, String inside, String outside) {
        IpRanges.Range range = ((Reading.Good<IpRanges.Range>) IpRanges.read(text)).value();
        assertEquals(shown, range.show());
        assertTrue(range.contains(InetAddress.ofLiteral(inside)));
        assertFalse(range.contains(InetAddress.ofLiteral(outside)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''              | 0 | 1 | the address is missing
            /8              | 0 | 1 | the address is missing
            localhost       | 0 | 9 | it is not an IP address, and names are not looked up
            10.0.0          | 0 | 6 | it is not an IP address, and names are not looked up
            10.0.0.0.0      | 0 | 10 | it is not an IP address, and names are not looked up
            10.0.0.256/8    | 0 | 10 | it is not an IP address, and names are not looked up
            10.0.0.01       | 0 | 9 | it is not an IP address, and names are not looked up
            10.0.0.         | 0 | 7 | it is not an IP address, and names are not looked up
            12345           | 0 | 5 | it is not an IP address, and names are not looked up
            [::1]           | 0 | 5 | it is not an IP address, and names are not looked up
            :::             | 0 | 3 | it is not an IP address, and names are not looked up
            ' 10.0.0.1'     | 0 | 9 | it is not an IP address, and names are not looked up
            fe80::1%eth0    | 0 | 12 | an address with a zone is not accepted
            10.0.0.0/33     | 9 | 2 | the prefix length is not a number from 0 to 32
            10.0.0.0/       | 9 | 1 | the prefix length is not a number from 0 to 32
            10.0.0.0/08     | 9 | 2 | the prefix length is not a number from 0 to 32
            10.0.0.0/8/8    | 9 | 3 | the prefix length is not a number from 0 to 32
            10.0.0.0/-1     | 9 | 2 | the prefix length is not a number from 0 to 32
            fd00::/129      | 7 | 3 | the prefix length is not a number from 0 to 128
            0.0.0.0/0       | 0 | 9 | it covers every address, so everybody would be trusted
            10.0.0.0/0      | 0 | 10 | it covers every address, so everybody would be trusted
            ::/0            | 0 | 4 | it covers every address, so everybody would be trusted
            ::ffff:0:0/96   | 0 | 13 | it covers every address, so everybody would be trusted
            ::ffff:1.2.3.4/96 | 0 | 17 | it covers every address, so everybody would be trusted
            ::/64           | 0 | 5 | it covers every address, so everybody would be trusted
            ::ffff:0:0/80   | 0 | 13 | it covers every address, so everybody would be trusted
            """)
    void refusesWhatIsNoRangeOrTrustsEverybody(String text, int offset, int length, String reason) {
        assertEquals(Reading.bad(offset, length, reason), IpRanges.read(text));
    }
}
