package dev.hypersweep.orchestrator.sweep;

import dev.hypersweep.orchestrator.problem.Problem.FieldError;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.source.DefinitionError;
import dev.hypersweep.source.InvalidDefinition;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Definitions and spaces as bodies of requests. */
public final class DefinitionBody {

  /** Media type; JSON is read as well. */
  public static final String YAML = "application/yaml";

  private static final int MOST_BYTES = 1 << 20;

  private DefinitionBody() {}

  /**
   * A body of at most 1 MB of UTF-8.
   *
   * @throws ProblemException too large, or malformed body
   */
  public static String text(InputStream body) throws IOException {
    byte[] bytes = body.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new ProblemException(
          ProblemType.TOO_LARGE,
          "A definition has at most 1 MB (1,048,576 bytes). Describe ranges instead of lists.");
    }
    return text(bytes);
  }

  private static String text(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(buffer).toString();
    } catch (CharacterCodingException e) {
      throw problem(notUtf8(bytes, buffer.position()));
    }
  }

  private static InvalidDefinition notUtf8(byte[] bytes, int at) {
    String before = new String(bytes, 0, at, StandardCharsets.UTF_8);
    int lineStart = before.lastIndexOf('\n') + 1;
    int line = 1 + (int) before.chars().filter(character -> character == '\n').count();
    int column = 1 + before.codePointCount(lineStart, before.length());
    String message = "the byte 0x%02X is not UTF-8".formatted(bytes[at]);
    String fix = "save the definition as UTF-8";
    return new InvalidDefinition(List.of(new DefinitionError(line, column, "", "", message, fix)));
  }

  /** Everything that is wrong, as the answer to the request. */
  public static ProblemException problem(InvalidDefinition invalid) {
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
