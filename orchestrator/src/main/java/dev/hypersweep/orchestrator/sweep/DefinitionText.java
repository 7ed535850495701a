package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.orchestrator.problem.Problem.FieldError;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.sweeps.DefinitionSource;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.SweepDefinitions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A definition as it was sent.
 *
 * @param source the text, comments and all
 * @param definition what it says
 */
record DefinitionText(String source, SweepDefinition definition) {

  static final String YAML = "application/yaml";

  private static final int MOST_BYTES = 1 << 20;

  /**
   * Reads a body of at most 1 MB of UTF-8.
   *
   * @param others headline metrics of datasets that only workers know
   * @param stored definitions that it may extend
   * @throws ProblemException too large, malformed body, or invalid definition with every error
   */
  static DefinitionText read(InputStream body, Map<String, Metric> others, DefinitionSource stored)
      throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "A definition has at most 1 MB (1,048,576 bytes). Describe ranges instead of lists.");
    }
    String source = text(bytes);
    try {
      return new DefinitionText(source, SweepDefinitions.read(source, others, stored));
    } catch (InvalidDefinition invalid) {
      throw problem(invalid);
    }
  }

  private static String text(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      throw new ProblemException(
          ProblemType.MALFORMED_BODY,
          "Byte "
              + (buffer.position() + 1)
              + " of the body is not UTF-8. Save the definition as UTF-8 and send it again.");
    }
  }

  private static ProblemException problem(InvalidDefinition invalid) {
    List<FieldError> errors =
        invalid.errors().stream()
            .map(
                one ->
                    new FieldError(
                        one.line(),
                        one.column(),
                        one.field(),
                        one.value(),
                        one.message(),
                        one.fix()))
            .toList();
    FieldError first = errors.get(0);
    String more = errors.size() == 1 ? "" : " And %d more.".formatted(errors.size() - 1);
    return new ProblemException(
        ProblemType.INVALID_DEFINITION,
        "Line %d: %s. Fix: %s.%s".formatted(first.line(), first.message(), first.fix(), more),
        errors);
  }
}
