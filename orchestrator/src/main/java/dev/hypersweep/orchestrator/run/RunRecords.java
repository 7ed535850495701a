package dev.hypersweep.orchestrator.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.hypersweep.orchestrator.database.Sql;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.orchestrator.run.RunLogs.AttemptLog;
import dev.hypersweep.protocol.Sha256;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** Reads what a run left for people and auditors: logs, manifest, digests. */
@ApplicationScoped
public class RunRecords {

  /** Characters of a log's end that are shown. */
  private static final int LOG = 1 << 20;

  private static final String COMPUTED = "select coalesce(reused_from, id) from run where id = ?";

  private static final String LOGS =
      """
      select a.id, coalesce(right(string_agg(l.content, '' order by l.sequence), ?), '') as content,
             coalesce(sum(length(l.content)), 0) > ? as truncated
      from attempt a
      left join log_chunk l on l.attempt_id = a.id
      where a.run_id = ? and (?::bigint is null or a.id = ?)
      group by a.id, a.generation
      order by a.generation
      """;

  @Inject Sql sql;
  @Inject ObjectMapper mapper;
  @Inject RunCurves curves;

  /**
   * The run that was computed: the run itself, or the one that it reuses.
   *
   * @throws ProblemException not found
   */
  long computed(long run) {
    return sql.first(COMPUTED, row -> row.getLong(1), run)
        .orElseThrow(() -> ProblemException.notFound("run", run));
  }

  /** The ends of the logs, by attempt; of one attempt only if it is given. */
  RunLogs logs(long run, Long attempt) {
    List<AttemptLog> logs =
        sql.list(
            LOGS,
            row ->
                new AttemptLog(
                    row.getLong("id"), row.getString("content"), row.getBoolean("truncated")),
            LOG,
            LOG,
            computed(run),
            attempt,
            attempt);
    if (logs.isEmpty() && attempt != null) {
      throw ProblemException.notFound("attempt of run " + run + " with id", attempt);
    }
    return new RunLogs(logs);
  }

  /**
   * The manifest as stored, and whether its seal holds.
   *
   * @throws ProblemException not found, until there is a result
   */
  @Transactional
  StoredManifest manifest(long run) {
    AcceptedResult result = AcceptedResult.findById(computed(run));
    if (result == null) {
      throw new ProblemException(
          ProblemType.NOT_FOUND, "Run " + run + " has no manifest until it has a result.");
    }
    boolean holds = Sha256.hex(result.manifest).equals(result.seal);
    return new StoredManifest(json(result.manifest), result.seal, holds);
  }

  /** The chain of digests, as far as it is stored. */
  @Transactional
  RunDigests digests(long run) {
    long computed = computed(run);
    List<String> digests = curves.digests(computed);
    AcceptedResult result = AcceptedResult.findById(computed);
    String last = digests.isEmpty() ? null : digests.get(digests.size() - 1);
    return new RunDigests(digests.size(), result == null ? last : result.chain, digests);
  }

  private JsonNode json(String text) {
    try {
      return mapper.readTree(text);
    } catch (JsonProcessingException e) {
      return TextNode.valueOf(text);
    }
  }
}
