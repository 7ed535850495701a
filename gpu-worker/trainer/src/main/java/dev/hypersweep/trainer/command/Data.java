package dev.hypersweep.trainer.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.hypersweep.catalogue.Benchmarks;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.data.DatasetAbsent;
import dev.hypersweep.trainer.data.DatasetBroken;
import dev.hypersweep.trainer.data.DatasetStatus;
import dev.hypersweep.trainer.data.Fetch;
import dev.hypersweep.trainer.data.FetchFailed;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** {@code data list|check|fetch}: what there is of each dataset, and how more comes here. */
public final class Data {

  public static final String USAGE =
      """
      usage: ./hypersweep data list [NAME..] [--json]    what is here: complete, partial, missing
             ./hypersweep data check [NAME..] [--json]   the same with labels counted; 1 if any is broken
             ./hypersweep data fetch NAME.. [--again]    from the makers' addresses; a benchmark or a
                                                         folder such as glue stands for all in it;
                                                         --again asks whether they changed a file
      HYPERSWEEP_DATA is the folder; HYPERSWEEP_MIRROR, if set, is an address to which host and path
      of each official address are appended. docs/datasets.md describes cards of your own.""";

  private Data() {}

  /**
   * @return exit status: 1 if something is broken, or could not be fetched
   */
  public static int run(List<String> arguments, PrintStream out) throws JsonProcessingException {
    boolean json = arguments.remove("--json");
    boolean again = arguments.remove("--again");
    String what = arguments.isEmpty() ? "" : arguments.remove(0);
    Corpora corpora = Corpora.ofEnvironment();
    return switch (what) {
      case "list", "check" -> status(corpora, arguments, json, what.equals("check"), out);
      case "fetch" -> fetch(corpora, arguments, again);
      default -> throw new IllegalArgumentException("data " + what + ": list, check or fetch");
    };
  }

  private static int status(
      Corpora corpora, List<String> asked, boolean json, boolean check, PrintStream out)
      throws JsonProcessingException {
    List<DatasetStatus> all = new ArrayList<>();
    for (String name : asked.isEmpty() ? corpora.names() : names(corpora, asked)) {
      DatasetStatus status = DatasetStatus.of(corpora, name);
      all.add(status);
      if (!json) {
        out.println(line(status, check));
        out.flush();
      }
    }
    if (json) {
      out.println(Json.MAPPER.writeValueAsString(Map.of("datasets", all)));
    }
    return all.stream().anyMatch(one -> one.state().equals("broken")) ? 1 : 0;
  }

  private static String line(DatasetStatus status, boolean check) {
    String splits =
        status.splits().stream()
            .map(split -> split(split, check))
            .collect(Collectors.joining(check ? "\n      " : ", "));
    String fault =
        status.fault().isEmpty() ? "" : "\n    " + status.fault().replace("\n", "\n    ");
    return String.format(
        Locale.ROOT,
        "%-9s %-29s %s%s",
        status.state(),
        status.name(),
        (check && !splits.isEmpty() ? "\n      " : "") + splits,
        fault);
  }

  private static String split(DatasetStatus.SplitStatus split, boolean check) {
    String rows =
        split.rows() == split.official() || split.official() < 0
            ? String.format(Locale.ROOT, "%s %,d", split.name(), split.rows())
            : String.format(
                Locale.ROOT, "%s %,d of %,d", split.name(), split.rows(), split.official());
    return check && !split.labels().isEmpty() ? rows + " " + split.labels() : rows;
  }

  private static int fetch(Corpora corpora, List<String> asked, boolean again) {
    String folder = System.getenv("HYPERSWEEP_DATA");
    if (folder == null || folder.isBlank()) {
      throw new IllegalArgumentException("set HYPERSWEEP_DATA to the folder that is to hold it");
    }
    if (asked.isEmpty()) {
      throw new IllegalArgumentException("data fetch: name a dataset or a benchmark");
    }
    Fetch fetch =
        new Fetch(Path.of(folder), System.getenv("HYPERSWEEP_MIRROR"), again, System.err::println);
    boolean whole = true;
    for (String name : names(corpora, asked)) {
      try {
        Dataset dataset = corpora.dataset(name);
        whole &= fetch.fetch(dataset);
      } catch (FetchFailed | DatasetBroken | DatasetAbsent e) {
        System.err.println(e.getMessage());
        whole = false;
      }
    }
    return whole ? 0 : 1;
  }

  /** Datasets of these names; a benchmark or the first part of names stands for all of its. */
  private static List<String> names(Corpora corpora, List<String> asked) {
    List<String> known = corpora.names();
    List<String> names = new ArrayList<>();
    for (String one : asked) {
      List<String> found =
          known.contains(one)
              ? List.of(one)
              : known.stream().filter(name -> name.startsWith(one + "/")).toList();
      if (found.isEmpty()) {
        found = Benchmarks.named(one).map(benchmark -> benchmark.datasets()).orElse(List.of());
      }
      if (found.isEmpty()) {
        throw new IllegalArgumentException(
            one + ": neither a dataset nor a benchmark; known are " + String.join(", ", known));
      }
      names.addAll(found);
    }
    return names;
  }
}
