package dev.hypersweep.orchestrator.study;

import dev.hypersweep.orchestrator.database.Columns;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.database.Transactions;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.sweeps.sampling.Study;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * Searches for programs that evaluate points themselves. Each request is one transaction under the
 * lock of the study's row, and what it changes is stored before it is answered. Samplers are kept
 * between requests, but only as a saving: a study that is not kept is made again from its events.
 */
@ApplicationScoped
class Studies {

  private static final int MOST_KEPT = 64;

  @Inject Sql sql;
  @Inject Transactions transactions;
  @Inject StudyEvents events;

  private final Map<Long, LiveStudy> kept =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<Long, LiveStudy> eldest) {
              return size() > MOST_KEPT;
            }
          });

  /** The study's id; {@code created} is false if an earlier request with the same key made it. */
  record Made(long id, boolean created) {}

  private record Earlier(long id, boolean same) {}

  /** Stores a study, or finds the one that the same request made before. */
  Made make(StudySpace space, String key) {
    Optional<Long> made =
        sql.first(
            """
            insert into study (source, sampler, seed, pruner, idempotency_key)
            values (?, ?, ?, ?, ?) on conflict (idempotency_key) do nothing returning id
            """,
            row -> row.getLong(1),
            space.source(),
            space.sampler(),
            space.seed(),
            space.pruner(),
            key);
    if (made.isPresent()) {
      return new Made(made.get(), true);
    }
    Earlier earlier =
        sql.first(
                """
                select id, source = ? and sampler = ? and seed = ? and pruner = ? as same
                from study where idempotency_key = ?
                """,
                row -> new Earlier(row.getLong("id"), row.getBoolean("same")),
                space.source(),
                space.sampler(),
                space.seed(),
                space.pruner(),
                key)
            .orElseThrow();
    if (!earlier.same()) {
      throw conflict(key);
    }
    return new Made(earlier.id(), false);
  }

  /** Lets go of what is kept: the next request makes its study again. */
  void forget() {
    kept.clear();
  }

  /** The study; 404 if there is none. */
  StudyView one(long id) {
    return sql.first(
            """
            select s.*, count(*) filter (where e.kind = 'ASK') as trials,
                   count(*) filter (where e.kind in ('TELL', 'FAIL', 'PRUNE')) as ended
            from study s left join study_event e on e.study_id = s.id
            where s.id = ? group by s.id
            """,
            row ->
                new StudyView(
                    row.getLong("id"),
                    row.getString("sampler"),
                    row.getLong("seed"),
                    row.getString("pruner"),
                    row.getInt("trials"),
                    row.getInt("trials") - row.getInt("ended"),
                    Columns.instant(row, "created_at")),
            id)
        .orElseThrow(() -> ProblemException.notFound("study", id));
  }

  /** Points to try; 409 if none is left. */
  List<StudyEvent> ask(long id, int count, String key) {
    return once(
        id,
        key,
        "ask " + count,
        live -> {
          List<StudyEvent> asked = new ArrayList<>();
          for (int i = 0; i < count; i++) {
            Optional<Study.Asked> point = live.study().ask();
            point.ifPresent(one -> asked.add(StudyEvent.ask(one.number(), one.point())));
          }
          if (asked.isEmpty()) {
            throw new ProblemException(
                ProblemType.ILLEGAL_TRANSITION,
                "No point is left in study %d: the grid has ended, or the constraints admit none."
                    .formatted(id));
          }
          return asked;
        });
  }

  /** Ends a trial; 404 if there is none of that number, 409 if it has ended. */
  void tell(long id, StudyEvent end, String key) {
    once(
        id,
        key,
        end.toString(),
        live -> {
          demandRunning(live, end.trial());
          sound(() -> live.end(end));
          return List.of(end);
        });
  }

  /** Notes a value; whether the trial should end now. */
  boolean report(long id, StudyEvent report, String key) {
    List<StudyEvent> stored =
        once(
            id,
            key,
            report.toString(),
            live -> {
              demandRunning(live, report.trial());
              boolean[] prune = new boolean[1];
              sound(
                  () ->
                      prune[0] =
                          live.study().report(report.trial(), report.step(), report.values()));
              return List.of(
                  StudyEvent.report(report.trial(), report.step(), report.values(), prune[0]));
            });
    return stored.get(0).prune();
  }

  private List<StudyEvent> once(
      long id, String key, String request, Function<LiveStudy, List<StudyEvent>> work) {
    // Taken, not shared: what fails on the way is thrown away, as nobody knows how far it came.
    AtomicReference<LiveStudy> taken = new AtomicReference<>(kept.remove(id));
    AtomicReference<LiveStudy> used = new AtomicReference<>();
    List<StudyEvent> happened =
        transactions.run(
            () -> {
              StudySpace space = lock(id);
              Optional<List<StudyEvent>> before = before(id, key, request);
              if (before.isPresent()) {
                return before.get();
              }
              LiveStudy live =
                  Optional.ofNullable(taken.getAndSet(null))
                      .orElseGet(() -> new LiveStudy(space.begin()));
              events.from(id, live.events()).forEach(live::hear);
              List<StudyEvent> news = work.apply(live);
              for (StudyEvent one : news) {
                events.add(id, live.events(), one, key, request);
                live.happened();
              }
              used.set(live);
              return news;
            });
    if (used.get() != null) {
      kept.put(id, used.get());
    }
    return happened;
  }

  private StudySpace lock(long id) {
    return sql.first(
            "select source, sampler, seed, pruner from study where id = ? for no key update",
            row ->
                new StudySpace(
                    row.getString("source"),
                    row.getString("sampler"),
                    row.getLong("seed"),
                    row.getString("pruner")),
            id)
        .orElseThrow(() -> ProblemException.notFound("study", id));
  }

  private Optional<List<StudyEvent>> before(long id, String key, String request) {
    if (key == null) {
      return Optional.empty();
    }
    List<StudyEvents.Stored> stored = events.ofKey(id, key);
    if (stored.stream().anyMatch(one -> !request.equals(one.request()))) {
      throw conflict(key);
    }
    return stored.isEmpty()
        ? Optional.empty()
        : Optional.of(stored.stream().map(StudyEvents.Stored::event).toList());
  }

  private static void demandRunning(LiveStudy live, int trial) {
    if (trial >= live.study().history().size()) {
      throw ProblemException.notFound("trial", trial);
    }
    if (!live.study().history().trial(trial).isRunning()) {
      throw new ProblemException(
          ProblemType.ILLEGAL_TRANSITION, "Trial " + trial + " has ended already.");
    }
  }

  private static void sound(Runnable work) {
    try {
      work.run();
    } catch (IllegalArgumentException e) {
      throw ProblemException.invalidValue(
          "values", null, e.getMessage(), "send one value per objective");
    }
  }

  private static ProblemException conflict(String key) {
    return new ProblemException(
        ProblemType.IDEMPOTENCY_CONFLICT,
        "Idempotency-Key %s was used for another request. Use a new key.".formatted(key));
  }
}
