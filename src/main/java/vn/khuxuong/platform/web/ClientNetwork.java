package vn.khuxuong.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/**
 * Where a request comes from, as far as limits count it: an IPv4 address, or the first 64 bits of
 * an IPv6 address, since one subscriber has all that follow (RFC 6177). Forwarded addresses count
 * only when {@code server.forward-headers-strategy} is switched on for a trusted proxy.
 */
public final class ClientNetwork {
  /** Whatever a proxy calls a client that is no address: all of those are one place. */
  static final String UNKNOWN = "0.0.0.0";

  /** Such texts are never looked up as names. */
  private static final Pattern NUMERIC =
      Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F:][0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

  private static final int NETWORK_BYTES = 8;

  private ClientNetwork() {}

  /** The network in its one form, which PostgreSQL reads as {@code inet}. */
  public static String of(HttpServletRequest request) {
    return of(request.getRemoteAddr());
  }

  /** The network of an address as the server tells it. */
  public static String of(String address) {
    String bare = address.replaceAll("%.*|[\\[\\]]", "");
    if (!NUMERIC.matcher(bare).matches()) {
      return UNKNOWN;
    }
    try {
      InetAddress read = InetAddress.getAllByName(bare)[0];
      if (read instanceof Inet4Address) {
        return read.getHostAddress();
      }
      byte[] bytes = read.getAddress();
      Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
      return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
    } catch (UnknownHostException e) {
      return UNKNOWN;
    }
  }
}
