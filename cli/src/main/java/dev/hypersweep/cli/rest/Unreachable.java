package dev.hypersweep.cli.rest;

/** No server answers. */
public final class Unreachable extends RuntimeException {

  private static final long serialVersionUID = 1;

  /** Says which address was tried and how a server is started there. */
  public Unreachable(String url, Throwable cause) {
    super(
        "no HyperSweep answers at "
            + url
            + ": start it with `./hypersweep up`, or name another with HYPERSWEEP_URL",
        cause);
  }
}
