package dev.hypersweep.orchestrator.run;

import dev.hypersweep.protocol.CanonicalJson;
import dev.hypersweep.protocol.Cost;
import dev.hypersweep.protocol.EarlyStop;
import dev.hypersweep.protocol.Manifest;
import dev.hypersweep.protocol.RunResult;
import io.quarkus.hibernate.orm.panache.PanacheEntityBase;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.SortedMap;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SortNatural;
import org.hibernate.type.SqlTypes;

/** What the accepted attempt of a computed run left, with its final metrics; never changed. */
@Entity
@Immutable
@Table(name = "result")
public class AcceptedResult extends PanacheEntityBase {

  @Id public long runId;
  public long attemptId;
  public long steps;

  /** Digest of the last step. */
  public String chain;

  public boolean pruned;

  @JdbcTypeCode(SqlTypes.JSON)
  public Cost cost;

  /** Null if the run has no such rule. */
  @JdbcTypeCode(SqlTypes.JSON)
  public EarlyStop earlyStop;

  /** Canonical text, as it was sealed. */
  public String manifest;

  public String seal;
  public String datasetHash;
  public String comparabilityClass;
  public String evaluationProtocol;

  @ElementCollection
  @CollectionTable(name = "result_metric", joinColumns = @JoinColumn(name = "run_id"))
  @MapKeyColumn(name = "name")
  @Column(name = "value")
  @SortNatural
  public SortedMap<String, Double> metrics;

  /** The row of a valid result. */
  public static AcceptedResult of(long runId, long attemptId, RunResult result) {
    Manifest manifest = result.manifest();
    AcceptedResult row = new AcceptedResult();
    row.runId = runId;
    row.attemptId = attemptId;
    row.steps = result.steps();
    row.chain = result.chain();
    row.pruned = result.pruned();
    row.cost = result.cost();
    row.earlyStop = result.earlyStop();
    row.manifest = CanonicalJson.of(manifest);
    row.seal = result.seal();
    row.datasetHash = manifest.dataset().contentHash();
    row.comparabilityClass = manifest.comparability().comparabilityClass();
    row.evaluationProtocol = manifest.comparability().evaluationProtocol();
    row.metrics = result.metrics();
    return row;
  }
}
