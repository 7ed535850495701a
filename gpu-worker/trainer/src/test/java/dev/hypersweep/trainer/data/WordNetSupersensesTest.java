package dev.hypersweep.trainer.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordNetSupersensesTest {

  private final Corpora corpora = new Corpora(null);

  @Test
  void nounsHave26ClassesAndVerbs15() {
    Corpus nouns = corpora.read("wordnet/noun-supersense");
    assertThat(labels(nouns.evaluation())).hasSize(26).allMatch(label -> label < 26);
    assertThat(nouns.info().trainExamples()).isEqualTo(nouns.train().size()).isGreaterThan(65_000);
    assertThat(nouns.info().evaluationExamples()).isGreaterThan(8_000);

    Corpus verbs = corpora.read("wordnet/verb-supersense");
    assertThat(labels(verbs.evaluation())).hasSize(15).allMatch(label -> label < 15);
    assertThat(verbs.info().majority()).isBetween(0.15, 0.20);
  }

  @Test
  void noGlossIsOnBothSidesOfTheSplit() {
    Corpus nouns = corpora.read("wordnet/noun-supersense");
    Set<String> train = glosses(nouns.train());
    Set<String> both = new HashSet<>(glosses(nouns.evaluation()));
    both.retainAll(train);
    assertThat(both).isEmpty();
    assertThat(train.size()).as("equal glosses exist").isLessThan(nouns.train().size());
  }

  @Test
  void readingTwiceGivesTheSameContent() {
    assertThat(corpora.read("wordnet/verb-supersense").info())
        .isEqualTo(corpora.read("wordnet/verb-supersense").info());
  }

  @Test
  void caseAndPunctuationDoNotDecideTheSide() {
    assertThat(GlossSplit.normalised(" Breathe easily again; (as) after\texertion! "))
        .isEqualTo("breathe easily again as after exertion");
    assertThat(GlossSplit.of("To go-slow.")).isEqualTo(GlossSplit.of("to go slow"));
  }

  private static Set<Integer> labels(List<Example> examples) {
    return examples.stream()
        .map(example -> ((Example.Labelled) example).label())
        .collect(Collectors.toSet());
  }

  private static Set<String> glosses(List<Example> examples) {
    return examples.stream()
        .map(example -> GlossSplit.normalised(((Example.Labelled) example).text()))
        .collect(Collectors.toSet());
  }
}
