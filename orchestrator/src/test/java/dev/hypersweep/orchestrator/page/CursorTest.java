package dev.hypersweep.orchestrator.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.orchestrator.problem.ProblemException;
import dev.hypersweep.orchestrator.problem.ProblemType;
import org.junit.jupiter.api.Test;

class CursorTest {

  @Test
  void comesBackAsItWas() {
    Cursor cursor = new Cursor("a name: with colons, ümlauts", 17);
    assertThat(Cursor.decode(cursor.encode("list"), "list")).contains(cursor);
    assertThat(Cursor.decode(null, "list")).isEmpty();
    assertThat(Cursor.decode("", "list")).isEmpty();
  }

  @Test
  void everyAlteredCharacterIsRefused() {
    String text = new Cursor("name", 17).encode("list");
    for (int i = 0; i < text.length(); i++) {
      char other = text.charAt(i) == 'A' ? 'B' : 'A';
      refused(text.substring(0, i) + other + text.substring(i + 1), "list");
      refused(text.substring(0, i), "list");
    }
  }

  @Test
  void aCursorOfAnotherListIsRefused() {
    refused(new Cursor("name", 17).encode("sweeps by name"), "sweeps by id");
  }

  private static void refused(String text, String scope) {
    if (text.isEmpty()) {
      return;
    }
    assertThatThrownBy(() -> Cursor.decode(text, scope))
        .isInstanceOfSatisfying(
            ProblemException.class,
            problem -> assertThat(problem.type()).isEqualTo(ProblemType.INVALID_PARAMETER));
  }
}
