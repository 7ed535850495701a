package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import dev.hypersweep.source.SourceText;
import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.DefinitionSource;
import dev.hypersweep.sweeps.Objective;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.VariantBlock;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads a whole definition. */
public final class DefinitionReader {

  private DefinitionReader() {}

  /**
   * The definition of a text.
   *
   * @param others headline metric of datasets that are not in the catalogue, by name
   * @param source finds what {@code extends:} names
   * @throws dev.hypersweep.sweeps.InvalidDefinition with everything that is wrong
   */
  public static SweepDefinition read(
      String text, Map<String, Metric> others, DefinitionSource source) {
    Faults faults = new Faults();
    Node.Mapping root =
        Inheritance.resolved(SourceText.read(text, faults), faults, source, Groups::named);
    Section sweep = new Section("", root, faults).known(Fields.SWEEP);
    if (!sweep.has("name")) {
      sweep.missing("name", "add a line such as name: my-sweep");
    }
    boolean named = sweep.has("variants");
    int before = faults.count();
    List<VariantBlock> blocks = VariantReader.read(sweep);
    Optional<Choices> chosen = named ? Optional.empty() : ParameterReader.variants(sweep);
    List<VariantBlock> arms =
        chosen.map(Choices::values).orElse(List.of()).stream()
            .map(name -> VariantBlock.plain((String) name))
            .toList();
    if (named) {
      arms = blocks;
    }
    if (!named && arms.isEmpty() && faults.count() == before) {
      sweep.missing("variants", "add variants: [dense, moe, hypermoe]");
    }
    if (faults.count() > before) {
      // Nobody knows which variants are meant: nothing else may be blamed for it.
      arms = VariantReader.everything(blocks);
    }
    List<Parameter> parameters = ParameterReader.read(sweep, arms, chosen);
    List<String> datasets = DatasetReader.read(sweep, others.keySet());
    List<Objective> objectives = ObjectivesReader.read(sweep, datasets, others);
    SweepDefinition definition =
        new SweepDefinition(
            sweep.line("name", 200).orElse(""),
            sweep.text("description", 0, 65_536).orElse(""),
            blocks,
            datasets,
            SeedReader.read(sweep),
            parameters,
            ConstantReader.read(sweep, arms, parameters),
            ConstraintReader.read(sweep, arms),
            PointReader.read(sweep, parameters, arms),
            objectives,
            StrategyReader.sampler(sweep, objectives, source),
            StrategyReader.pruner(sweep, objectives),
            BudgetReader.read(sweep),
            ResourceReader.read(sweep),
            sweep.line("team", 200).orElse(null),
            sweep
                .whole(
                    "priority",
                    -SweepDefinition.GREATEST_PRIORITY,
                    SweepDefinition.GREATEST_PRIORITY)
                .map(Long::intValue)
                .orElse(null));
    faults.throwIfAny();
    PlanCheck.check(sweep, definition);
    return definition;
  }
}
