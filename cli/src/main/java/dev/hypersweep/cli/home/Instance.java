package dev.hypersweep.cli.home;

/**
 * An orchestrator as it introduced itself in {@code instance.json}.
 *
 * @param url where it serves
 * @param pid its process, or -1 if unknown
 */
public record Instance(String url, long pid) {

  /** Whether a process of that id lives. */
  public boolean lives() {
    return pid > 0 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }
}
