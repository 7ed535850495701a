package dev.hypersweep.sweeps.simulation.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What every claim table keeps. It needs no test library, so that the tests of any module can run
 * its checks against their own table:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheContract() {
 *   return ClaimContract.checks().stream()
 *       .map(check -> dynamicTest(check.name(), () -> check.against(newTable())));
 * }
 * }</pre>
 */
public final class ClaimContract {

  /**
   * One promise.
   *
   * @param name in words
   */
  public record Check(String name, Consumer<ClaimTable> body) {

    /**
     * Tries it.
     *
     * @param empty a table without workers and runs
     * @throws AssertionError if the promise is broken
     */
    public void against(ClaimTable empty) {
      body.accept(empty);
    }
  }

  private static final long GIB = 1L << 30;

  private ClaimContract() {}

  /** All promises. */
  public static List<Check> checks() {
    return List.of(
        new Check("higher priorities first, then older runs", ClaimContract::order),
        new Check("no run is leased twice at a time", ClaimContract::once),
        new Check("teams of one priority take turns", ClaimContract::turns),
        new Check("priority goes before turns", ClaimContract::priorityBeforeTurns),
        new Check("a worker gets only what suits it", ClaimContract::suitable),
        new Check("what does not suit stops nobody behind it", ClaimContract::passedOver),
        new Check("the same request gets the same lease", ClaimContract::repeated),
        new Check("an equal run waits while one is computed", ClaimContract::equal),
        new Check("an equal run is not computed again", ClaimContract::computed),
        new Check("a released run waits in its old place", ClaimContract::released),
        new Check("a stale lease changes nothing", ClaimContract::stale),
        new Check("an unknown worker gets nothing", ClaimContract::unknown),
        new Check("any load is given out whole, each run once", ClaimContract::load));
  }

  private static void order(ClaimTable table) {
    worker(table, "w");
    long low = add(table, "t", 0, "a");
    long high = add(table, "t", 5, "b");
    long later = add(table, "t", 5, "c");
    long last = add(table, "t", -5, "d");
    expect(List.of(high, later, low, last), drain(table, "w"));
  }

  private static void once(ClaimTable table) {
    worker(table, "w");
    worker(table, "v");
    long run = add(table, "t", 0, "a");
    expect(run, claimed(table, "w", "1"));
    expect(Optional.empty(), table.claim("v", "1"));
    expect(Optional.empty(), table.claim("w", "2"));
    expect(ClaimTable.State.LEASED, table.state(run));
  }

  private static void turns(ClaimTable table) {
    worker(table, "w");
    List<Long> mine = new ArrayList<>();
    List<Long> theirs = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      mine.add(add(table, "mine", 0, "m" + i));
    }
    for (int i = 0; i < 2; i++) {
      theirs.add(add(table, "theirs", 0, "t" + i));
    }
    List<Long> got = drain(table, "w");
    // While both wait neither is served twice in a row.
    for (int i = 1; i < 4; i++) {
      if (mine.contains(got.get(i)) == mine.contains(got.get(i - 1))) {
        throw new AssertionError("one team was served twice in a row: " + got);
      }
    }
    expect(mine, got.stream().filter(mine::contains).toList());
  }

  private static void priorityBeforeTurns(ClaimTable table) {
    worker(table, "w");
    long first = add(table, "a", 1, "1");
    long second = add(table, "a", 1, "2");
    long other = add(table, "b", 0, "3");
    expect(List.of(first, second, other), drain(table, "w"));
  }

  private static void suitable(ClaimTable table) {
    table.register(new WorkerShape("w", "cpu", 2, 4 * GIB, Set.of("data")));
    table.add(new QueuedRun("t", 0, "data", "1", "gpu", 2, 0));
    table.add(new QueuedRun("t", 0, "data", "2", "cpu", 1, 0));
    table.add(new QueuedRun("t", 0, "data", "3", "cpu", 4, 0));
    table.add(new QueuedRun("t", 0, "data", "4", "cpu", 2, 5 * GIB));
    table.add(new QueuedRun("t", 0, "other", "5", "cpu", 2, 0));
    expect(Optional.empty(), table.claim("w", "1"));
    long suits = table.add(new QueuedRun("t", 0, "data", "6", "cpu", 2, 4 * GIB));
    expect(suits, claimed(table, "w", "2"));
  }

  private static void passedOver(ClaimTable table) {
    worker(table, "w");
    table.add(new QueuedRun("first", 9, "nobody has it", "1", "cpu", 1, 0));
    long run = add(table, "second", 0, "2");
    expect(run, claimed(table, "w", "1"));
  }

  private static void repeated(ClaimTable table) {
    worker(table, "w");
    add(table, "t", 0, "a");
    add(table, "t", 0, "b");
    Optional<Lease> lease = table.claim("w", "one");
    expect(lease, table.claim("w", "one"));
    if (lease.equals(table.claim("w", "two"))) {
      throw new AssertionError("another request got the same lease");
    }
  }

  private static void equal(ClaimTable table) {
    worker(table, "w");
    worker(table, "v");
    long first = add(table, "t", 0, "same");
    long equal = add(table, "t", 0, "same");
    long other = add(table, "t", 0, "other");
    expect(first, claimed(table, "w", "1"));
    expect(other, claimed(table, "v", "1"));
    expect(ClaimTable.State.WAITING, table.state(equal));
  }

  private static void computed(ClaimTable table) {
    worker(table, "w");
    add(table, "t", 0, "same");
    long equal = add(table, "t", 0, "same");
    table.succeed(table.claim("w", "1").orElseThrow());
    expect(Optional.empty(), table.claim("w", "2"));
    expect(ClaimTable.State.SUCCEEDED, table.state(equal));
  }

  private static void released(ClaimTable table) {
    worker(table, "w");
    long first = add(table, "t", 0, "a");
    long second = add(table, "t", 0, "b");
    Lease lease = table.claim("w", "1").orElseThrow();
    expect(true, table.release(lease));
    expect(ClaimTable.State.WAITING, table.state(first));
    expect(new Lease(first, lease.generation() + 1), table.claim("w", "2").orElseThrow());
    expect(second, claimed(table, "w", "3"));
  }

  private static void stale(ClaimTable table) {
    worker(table, "w");
    worker(table, "v");
    long run = add(table, "t", 0, "a");
    Lease old = table.claim("w", "1").orElseThrow();
    table.release(old);
    Lease current = table.claim("v", "1").orElseThrow();
    expect(false, table.succeed(old));
    expect(false, table.release(old));
    expect(ClaimTable.State.LEASED, table.state(run));
    expect(true, table.succeed(current));
    expect(false, table.succeed(current));
    expect(ClaimTable.State.SUCCEEDED, table.state(run));
  }

  private static void unknown(ClaimTable table) {
    add(table, "t", 0, "a");
    expect(Optional.empty(), table.claim("nobody", "1"));
  }

  private static void load(ClaimTable table) {
    for (int i = 0; i < 5; i++) {
      worker(table, "w" + i);
    }
    List<Long> added = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      added.add(add(table, "team" + i % 3, i * 7 % 4, "run" + i));
    }
    List<Long> got = new ArrayList<>();
    Map<String, Integer> idle = new HashMap<>();
    for (int i = 0; idle.size() < 5; i++) {
      String worker = "w" + i % 5;
      Optional<Lease> lease = table.claim(worker, "request " + i);
      if (lease.isEmpty()) {
        idle.put(worker, i);
      } else if (i % 11 == 3) {
        table.release(lease.get());
      } else {
        table.succeed(lease.get());
        got.add(lease.get().run());
      }
    }
    expect(added, got.stream().sorted().toList());
  }

  private static void worker(ClaimTable table, String name) {
    table.register(new WorkerShape(name, "cpu", 1, GIB, Set.of("data")));
  }

  private static long add(ClaimTable table, String team, int priority, String identity) {
    return table.add(new QueuedRun(team, priority, "data", identity, "cpu", 1, 0));
  }

  private static long claimed(ClaimTable table, String worker, String request) {
    return table
        .claim(worker, request)
        .orElseThrow(() -> new AssertionError(worker + " got nothing for " + request))
        .run();
  }

  private static List<Long> drain(ClaimTable table, String worker) {
    List<Long> runs = new ArrayList<>();
    int request = 0;
    for (Optional<Lease> lease = table.claim(worker, "drain " + request);
        lease.isPresent();
        lease = table.claim(worker, "drain " + request)) {
      runs.add(lease.get().run());
      table.succeed(lease.get());
      request++;
    }
    return runs;
  }

  private static void expect(Object expected, Object actual) {
    if (!expected.equals(actual)) {
      throw new AssertionError("expected " + expected + " but was " + actual);
    }
  }
}
