package dev.hypersweep.cli.local;

import dev.hypersweep.cli.home.Home;
import dev.hypersweep.cli.local.ProcessRecord.Entry;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The processes that were started here. Once the stop began nothing is started any more; later
 * children depend on the first (the orchestrator), so they are stopped before it.
 */
final class Children {

  private static final Duration WORKERS_STOP = Duration.ofSeconds(20);
  private static final Duration ORCHESTRATOR_STOP = Duration.ofSeconds(30);

  private final Home home;
  private final List<Child> inOrder = new ArrayList<>();
  private boolean stopping;

  Children(Home home) {
    this.home = home;
  }

  /** Starts a child, for the first time or again, and notes it in the home. */
  synchronized void start(Child child) {
    if (stopping) {
      throw new CannotStart("stopping");
    }
    try {
      child.start();
      if (!inOrder.contains(child)) {
        inOrder.add(child);
      }
      List<Entry> entries = new ArrayList<>();
      inOrder.forEach(each -> entries.add(Entry.of(each.name(), each.handle())));
      Collections.reverse(entries);
      new ProcessRecord(ProcessHandle.current().pid(), entries).write(home);
    } catch (IOException e) {
      throw new CannotStart(child.name() + " cannot be started: " + e.getMessage());
    }
  }

  synchronized List<Child> all() {
    return List.copyOf(inOrder);
  }

  synchronized boolean stopping() {
    return stopping;
  }

  /** Stops all, each wait bounded; a second call waits for nothing. */
  void stop() {
    List<Child> children;
    synchronized (this) {
      stopping = true;
      children = List.copyOf(inOrder);
      inOrder.clear();
    }
    if (children.isEmpty()) {
      return;
    }
    List<Child> workers = children.subList(1, children.size());
    workers.forEach(Child::ask);
    long deadline = System.nanoTime() + WORKERS_STOP.toNanos();
    workers.forEach(each -> each.end(Duration.ofNanos(Math.max(0, deadline - System.nanoTime()))));
    children.get(0).ask();
    children.get(0).end(ORCHESTRATOR_STOP);
    try {
      ProcessRecord.delete(home);
    } catch (IOException e) {
      // The next start finds nobody alive in it.
      return;
    }
  }
}
