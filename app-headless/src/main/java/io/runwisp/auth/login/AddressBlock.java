package io.runwisp.auth.login;

import java.net.InetAddress;
import java.nio.ByteBuffer;

/**
 * Whom attempts are counted for: an IPv4 address, or the /64 of an IPv6 address, which is one line of one customer with more
 * addresses than could ever be counted.
 *
 * @param bits the address, or its first half
 * @param six whether it is of IPv6
 */
record AddressBlock(long bits, boolean six) {

    static AddressBlock of(InetAddress address) {
        ByteBuffer bytes = ByteBuffer.wrap(address.getAddress());
        boolean six = bytes.remaining() > Integer.BYTES;
        return new AddressBlock(six ? bytes.getLong() : bytes.getInt(), six);
    }
}
