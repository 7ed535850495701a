package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Section;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Which settings a sweep may name, and what to say about others. */
final class SettingNames {

  private SettingNames() {}

  /** The setting, if at least one of the architectures has it. */
  static Optional<Setting> of(String name, Collection<String> architectures) {
    return Settings.named(name)
        .filter(setting -> architectures.stream().anyMatch(setting.variants()::contains));
  }

  /** Notes that a field is no setting of any of the architectures. */
  static void fault(Section section, String field, Collection<String> architectures) {
    Optional<Setting> elsewhere = Settings.named(field);
    if (elsewhere.isPresent()) {
      List<String> variants =
          VariantReader.catalogue().stream().filter(elsewhere.get().variants()::contains).toList();
      section
          .faults()
          .add(
              section.key(field),
              section.path(field),
              field + " does not exist for " + String.join(", ", architectures),
              "it exists for " + String.join(", ", variants) + "; remove it here");
      return;
    }
    List<String> known =
        Settings.all().stream()
            .filter(setting -> architectures.stream().anyMatch(setting.variants()::contains))
            .map(Setting::name)
            .toList();
    section
        .faults()
        .add(section.key(field), section.path(field), "not a setting", Nearest.fix(field, known));
  }
}
