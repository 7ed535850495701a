package dev.hypersweep.orchestrator.sweep;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.hypersweep.orchestrator.trial.Front;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * All of a sweep but its trials and runs.
 *
 * @param source the definition as it was sent, comments and all
 * @param definition the canonical definition
 * @param benchmark name of the leaderboard over the sweep's datasets: that of a benchmark, else the
 *     datasets with commas between them
 * @param front the trials that none beats in all objectives; null where there is one objective
 */
@Schema(name = "Sweep")
public record SweepDetail(
    @JsonUnwrapped SweepSummary summary,
    @Schema(examples = "name: bottleneck\nvariants: [moe, hypermoe]\n") String source,
    @Schema(examples = "application/yaml") String mediaType,
    Map<String, Object> definition,
    String definitionHash,
    @Schema(examples = "[\"wordnet/noun-supersense\"]") List<String> datasets,
    @Schema(examples = "[\"moe\", \"hypermoe\"]") List<String> variants,
    @Schema(examples = "[0, 1, 2]") List<Long> seeds,
    @Schema(examples = "wordnet") String benchmark,
    @Schema(nullable = true) Front front) {}
