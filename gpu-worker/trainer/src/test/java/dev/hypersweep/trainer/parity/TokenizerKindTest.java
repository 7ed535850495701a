package dev.hypersweep.trainer.parity;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.trainer.SharedVectors;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenizerKindTest {

  @TempDir Path copy;

  @Test
  void everyTokenizerGivesWhatItsLibraryGave() throws IOException {
    for (String name : new String[] {"bytelevel-bpe", "wordpiece", "unigram", "unigram-t5"}) {
      Outcome outcome = outcome(SharedVectors.folder("model/tokenizer-" + name));
      assertThat(outcome.faults()).as(name).isEmpty();
      assertThat(outcome.compared()).as(name).isGreaterThan(900);
    }
  }

  @Test
  void oneWrongNumberAndOneMissingRefusalAreFound() throws IOException {
    Path folder = SharedVectors.folder("model/tokenizer-wordpiece");
    for (String file : new String[] {"case.json", "tokenizer.json"}) {
      Files.copy(folder.resolve(file), copy.resolve(file));
    }
    var expected = Parity.JSON.readTree(folder.resolve("expected.json").toFile());
    ((ObjectNode) expected.path("single").get(3)).putArray("ids").add(2).add(4);
    ((ObjectNode) expected.path("pairs").get(0)).put("error", "wanted");
    Parity.JSON.writeValue(copy.resolve("expected.json").toFile(), expected);
    assertThat(outcome(copy).faults()).hasSize(2);
  }

  private static Outcome outcome(Path folder) throws IOException {
    Case parityCase = Case.of(folder);
    Check check = new Check(Map.of(), parityCase.description());
    new TokenizerKind().check(parityCase, check, null);
    return check.outcome();
  }
}
