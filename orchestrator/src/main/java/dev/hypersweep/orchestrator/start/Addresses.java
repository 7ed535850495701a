package dev.hypersweep.orchestrator.start;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;

/** The network addresses of this machine. */
final class Addresses {

  private Addresses() {}

  /** Whether the host's address is one that can be listened on here; true if nobody can tell. */
  static boolean areOurs(String host) {
    try {
      InetAddress address = InetAddress.getByName(host);
      return address.isAnyLocalAddress()
          || address.isLoopbackAddress()
          || NetworkInterface.getByInetAddress(address) != null;
    } catch (UnknownHostException | SocketException e) {
      return true;
    }
  }
}
