package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.catalogue.Variant;
import dev.hypersweep.catalogue.Variants;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Nearest;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.VariantBlock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads {@code variants:}. */
final class VariantReader {

  private static final String EXAMPLE = "variants: [dense, moe]";

  private final Faults faults;

  private VariantReader(Faults faults) {
    this.faults = faults;
  }

  static List<VariantBlock> read(Section sweep) {
    Optional<List<Node>> items = sweep.list("variants", EXAMPLE);
    if (items.isPresent() && items.get().isEmpty()) {
      sweep.fault("variants", "there is no variant", "write " + EXAMPLE);
    }
    VariantReader reader = new VariantReader(sweep.faults());
    List<VariantBlock> blocks = new ArrayList<>();
    List<Node> nodes = items.orElse(List.of());
    for (int i = 0; i < nodes.size(); i++) {
      String path = "variants[" + i + "]";
      Node node = nodes.get(i);
      Optional<VariantBlock> block = reader.block(node, path);
      if (block.isPresent()) {
        if (blocks.stream().anyMatch(one -> one.name().equals(block.get().name()))) {
          reader.faults.add(
              node,
              path,
              "the variant " + block.get().name() + " is named twice",
              "remove it, or give it another name: {name: .., extends: "
                  + block.get().architecture()
                  + "}");
        } else {
          blocks.add(block.get());
        }
      }
    }
    return blocks;
  }

  /** Names of all catalogue variants. */
  static List<String> catalogue() {
    return Variants.all().stream().map(Variant::name).toList();
  }

  /** These blocks and every catalogue variant. */
  static List<VariantBlock> everything(List<VariantBlock> blocks) {
    List<VariantBlock> all = new ArrayList<>(blocks);
    for (String name : catalogue()) {
      if (blocks.stream().noneMatch(block -> block.name().equals(name))) {
        all.add(VariantBlock.plain(name));
      }
    }
    return all;
  }

  private Optional<VariantBlock> block(Node node, String path) {
    if (node instanceof Node.Mapping mapping) {
      return extended(new Section(path, mapping, faults));
    }
    if (node instanceof Node.Scalar scalar && catalogue().contains(scalar.text())) {
      return Optional.of(VariantBlock.plain(scalar.text()));
    }
    String typed = node instanceof Node.Scalar scalar ? scalar.text() : "";
    faults.add(node, path, "not a variant", Nearest.fix(typed, catalogue()));
    return Optional.empty();
  }

  private Optional<VariantBlock> extended(Section block) {
    Optional<String> name = block.text("name", 1, 100);
    if (!block.has("name")) {
      block.missing("name", "give the block a name of its own");
    }
    Optional<String> architecture = architecture(block, name);
    if (name.isEmpty() || architecture.isEmpty()) {
      return Optional.empty();
    }
    if (catalogue().contains(name.get()) && !name.equals(architecture)) {
      block.fault(
          "name",
          name.get() + " is the name of another variant than " + architecture.get(),
          "choose a name such as my-" + name.get());
    }
    return Optional.of(
        new VariantBlock(name.get(), architecture.get(), settings(block, architecture.get())));
  }

  private static Optional<String> architecture(Section block, Optional<String> name) {
    if (block.has("extends")) {
      return block.word("extends", catalogue());
    }
    if (name.isPresent() && !catalogue().contains(name.get())) {
      block.missing("extends", "name the variant that it changes, for example extends: hypermoe");
      return Optional.empty();
    }
    return name;
  }

  private static SortedMap<String, Object> settings(Section block, String architecture) {
    SortedMap<String, Object> settings = new TreeMap<>();
    List<String> known = Settings.of(architecture).stream().map(Setting::name).toList();
    for (String field : block.names()) {
      if (Fields.VARIANT.contains(field)) {
        continue;
      }
      if (!known.contains(field)) {
        SettingNames.fault(block, field, List.of(architecture));
        continue;
      }
      SettingValue.read(
              Settings.named(field).orElseThrow(),
              block.get(field),
              block.path(field),
              block.faults())
          .ifPresent(value -> settings.put(field, value));
    }
    return settings;
  }
}
