package io.runwisp.config.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.runwisp.config.grammar.MailAddresses.MailAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailAddressesTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a@b.example             | ''         | a@b.example
            root@localhost          | ''         | root@localhost
            ' a@b '                 | ''         | a@b
            <a@b>                   | ''         | a@b
            RunWisp <a@b>           | RunWisp    | a@b
            Jörg Müller <j+x@b.at>  | Jörg Müller | j+x@b.at
            "Ops, night <x>" <a@b>  | Ops, night <x> | a@b
            "a \\"b\\"" <a@b>       | a "b"      | a@b
            a@[127.0.0.1]           | ''         | a@[127.0.0.1]
            a@[IPv6:::1]            | ''         | a@[IPv6:::1]
            """)
    void readsMailAddresses(String text, String name, String address) {
        assertEquals(Reading.good(new MailAddress(name, address)), MailAddresses.read(text));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''            | 0 | 1 | it is blank
            ops           | 0 | 3 | there is no @ in it
            Ops <ops>     | 5 | 3 | there is no @ in it
            @b            | 0 | 1 | the part before the @ is missing
            a@            | 2 | 1 | the host is missing
            a@b, c@d      | 3 | 1 | only one address is expected, "," is not allowed in it
            Ops a@b       | 3 | 1 | only one address is expected, a blank is not allowed in it
            Ops <a@b> x   | 9 | 2 | only one address is expected, it ends at ">"
            Ops <a@b      | 4 | 4 | "<" has no ">" after it
            a, b <a@b>    | 1 | 1 | a name with "," in it stands in quotes
            .a@b          | 0 | 2 | a dot stands at an end of the part before the @, or two in a row
            a..b@c        | 0 | 4 | a dot stands at an end of the part before the @, or two in a row
            ä@b           | 0 | 1 | "ä" is not allowed before the @
            a@b@c         | 0 | 3 | "@" is not allowed before the @
            a@b_!         | 2 | 3 | the host has a character outside A-Z a-z 0-9 . - _
            a@[localhost] | 2 | 11 | what stands in brackets is not an IP address
            """)
    void refusesWhatIsNotOneMailAddress(String text, int offset, int length, String reason) {
        assertEquals(Reading.bad(offset, length, reason), MailAddresses.read(text));
    }

    @Test
    void refusesMailAddressesThatBeginAnotherHeaderLineOrAreTooLong() {
        assertEquals(Reading.bad(1, 1, "it contains a control character"), MailAddresses.read("x\r\nBcc: y <a@b>"));
        assertEquals(
                Reading.bad(0, 65, "the part before the @ is longer than 64 characters"),
                MailAddresses.read("a".repeat(65) + "@b"));
        String host = ("a".repeat(49) + ".").repeat(5) + "at";
        assertEquals(
                Reading.bad(0, 258, "the address is longer than 254 characters"),
                MailAddresses.read("12345@" + host));
    }
}
