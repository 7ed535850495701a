package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Parameter;
import dev.hypersweep.sweeps.VariantBlock;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads {@code constants:}: settings that are the same in every trial of the variants with them.
 */
final class ConstantReader {

  private ConstantReader() {}

  static SortedMap<String, Object> read(
      Section sweep, List<VariantBlock> arms, List<Parameter> parameters) {
    SortedMap<String, Object> constants = new TreeMap<>();
    Optional<Section> section = sweep.section("constants", "constants: {steps: 400}");
    if (section.isEmpty()) {
      return constants;
    }
    List<String> architectures = arms.stream().map(VariantBlock::architecture).toList();
    for (String name : section.get().names()) {
      Optional<Setting> setting = SettingNames.of(name, architectures);
      if (setting.isEmpty()) {
        SettingNames.fault(section.get(), name, architectures);
        continue;
      }
      if (parameters.stream().anyMatch(parameter -> parameter.name().equals(name))) {
        section.get().fault(name, name + " is a parameter too", "remove one of them");
      }
      SettingValue.read(
              setting.get(), section.get().get(name), section.get().path(name), sweep.faults())
          .ifPresent(value -> constants.put(name, value));
    }
    return constants;
  }
}
