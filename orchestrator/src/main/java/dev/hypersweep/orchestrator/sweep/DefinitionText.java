package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.sweeps.DefinitionSource;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.SweepDefinitions;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/**
 * A definition as it was sent.
 *
 * @param source the text, comments and all
 * @param definition what it says
 */
record DefinitionText(String source, SweepDefinition definition) {

  static final String YAML = DefinitionBody.YAML;

  /**
   * Reads a body of at most 1 MB of UTF-8.
   *
   * @param others headline metrics of datasets that only workers know
   * @param stored definitions that it may extend
   * @throws ProblemException too large, malformed body, or invalid definition with every error
   */
  static DefinitionText read(InputStream body, Map<String, Metric> others, DefinitionSource stored)
      throws IOException {
    String source = DefinitionBody.text(body);
    try {
      return new DefinitionText(source, SweepDefinitions.read(source, others, stored));
    } catch (InvalidDefinition invalid) {
      throw DefinitionBody.problem(invalid);
    }
  }
}
