package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Condition;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.VariantBlock;
import java.util.List;
import java.util.Optional;

/** Refuses parameters that a named variant does not have, or that its block fixes. */
final class Applicability {

  private Applicability() {}

  static void check(Section parameters, Parameter parameter, List<VariantBlock> arms) {
    Optional<Setting> setting = Settings.named(parameter.name());
    if (setting.isEmpty()) {
      return;
    }
    List<Object> named =
        parameter.when() instanceof Condition.Under under
            ? under.values().getOrDefault(Parameter.VARIANT, List.of())
            : List.of();
    for (VariantBlock arm : arms) {
      boolean exists = setting.get().variants().contains(arm.architecture());
      if (named.contains(arm.name()) && !exists) {
        parameters.fault(
            parameter.name(),
            parameter.name() + " does not exist for " + arm.name(),
            "leave " + arm.name() + " out of its when");
      }
      boolean meant = named.isEmpty() || named.contains(arm.name());
      if (exists && meant && arm.settings().containsKey(parameter.name())) {
        parameters.fault(
            parameter.name(),
            "the variant " + arm.name() + " fixes " + parameter.name() + " for itself",
            "remove it there, or say here for which variants it is searched: when: {variant: [..]}");
      }
    }
  }
}
