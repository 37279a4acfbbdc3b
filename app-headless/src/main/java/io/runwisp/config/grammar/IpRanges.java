package io.runwisp.config.grammar;

import io.runwisp.model.IpLiterals;
import java.net.InetAddress;
import java.util.Optional;

/** The grammar of trusted addresses: one IP address, or a range such as {@code 10.0.0.0/8}. Names are not looked up. */
public final class IpRanges {

    private static final int V4_BITS = 32;
    private static final int V6_BITS = 128;
    /** Where the IPv4 addresses begin in the IPv6 space, {@code ::ffff:0:0/96}. */
    private static final int MAPPED_BITS = 96;

    private IpRanges() {
    }

    /**
     * A block of addresses.
     *
     * @param network its first address
     * @param bits how many leading bits all its addresses share
     */
    public record Range(InetAddress network, int bits) {

        /** Whether the address lies within; IPv4 in its IPv6 form counts as IPv4, as everywhere in the JDK. */
        public boolean contains(InetAddress address) {
            byte[] ours = network.getAddress();
            byte[] theirs = address.getAddress();
            return ours.length == theirs.length && sharesBits(ours, theirs, bits);
        }

        /** The range as it would be configured. */
        public String show() {
            return network.getHostAddress() + "/" + bits;
        }
    }

    /** Reads one address or range. A range that would trust everybody is refused. */
    public static Reading<Range> read(String text) {
        int slash = text.indexOf('/');
        String written = slash < 0 ? text : text.substring(0, slash);
        Optional<InetAddress> literal = IpLiterals.read(written);
        if (literal.isEmpty()) {
            return Reading.bad(0, written.length(), notAnAddress(written));
        }
        InetAddress address = literal.get();
        boolean v4 = address.getAddress().length == 4;
        boolean mapped = v4 && written.indexOf(':') >= 0;
        int writtenBits = v4 && !mapped ? V4_BITS : V6_BITS;
        int bits = slash < 0 ? writtenBits : bits(text.substring(slash + 1));
        if (bits < 0 || bits > writtenBits) {
            return Reading.bad(
                    slash + 1, text.length() - slash - 1, "the prefix length is not a number from 0 to " + writtenBits);
        }
        if (bits == 0 || coversAllMapped(address, bits, mapped)) {
            return Reading.bad(0, text.length(), "it covers every address, so everybody would be trusted");
        }
        int ownBits = mapped ? bits - MAPPED_BITS : bits;
        return Reading.good(new Range(IpLiterals.ofBytes(masked(address.getAddress(), ownBits)), ownBits));
    }

    private static String notAnAddress(String written) {
        if (written.isBlank()) {
            return "the address is missing";
        }
        return written.indexOf('%') >= 0
                ? "an address with a zone is not accepted"
                : "it is not an IP address, and names are not looked up";
    }

    private static int bits(String text) {
        boolean leadingZero = text.length() > 1 && text.charAt(0) == '0';
        return leadingZero ? -1 : Ascii.small(text, 3);
    }

    private static boolean coversAllMapped(InetAddress address, int bits, boolean mapped) {
        if (mapped) {
            return bits <= MAPPED_BITS;
        }
        byte[] start = new byte[V6_BITS / 8];
        start[10] = (byte) 0xff;
        start[11] = (byte) 0xff;
        byte[] own = address.getAddress();
        return own.length == start.length && bits <= MAPPED_BITS && sharesBits(own, start, bits);
    }

    private static boolean sharesBits(byte[] a, byte[] b, int bits) {
        for (int i = 0; i < bits; i++) {
            if ((((a[i / 8] ^ b[i / 8]) >> (7 - i % 8)) & 1) != 0) {
                return false;
            }
        }
        return true;
    }

    private static byte[] masked(byte[] address, int bits) {
        for (int i = bits; i < address.length * 8; i++) {
            address[i / 8] &= (byte) ~(1 << (7 - i % 8));
        }
        return address;
    }
}
