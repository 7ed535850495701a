package dev.hypersweep.orchestrator.leaderboard;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hypersweep.catalogue.Benchmark;
import dev.hypersweep.catalogue.Benchmarks;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.orchestrator.catalogue.AnnouncedDatasets;
import dev.hypersweep.orchestrator.leaderboard.Leaderboards.Rows;
import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import dev.hypersweep.orchestrator.web.IfNoneMatch;
import dev.hypersweep.protocol.Sha256;
import dev.hypersweep.source.Nearest;
import io.smallrye.common.annotation.Blocking;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Leaderboards for people's pages and for programs. */
@Path("/api/v1/leaderboards")
@Blocking
@Tag(name = "leaderboards", description = "Rankings on benchmarks that refuse to print noise")
public class LeaderboardResource {

  /** Another start may be another program, which makes another board of the same rows. */
  private static final String PROGRAM = UUID.randomUUID().toString();

  private static final MediaType CSV = new MediaType("text", "csv", "utf-8");

  @Inject AnnouncedDatasets announced;
  @Inject Leaderboards leaderboards;
  @Inject ObjectMapper mapper;

  /** Every benchmark's board in short. */
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(operationId = "listLeaderboards", summary = "Every leaderboard in short")
  public LeaderboardSummary.All list() {
    return new LeaderboardSummary.All(Benchmarks.all().stream().map(this::summary).toList());
  }

  private LeaderboardSummary summary(Benchmark benchmark) {
    Leaderboard board = leaderboards.of(benchmark, null, Rows.BEST);
    return new LeaderboardSummary(
        benchmark.name(),
        benchmark.title(),
        benchmark.datasets(),
        board.rows().size(),
        board.updatedAt());
  }

  /** One board, as JSON or CSV. */
  @GET
  @Path("/{benchmark}")
  @Produces({MediaType.APPLICATION_JSON, "text/csv"})
  @Operation(
      operationId = "getLeaderboard",
      summary = "A leaderboard as JSON or CSV",
      description =
          """
          Made of raw rows at every request: runs of trials that succeeded, equal fingerprints \
          counted once, inside one evaluation protocol and, per dataset, its newest comparability \
          class; what is left out stands in `excluded`. Mean scores are oriented so that \
          higher is better, of mean ranks 1 is best. Complete rows are compared pairwise by Welch's test on the stratified mean, \
          Holm-corrected over all pairs; a benchmark ordered by mean rank by Nemenyi's test. `rows=best` picks each variant's best configuration on \
          the very numbers shown, which favours variants with many configurations.

          CSV has a line per row and dataset, in rank order, with the columns benchmark, \
          evaluation_protocol, rank, rank_low, rank_high, tie_group, tied_with, variant, \
          configuration_hash, parameters (JSON), score, score_low, score_high, complete, averages \
          (JSON), partial, partial_mean, parameters_count, active_parameters, train_seconds, \
          dataset, task, diagnostic, metric, higher_is_better, comparability_class, n, of, failed, \
          mean, sd, low, high, metric_means, metric_example_lows, metric_example_highs, runs. \
          Lists are joined by ";", what is unknown is empty.""")
  @APIResponse(
      responseCode = "200",
      description = "The board, with a strong ETag; asking again with it costs little",
      content = {
        @Content(
            mediaType = MediaType.APPLICATION_JSON,
            schema = @Schema(implementation = Leaderboard.class)),
        @Content(
            mediaType = "text/csv",
            schema = @Schema(type = SchemaType.STRING),
            examples =
                @ExampleObject(
                    name = "first columns",
                    value =
                        """
                        benchmark,evaluation_protocol,rank,rank_low,rank_high,...
                        wordnet,5f1c..,1,1,2,...
                        """))
      })
  @APIResponse(responseCode = "304", description = "Unchanged since the ETag in If-None-Match")
  @APIResponse(responseCode = "400", description = "A parameter is not valid")
  @APIResponse(responseCode = "404", description = "There is no such benchmark")
  public Response board(
      @Parameter(
              description = "a benchmark, or datasets with commas between them",
              example = "wordnet")
          @PathParam("benchmark")
          String name,
      @Parameter(description = "evaluation protocol to show; the newest if left out")
          @QueryParam("protocol")
          String protocol,
      @Parameter(
              description =
                  "best: one row per variant, its best complete configuration, else its fullest;"
                      + " all: every configuration",
              schema =
                  @Schema(
                      enumeration = {"best", "all"},
                      defaultValue = "best"))
          @QueryParam("rows")
          String rows,
      @Parameter(
              description =
                  "number of a sweep: only the configurations that it tries, tests corrected over"
                      + " these alone; counts and excluded stay those of the whole board",
              example = "3")
          @QueryParam("sweep")
          Long sweep,
      @Parameter(description = "overrides Accept", schema = @Schema(enumeration = {"json", "csv"}))
          @QueryParam("format")
          String format,
      @Context HttpHeaders headers,
      @Context Request request) {
    MediaType type = type(format, request);
    Rows shown = rows(rows);
    Benchmark benchmark =
        Benchmarks.named(name).or(() -> ofDatasets(name)).orElseThrow(() -> unknown(name));
    if (sweep != null && !leaderboards.hasSweep(sweep)) {
      throw ProblemException.invalidParameter(
          "sweep", sweep, "there is no such sweep", "take the number of a sweep, or leave it out");
    }
    Function<String, EntityTag> tags = version -> tag(version, name, protocol, shown, sweep, type);
    EntityTag now = tags.apply(leaderboards.version(benchmark));
    if (IfNoneMatch.has(headers, now)) {
      return answer(Response.notModified(), now);
    }
    Leaderboards.Made made = leaderboards.made(benchmark, protocol, shown, sweep);
    Leaderboard board = made.board();
    if (protocol != null && board.protocols().stream().noneMatch(known(protocol))) {
      throw ProblemException.invalidParameter(
          "protocol", protocol, "no result has this evaluation protocol", knownProtocols(board));
    }
    return answer(Response.ok(body(board, type), type), tags.apply(made.version()));
  }

  private static Response answer(Response.ResponseBuilder answer, EntityTag tag) {
    return answer.tag(tag).header(HttpHeaders.CACHE_CONTROL, "no-cache").build();
  }

  private static EntityTag tag(
      String version, String benchmark, String protocol, Rows shown, Long sweep, MediaType type) {
    return new EntityTag(
        Sha256.hex(
            String.join(
                "\n",
                PROGRAM,
                version,
                benchmark,
                "" + protocol,
                shown.name(),
                "" + sweep,
                "" + type)));
  }

  private static Predicate<Leaderboard.Protocol> known(String protocol) {
    return known -> known.evaluationProtocol().equals(protocol);
  }

  private static String knownProtocols(Leaderboard board) {
    return board.protocols().isEmpty()
        ? "leave it out: there is no result yet"
        : board.protocols().stream()
            .map(Leaderboard.Protocol::evaluationProtocol)
            .collect(Collectors.joining(", ", "take one of ", ", or leave it out"));
  }

  private byte[] body(Leaderboard board, MediaType type) {
    try {
      return type == CSV
          ? LeaderboardCsv.of(board, mapper).getBytes(StandardCharsets.UTF_8)
          : mapper.writeValueAsBytes(board);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a board has only plain fields", e);
    }
  }

  private static MediaType type(String format, Request request) {
    if (format == null) {
      List<Variant> variants =
          Variant.mediaTypes(MediaType.APPLICATION_JSON_TYPE, new MediaType("text", "csv")).build();
      Variant best = request.selectVariant(variants);
      return best != null && best.getMediaType().getSubtype().equals("csv")
          ? CSV
          : MediaType.APPLICATION_JSON_TYPE;
    }
    return switch (format) {
      case "json" -> MediaType.APPLICATION_JSON_TYPE;
      case "csv" -> CSV;
      default ->
          throw ProblemException.invalidParameter(
              "format", format, "unknown format", "take json or csv, or leave it out");
    };
  }

  private static Rows rows(String rows) {
    return switch (rows == null ? "best" : rows) {
      case "best" -> Rows.BEST;
      case "all" -> Rows.ALL;
      default ->
          throw ProblemException.invalidParameter(
              "rows", rows, "unknown choice of rows", "take best or all, or leave it out");
    };
  }

  /** Names what is not known, and what is. */
  private ProblemException unknown(String names) {
    List<String> benchmarks = Benchmarks.all().stream().map(Benchmark::name).toList();
    List<String> words = List.of(names.split(",", -1));
    String wrong =
        words.stream().filter(name -> announced.named(name).isEmpty()).findFirst().orElse(names);
    String fix =
        words.size() > 1
            ? "Several are datasets, each once, with commas between them, such as glue/cola,glue/rte."
            : "Nor a dataset: "
                + Nearest.fix(wrong, benchmarks)
                + (Nearest.to(wrong, benchmarks).isPresent() ? "" : ", and the names of datasets.");
    String what = words.size() > 1 ? "dataset '" + wrong + "'" : "benchmark '" + wrong + "'";
    return new ProblemException(ProblemType.NOT_FOUND, "There is no " + what + ". " + fix);
  }

  /** One dataset, or several with commas between them, is a board too, people's own among them. */
  private Optional<Benchmark> ofDatasets(String names) {
    List<Dataset> datasets =
        Arrays.stream(names.split(",", -1))
            .distinct()
            .flatMap(name -> announced.named(name).stream())
            .toList();
    List<String> known = datasets.stream().map(Dataset::name).toList();
    String title = known.size() == 1 ? datasets.get(0).title() : String.join(", ", known);
    return String.join(",", known).equals(names)
        ? Optional.of(new Benchmark(names, title, known))
        : Optional.empty();
  }
}
