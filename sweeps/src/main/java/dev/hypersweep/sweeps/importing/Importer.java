package dev.hypersweep.sweeps.importing;

import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.source.DefinitionError;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.SourceText;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.SpaceFile;
import dev.hypersweep.sweeps.SweepDefinitions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Turns a definition of another system into one of ours. What comes out can be read: as a sweep
 * where all names are settings, else as a space for {@code ask}.
 */
public final class Importer {

  /**
   * What came of it.
   *
   * @param yaml the definition; its comments say what was lost
   * @param notes the same, a line each
   * @param isSweep whether it can be submitted
   */
  public record Result(String yaml, List<String> notes, boolean isSweep) {}

  /** What others call our settings. */
  private static final Map<String, String> SYNONYMS =
      Map.ofEntries(
          Map.entry("lr", "learning_rate"),
          Map.entry("batch_size", "batch"),
          Map.entry("wd", "weight_decay"),
          Map.entry("optimizer", "optimiser"),
          Map.entry("num_layers", "layers"),
          Map.entry("n_layers", "layers"),
          Map.entry("num_heads", "heads"),
          Map.entry("n_heads", "heads"),
          Map.entry("num_experts", "experts"),
          Map.entry("hidden_size", "hidden"),
          Map.entry("num_epochs", "epochs"),
          Map.entry("warmup_steps", "warmup"));

  private static final long TRIALS = 20;

  private final String title;
  private final Imported imported = new Imported();
  private final List<String> notes = new ArrayList<>();

  private Importer(String title) {
    this.title = title;
  }

  /** The words under {@code --from}. */
  public static List<String> formats() {
    return Format.ALL.stream().map(Format::word).toList();
  }

  /**
   * The definition of a text in YAML or JSON.
   *
   * @param title name of the sweep, if the text has none
   * @param from one of {@link #formats}, or null to guess
   * @throws InvalidDefinition if it cannot be read as YAML or JSON
   * @throws IllegalArgumentException if it is of no format that is known, or holds no parameters
   */
  public static Result read(String text, String title, String from) {
    Faults faults = new Faults();
    Node.Mapping read = SourceText.read(text, faults);
    faults.throwIfAny();
    Format format =
        Format.ALL.stream()
            .filter(one -> from == null ? one.recognises(read) : one.word().equals(from))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "not known as a definition of "
                            + String.join(", ", formats())
                            + ": say which with --from"));
    return new Importer(title).of(format, read);
  }

  private Result of(Format format, Node.Mapping text) {
    format.read(text, imported);
    imported.losses().forEach(one -> note(one.toString()));
    if (imported.parameters().isEmpty() && imported.constants().isEmpty()) {
      throw new IllegalArgumentException(
          "no parameters found: is it a definition of " + format.word() + "?");
    }
    List<String> foreign =
        Stream.concat(
                imported.parameters().keySet().stream(), imported.constants().keySet().stream())
            .filter(name -> Settings.named(name).isEmpty() && !name.equals(Parameter.VARIANT))
            .toList();
    if (!foreign.isEmpty()) {
      foreign.forEach(this::foreign);
      note("it is a space for ./hypersweep ask --space FILE, which takes any names");
    }
    return foreign.isEmpty() ? sweep() : space();
  }

  private void foreign(String name) {
    String last = name.substring(name.lastIndexOf('.') + 1);
    Optional<String> ours =
        Optional.ofNullable(SYNONYMS.get(last))
            .or(() -> Optional.of(last).filter(one -> Settings.named(one).isPresent()))
            .filter(one -> !imported.parameters().containsKey(one));
    note(
        name
            + " is no setting of ours"
            + ours.map(one -> ": rename it to " + one + " to sweep over it").orElse(""));
  }

  private Result sweep() {
    Map<String, Object> definition = new LinkedHashMap<>();
    definition.put("name", imported.fields().getOrDefault("name", title));
    if (!imported.parameters().containsKey(Parameter.VARIANT)) {
      definition.put("variants", List.of(Variants.HYPERMOE));
      note("variants: hypermoe stands for what you want to compare");
    }
    definition.put("datasets", List.of("wordnet"));
    note("datasets: wordnet stands for what you want to train on");
    rest(definition);
    if (!definition.containsKey("budget")) {
      definition.put("budget", new TreeMap<>(Map.of("trials", TRIALS)));
      note("budget: nothing said how many trials there are to be, " + TRIALS + " are assumed");
    }
    while (true) {
      try {
        SweepDefinitions.read(Yaml.of(definition));
        return result(definition, true);
      } catch (InvalidDefinition invalid) {
        if (!leaveOut(definition, invalid.errors().get(0))) {
          throw invalid;
        }
      }
    }
  }

  private Result space() {
    Map<String, Object> definition = new LinkedHashMap<>();
    Optional.ofNullable(imported.fields().get("name"))
        .ifPresent(name -> definition.put("name", name));
    rest(definition);
    while (true) {
      try {
        SpaceFile.read(Yaml.of(definition));
        return result(definition, false);
      } catch (InvalidDefinition invalid) {
        if (!leaveOut(definition, invalid.errors().get(0))) {
          throw invalid;
        }
      }
    }
  }

  private void rest(Map<String, Object> definition) {
    imported.fields().forEach((name, value) -> definition.putIfAbsent(name, value));
    definition.put("parameters", new LinkedHashMap<>(imported.parameters()));
    definition.put("constants", new LinkedHashMap<>(imported.constants()));
    definition.values().removeIf(one -> one instanceof Map<?, ?> map && map.isEmpty());
  }

  /** Takes away what cannot be said in our language, and says so; false if that is nothing. */
  private boolean leaveOut(Map<String, Object> definition, DefinitionError error) {
    for (String section : List.of("parameters", "constants")) {
      if (definition.get(section) instanceof Map<?, ?> map) {
        Optional<?> name =
            map.keySet().stream()
                .filter(one -> (error.field() + ".").startsWith(section + "." + one + "."))
                .findFirst();
        if (name.isPresent()) {
          map.remove(name.get());
          note(error.field() + ": left out, " + error.message() + " (" + error.fix() + ")");
          if (map.isEmpty()) {
            definition.remove(section);
          }
          return true;
        }
      }
    }
    String field = error.field().split("[.\\[]", 2)[0];
    if (field.equals("datasets") || field.equals("variants") || field.equals("name")) {
      return false;
    }
    if (definition.remove(field) == null) {
      return false;
    }
    note(error.field() + ": left out, " + error.message() + " (" + error.fix() + ")");
    return true;
  }

  private void note(String note) {
    notes.add(note.replaceAll("\\s+", " "));
  }

  private Result result(Map<String, Object> definition, boolean isSweep) {
    StringBuilder yaml = new StringBuilder();
    notes.forEach(note -> yaml.append("# ").append(note).append('\n'));
    return new Result(yaml.append(Yaml.of(definition)).toString(), List.copyOf(notes), isSweep);
  }

  /** The mapping that stands in quotes, if it is one. */
  static Optional<Node.Mapping> inner(Node.Scalar scalar) {
    try {
      Faults faults = new Faults();
      Node.Mapping mapping = SourceText.read(scalar.text(), faults);
      return faults.count() == 0 ? Optional.of(mapping) : Optional.empty();
    } catch (InvalidDefinition e) {
      return Optional.empty();
    }
  }

  /** A number in quotes as one without. */
  static Node.Scalar plain(Node.Scalar scalar) {
    Object value =
        Format.number(scalar)
            .<Object>map(
                number ->
                    scalar.text().matches("[-+]?[0-9]{1,18}")
                        ? (Object) number.longValue()
                        : number)
            .orElse(scalar.value());
    return new Node.Scalar(scalar.place(), scalar.text(), value, Node.Style.PLAIN);
  }
}
