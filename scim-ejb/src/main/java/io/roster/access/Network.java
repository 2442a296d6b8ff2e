package io.roster.access;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** The network that an attempt comes from. */
final class Network {

    private static final int IPV6_LENGTH = 16;
    private static final int IPV6_SUBNET = 8;

    private Network() {}

    /**
     * @param address an IP address
     * @return an IPv4 address as it is, of an IPv6 address the /64 network, in which a host takes any number of addresses
     */
    static String of(String address) {
        try {
            // Only literals come in here, which are not looked up.
            byte[] bytes = InetAddress.getByName(address).getAddress();
            if (bytes.length == IPV6_LENGTH) {
                Arrays.fill(bytes, IPV6_SUBNET, IPV6_LENGTH, (byte) 0);
            }
            return InetAddress.getByAddress(bytes).getHostAddress();
        } catch (UnknownHostException e) {
            return "unknown";
        }
    }
}
