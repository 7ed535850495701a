package dev.hypersweep.sweeps.simulation.claim;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The queue in memory, for simulations. Not safe for several threads. */
public final class MemoryQueue implements ClaimTable {

  private static final class Row {
    private final long number;
    private final QueuedRun run;
    private State state = State.WAITING;
    private long generation;

    Row(long number, QueuedRun run) {
      this.number = number;
      this.run = run;
    }
  }

  private record Answer(String request, Lease lease) {}

  private static final class Team {
    private final int number;
    private long turn;

    Team(int number) {
      this.number = number;
    }
  }

  private final Map<String, WorkerShape> workers = new HashMap<>();
  private final Map<String, Answer> answers = new HashMap<>();
  private final Map<String, Team> teams = new HashMap<>();
  private final Map<Long, Row> rows = new HashMap<>();
  private final Map<Integer, Map<String, TreeMap<Long, Row>>> waiting =
      new TreeMap<>(Comparator.reverseOrder());
  private final Set<String> leased = new HashSet<>();
  private final Set<String> computed = new HashSet<>();
  private long last;
  private long turns;

  @Override
  public void register(WorkerShape worker) {
    workers.put(worker.name(), worker);
  }

  @Override
  public long add(QueuedRun run) {
    Row row = new Row(++last, run);
    rows.put(row.number, row);
    teams.computeIfAbsent(run.team(), any -> new Team(teams.size()));
    line(run).put(row.number, row);
    return row.number;
  }

  @Override
  public Optional<Lease> claim(String worker, String request) {
    WorkerShape shape = workers.get(worker);
    if (shape == null) {
      return Optional.empty();
    }
    Answer before = answers.get(worker);
    if (before != null && before.request().equals(request) && holds(before.lease())) {
      return Optional.of(before.lease());
    }
    for (Row row = first(shape); row != null; row = first(shape)) {
      line(row.run).remove(row.number);
      if (computed.contains(row.run.identity())) {
        row.state = State.SUCCEEDED;
        continue;
      }
      row.state = State.LEASED;
      row.generation++;
      leased.add(row.run.identity());
      teams.get(row.run.team()).turn = ++turns;
      Lease lease = new Lease(row.number, row.generation);
      answers.put(worker, new Answer(request, lease));
      return Optional.of(lease);
    }
    return Optional.empty();
  }

  private Row first(WorkerShape worker) {
    for (Map<String, TreeMap<Long, Row>> level : waiting.values()) {
      List<String> inTurn =
          level.keySet().stream()
              .sorted(
                  Comparator.comparingLong((String name) -> teams.get(name).turn)
                      .thenComparingInt(name -> teams.get(name).number))
              .toList();
      for (String team : inTurn) {
        for (Row row : level.get(team).values()) {
          if (suits(worker, row.run)) {
            return row;
          }
        }
      }
    }
    return null;
  }

  private boolean suits(WorkerShape worker, QueuedRun run) {
    return run.device().equals(worker.device())
        && run.threads() == worker.threads()
        && run.memoryBytes() <= worker.memoryBytes()
        && worker.datasets().contains(run.dataset())
        && !leased.contains(run.identity());
  }

  @Override
  public boolean succeed(Lease lease) {
    if (!holds(lease)) {
      return false;
    }
    Row row = rows.get(lease.run());
    row.state = State.SUCCEEDED;
    leased.remove(row.run.identity());
    computed.add(row.run.identity());
    return true;
  }

  @Override
  public boolean release(Lease lease) {
    if (!holds(lease)) {
      return false;
    }
    Row row = rows.get(lease.run());
    row.state = State.WAITING;
    leased.remove(row.run.identity());
    line(row.run).put(row.number, row);
    return true;
  }

  /** A run is not to be made, whether it waits or is leased; harmless if it has ended. */
  public void cancel(long run) {
    Row row = rows.get(run);
    if (row.state == State.LEASED) {
      leased.remove(row.run.identity());
    }
    if (row.state == State.WAITING || row.state == State.LEASED) {
      row.state = State.CANCELLED;
      line(row.run).remove(run);
    }
  }

  /** How many runs are leased now. */
  public int leased() {
    return leased.size();
  }

  @Override
  public State state(long run) {
    return rows.get(run).state;
  }

  private boolean holds(Lease lease) {
    Row row = rows.get(lease.run());
    return row != null && row.state == State.LEASED && row.generation == lease.generation();
  }

  private TreeMap<Long, Row> line(QueuedRun run) {
    return waiting
        .computeIfAbsent(run.priority(), any -> new TreeMap<>())
        .computeIfAbsent(run.team(), any -> new TreeMap<>());
  }
}
