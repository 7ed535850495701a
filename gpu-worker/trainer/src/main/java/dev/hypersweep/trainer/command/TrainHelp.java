package dev.hypersweep.trainer.command;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.catalogue.Variant;
import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.trainer.train.SettingValues;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;

/** How {@code train} is used: the fields of a run specification, and the settings of a variant. */
public final class TrainHelp {

  private static final String USAGE =
      """
      usage: ./hypersweep train SPEC [--json] [--plot FILE.svg] [--predictions FILE.parquet]
             ./hypersweep train --settings VARIANT

      Trains one run in this process and prints its numbers. SPEC is a JSON file, or - for standard
      input. docs/train-spec.md says more.

        --json           print the result as JSON
        --plot FILE.svg  draw how alike experts and HyperExperts are at the end
        --predictions FILE.parquet
                         keep what the model said of each example
        --settings       list the settings of a variant: standard value, range, meaning

      SPEC is a JSON object:
        dataset     %s
        variant     %s
        settings    an object, setting to value; what is left out has its standard value
        seed        a whole number, 0 if left out: initialisation, order, dropout and noise
        resources   {"device": "cpu" or "gpu", "threads": 1, "memoryBytes": 0}
        datasetHash content hash that the dataset must have; left out, whatever is there

      For example:
        {"dataset": "wordnet/verb-supersense", "variant": "hypermoe", "settings": {"steps": 100}}

      Exit status: 0 done, 1 the answer is no, 2 wrong usage.""";

  private TrainHelp() {}

  /** What {@code train --help} prints. */
  public static String usage() {
    return USAGE.formatted(
        Datasets.all().stream().map(Dataset::name).collect(Collectors.joining(", ")),
        Variants.all().stream().map(Variant::name).collect(Collectors.joining(", ")));
  }

  /** {@code train --settings VARIANT}: one line per setting. */
  public static int settings(String variant, PrintStream out) {
    List<Setting> settings = Settings.of(variant);
    if (settings.isEmpty()) {
      throw new IllegalArgumentException(
          "--settings: there is no variant called %s; take one of %s"
              .formatted(variant, Variants.all().stream().map(Variant::name).toList()));
    }
    int name = width(settings.stream().map(Setting::name).toList());
    int standard = width(settings.stream().map(TrainHelp::standard).toList());
    settings.forEach(
        one ->
            out.println(
                "%s  %s  %s; %s"
                    .formatted(
                        padded(one.name(), name),
                        padded(standard(one), standard),
                        range(one),
                        one.meaning())));
    return 0;
  }

  private static String standard(Setting setting) {
    return setting.standard() instanceof Number number
        ? SettingValues.plain(number.doubleValue())
        : setting.standard().toString();
  }

  private static String range(Setting setting) {
    if (setting.kind() != Setting.Kind.CHOICE) {
      return SettingValues.plain(setting.low()) + " to " + SettingValues.plain(setting.high());
    }
    return String.join(" | ", setting.choices())
        + (setting.form() == null ? "" : " | a text like " + setting.form());
  }

  private static int width(List<String> texts) {
    return texts.stream().mapToInt(String::length).max().orElse(0);
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }
}
