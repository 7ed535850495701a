package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.source.DefinitionError;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.InvalidDefinition;
import dev.hypersweep.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every node of every definition that ships or is documented, taken away, doubled, and turned into
 * something else: the answer is a definition, or errors with place, value and fix.
 */
class MendableFaultsTest {

  private static final List<String> OTHERS =
      List.of(
          "null",
          "true",
          "\"\"",
          "\"x\"",
          "-1",
          "0",
          "2.5",
          "1e300",
          "\"1\"",
          "[]",
          "[null]",
          "[1, 1]",
          "[[1]]",
          "{}",
          "{\"x\": 1}",
          "{\"x\": {\"type\": null}}",
          "{\"when\": {}}");

  /** Where an error need not quote anything: there is nothing to quote. */
  private static final Pattern NOTHING_THERE =
      Pattern.compile("missing|twice|nothing says|stands here|no point found|are more than|would");

  static Stream<String> texts() throws IOException {
    List<String> texts = new ArrayList<>();
    for (Path file : ShippedDefinitionsTest.files()) {
      if (!file.toString().endsWith("-gpu.yaml")) {
        texts.add(Files.readString(file));
      }
    }
    texts.addAll(DocumentedLanguageTest.examples());
    texts.add(HostileTextTest.FULL);
    texts.add(GroupsTest.FREE);
    return texts.stream().filter(text -> !text.contains("extends: rates.yaml"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void everyChangeOfANodeIsUnderstoodOrCanBeMended(String text) {
    Tree tree = Tree.of(SourceText.read(text, new Faults()));
    change(tree, tree);
  }

  private static void change(Tree root, Tree node) {
    if (node instanceof Tree.Items items) {
      for (int i = 0; i < items.all().size(); i++) {
        Tree one = items.all().get(i);
        items.all().add(i, one);
        check(root);
        items.all().remove(i);
        items.all().remove(i);
        check(root);
        for (String other : OTHERS) {
          items.all().add(i, new Tree.Leaf(other));
          check(root);
          items.all().remove(i);
        }
        items.all().add(i, one);
        change(root, one);
      }
    } else if (node instanceof Tree.Fields fields) {
      for (int i = 0; i < fields.all().size(); i++) {
        Tree.Entry one = fields.all().get(i);
        fields.all().add(i, one);
        check(root);
        fields.all().remove(i);
        fields.all().remove(i);
        check(root);
        for (String other : OTHERS) {
          fields.all().add(i, new Tree.Entry(one.name(), new Tree.Leaf(other)));
          check(root);
          fields.all().remove(i);
        }
        fields.all().add(i, new Tree.Entry(one.name() + "x", one.value()));
        check(root);
        fields.all().remove(i);
        fields.all().add(i, one);
        change(root, one.value());
      }
    }
  }

  private static void check(Tree root) {
    String text = root.json();
    understood(
        text, () -> assertThat(Trials.of(SweepDefinitions.read(text))).as(text).isNotEmpty());
    understood(text, () -> SpaceFile.read(text).space().parameters());
  }

  private static void understood(String text, Runnable reading) {
    List<String> lines = text.lines().toList();
    try {
      reading.run();
    } catch (InvalidDefinition invalid) {
      for (DefinitionError error : invalid.errors()) {
        String as = error + " value '" + error.value() + "' in\n" + text;
        assertThat(error.line()).as(as).isBetween(1, lines.size());
        assertThat(error.column()).as(as).isBetween(1, lines.get(error.line() - 1).length() + 1);
        assertThat(error.fix()).as(as).isNotBlank();
        assertThat(error.message()).as(as).isNotBlank();
        boolean said = !error.value().isBlank() || NOTHING_THERE.matcher(error.message()).find();
        assertThat(said).as(as).isTrue();
      }
    }
  }
}
