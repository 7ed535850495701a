package dev.hypersweep.trainer.metric.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LowerCaseTest {

  @Test
  void aSigmaIsFinalBehindALetterAndBeforeNone() {
    assertThat(LowerCase.of("ΟΔΟΣ ΣΟΦΟΣ.")).isEqualTo("οδος σοφος.");
    assertThat(LowerCase.of("Σ")).isEqualTo("σ");
    assertThat(LowerCase.of("ΑΣ'Α ΑΣ' Α")).isEqualTo("ασ'α ας' α");
  }

  @Test
  void dottedCapitalIBecomesTwoCharactersAndTheKelvinSignAnOrdinaryK() {
    assertThat(LowerCase.of("\u0130")).isEqualTo("i\u0307");
    assertThat(LowerCase.of("\u212A")).isEqualTo("k");
  }

  @Test
  void charactersBeyondTheBasicPlaneHaveCaseToo() {
    assertThat(LowerCase.of("\uD801\uDC00")).isEqualTo("\uD801\uDC28"); // Deseret
  }

  @Test
  void whiteSpaceIsUnicodesButNotTheZeroWidthSpace() {
    assertThat(WhiteSpace.split("\u3000a\u00A0b\u2028c\u200Bd\u001Ce\u0085 "))
        .containsExactly("a", "b", "c\u200Bd", "e");
    assertThat(WhiteSpace.split(" ")).isEmpty();
  }
}
