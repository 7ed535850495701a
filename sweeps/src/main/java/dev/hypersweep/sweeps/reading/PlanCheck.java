package dev.hypersweep.sweeps.reading;

import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Constraint;
import dev.hypersweep.sweeps.Contradiction;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.SweepDefinition;
import dev.hypersweep.sweeps.VariantBlock;
import dev.hypersweep.sweeps.sampling.Allotment;
import dev.hypersweep.sweeps.sampling.PlanFault;
import dev.hypersweep.sweeps.sampling.PointsFirst;
import dev.hypersweep.sweeps.sampling.SearchSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** Refuses definitions whose fields are sound one by one but cannot be executed together. */
final class PlanCheck {

  private final Section sweep;
  private final SweepDefinition definition;

  /** What was blamed already: one variant is example enough. */
  private final Set<String> blamed = new HashSet<>();

  private PlanCheck(Section sweep, SweepDefinition definition) {
    this.sweep = sweep;
    this.definition = definition;
  }

  static void check(Section sweep, SweepDefinition definition) {
    PlanCheck check = new PlanCheck(sweep, definition);
    for (SearchSpace space : SearchSpace.of(definition)) {
      space.blocks().forEach(check::fixed);
    }
    sweep.faults().throwIfAny();
    try {
      PromotionCheck.check(definition);
      Allotment.of(definition);
    } catch (PlanFault fault) {
      check.fault(fault.field(), fault.getMessage(), fault.fix());
      sweep.faults().throwIfAny();
    }
    check.points();
    sweep.faults().throwIfAny();
  }

  /** Each point is one that some variant may try, and the budget has room for all of them. */
  private void points() {
    List<SortedMap<String, Object>> points = definition.points();
    Long trials = definition.budget().trials();
    if (trials != null && points.size() > trials) {
      sweep.fault(
          "points",
          points.size() + " points, but budget.trials is " + trials,
          "raise budget.trials, or remove points");
    }
    for (int i = 0; i < points.size(); i++) {
      SortedMap<String, Object> point = points.get(i);
      boolean tried =
          SearchSpace.of(definition).stream()
              .filter(space -> space.takes(point))
              .anyMatch(space -> PointsFirst.isPossible(point, space));
      if (!tried) {
        sweep
            .faults()
            .add(
                ((Node.Sequence) sweep.get("points")).items().get(i),
                "points[" + i + "]",
                "no trial with these values keeps all constraints",
                "change the point or the constraints");
      }
    }
  }

  /** What no sampler can mend, because only fixed values are involved. */
  private void fixed(VariantBlock block) {
    SearchSpace space = new SearchSpace(definition, block);
    SortedMap<String, Object> settings = space.settings(new TreeMap<>());
    for (Contradiction one :
        Contradiction.in(block.architecture(), settings, definition.datasets())) {
      if (isFixed(one.settings())) {
        fault(placeOf(block, one.settings()), one.message(), one.fix());
      }
    }
    settings.put(Parameter.VARIANT, block.name());
    List<Constraint> constraints = definition.constraints();
    for (int i = 0; i < constraints.size(); i++) {
      Constraint constraint = constraints.get(i);
      String path = "constraints[" + i + "]";
      if (isFixed(constraint.expression().names())
          && !constraint.keptBy(settings)
          && blamed.add(path)) {
        SortedMap<String, Object> values = new TreeMap<>(settings);
        values.keySet().retainAll(constraint.expression().names());
        Node node = ((Node.Sequence) sweep.get("constraints")).items().get(i);
        sweep
            .faults()
            .add(
                node,
                path,
                "does not hold for " + block.name() + ", where " + values,
                "change the values or the constraint");
      }
    }
  }

  private boolean isFixed(Collection<String> names) {
    return definition.parameters().stream()
        .map(Parameter::name)
        .noneMatch(name -> names.contains(name) && !name.equals(Parameter.VARIANT));
  }

  /** The first of these settings that the text sets, for the block or for all. */
  private List<String> placeOf(VariantBlock block, List<String> settings) {
    for (String name : settings) {
      if (block.settings().containsKey(name)) {
        return List.of("variants", block.name(), name);
      }
      if (definition.constants().containsKey(name)) {
        return List.of("constants", name);
      }
    }
    return List.of("variants", block.name());
  }

  private void fault(List<String> field, String message, String fix) {
    Node node = sweep.node();
    String path = "";
    for (String name : field) {
      if (node instanceof Node.Mapping mapping && mapping.fields().containsKey(name)) {
        node = mapping.fields().get(name).value();
        path = path.isEmpty() ? name : path + "." + name;
      } else if (node instanceof Node.Sequence blocks) {
        int index = indexOf(blocks, name);
        node = blocks.items().get(index);
        path += "[" + index + "]";
      } else {
        path = path.isEmpty() ? name : path + "." + name;
      }
    }
    boolean whole = node == sweep.node();
    if (blamed.add(path)) {
      sweep.faults().add(node.place(), path, whole ? "" : node.shown(), message, fix);
    }
  }

  private int indexOf(Node.Sequence blocks, String name) {
    List<String> names = new ArrayList<>();
    definition.variants().forEach(block -> names.add(block.name()));
    return Math.max(0, Math.min(names.indexOf(name), blocks.items().size() - 1));
  }
}
