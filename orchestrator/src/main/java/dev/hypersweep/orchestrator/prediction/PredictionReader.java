package dev.hypersweep.orchestrator.prediction;

import blue.strategic.parquet.Hydrator;
import blue.strategic.parquet.HydratorSupplier;
import blue.strategic.parquet.ParquetReader;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.orchestrator.artifact.ArtifactStore;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads files of predictions as the trainer writes them: the texts {@code split}, {@code id},
 * {@code group}, {@code input}, {@code output}, {@code references} (a JSON array), and a number
 * {@code score_NAME} for each score.
 */
@ApplicationScoped
class PredictionReader {

  private static final String SCORE = "score_";
  private static final TypeReference<List<String>> TEXTS = new TypeReference<>() {};

  @Inject ArtifactStore store;
  @Inject ObjectMapper mapper;

  /**
   * Hands out rows in their order until {@code more} says no.
   *
   * @throws ProblemException internal if the file is lost or cannot be read
   */
  void read(String sha256, Predicate<PredictionRow> more) {
    each(sha256, List.of(), (number, draft) -> more.test(row(number, draft)));
  }

  /**
   * The rows of these numbers.
   *
   * @param numbers ascending
   * @throws ProblemException as {@link #read}
   */
  List<PredictionRow> rows(String sha256, int[] numbers) {
    List<PredictionRow> rows = new ArrayList<>();
    if (numbers.length > 0) {
      each(
          sha256,
          List.of(),
          (number, draft) -> {
            if (number == numbers[rows.size()]) {
              rows.add(row(number, draft));
            }
            return rows.size() < numbers.length;
          });
    }
    return rows;
  }

  /**
   * Hands out every row with its split and its scores alone.
   *
   * @throws ProblemException as {@link #read}
   */
  void judgements(String sha256, Consumer<PredictionRow> sink) {
    Set<String> columns = new TreeSet<>(Set.of("split"));
    try {
      ParquetReader.readMetadata(local(sha256).toFile())
          .getFileMetaData()
          .getSchema()
          .getFields()
          .stream()
          .map(field -> field.getName())
          .filter(name -> name.startsWith(SCORE))
          .forEach(columns::add);
    } catch (IOException | RuntimeException e) {
      throw broken(sha256, e.getMessage());
    }
    each(
        sha256,
        columns,
        (number, draft) -> {
          sink.accept(row(number, draft));
          return true;
        });
  }

  /** Takes a row; whether it wants more. */
  @FunctionalInterface
  private interface Taking {
    boolean take(long number, Draft row) throws IOException;
  }

  private void each(String sha256, Collection<String> columns, Taking taking) {
    File file = local(sha256).toFile();
    HydratorSupplier<Draft, Draft> filling = HydratorSupplier.constantly(new Filling());
    try (Stream<Draft> rows =
        columns.isEmpty()
            ? ParquetReader.streamContent(file, filling)
            : ParquetReader.streamContent(file, filling, columns)) {
      long number = 0;
      for (Iterator<Draft> each = rows.iterator(); each.hasNext(); number++) {
        if (!taking.take(number, each.next())) {
          return;
        }
      }
    } catch (IOException | UncheckedIOException e) {
      throw broken(sha256, e.getMessage());
    }
  }

  private Path local(String sha256) {
    try {
      return store.local(sha256).orElseThrow(() -> broken(sha256, "it is not in the store"));
    } catch (IOException e) {
      throw broken(sha256, e.getMessage());
    }
  }

  private static ProblemException broken(String sha256, String why) {
    return new ProblemException(
        ProblemType.INTERNAL,
        "The predictions "
            + sha256
            + " cannot be read: "
            + why
            + ". Look into HYPERSWEEP_HOME/artifacts.");
  }

  private PredictionRow row(long number, Draft draft) throws IOException {
    return new PredictionRow(
        number,
        draft.texts.get("split"),
        draft.texts.get("id"),
        draft.texts.get("group"),
        draft.texts.get("input"),
        draft.texts.get("output"),
        references(draft.texts.get("references")),
        draft.scores);
  }

  private List<String> references(String json) throws IOException {
    try {
      return json == null ? List.of() : mapper.readValue(json, TEXTS);
    } catch (JsonProcessingException e) {
      throw new IOException("its references are no JSON array: " + e.getOriginalMessage());
    }
  }

  private static final class Draft {
    private final TreeMap<String, String> texts = new TreeMap<>();
    private final TreeMap<String, Double> scores = new TreeMap<>();
  }

  private static final class Filling implements Hydrator<Draft, Draft> {
    @Override
    public Draft start() {
      return new Draft();
    }

    @Override
    public Draft add(Draft draft, String column, Object value) {
      if (value instanceof Double number && column.startsWith(SCORE)) {
        draft.scores.put(column.substring(SCORE.length()), number);
      } else if (value != null) {
        draft.texts.put(column, value.toString());
      }
      return draft;
    }

    @Override
    public Draft finish(Draft draft) {
      return draft;
    }
  }
}
