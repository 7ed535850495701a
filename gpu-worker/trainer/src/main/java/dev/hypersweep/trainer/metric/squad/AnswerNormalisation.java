package dev.hypersweep.trainer.metric.squad;

import dev.hypersweep.trainer.metric.text.Characters;

/** What of an answer counts when it is compared with another. */
@FunctionalInterface
public interface AnswerNormalisation {

  /** SQuAD's: lower case, no ASCII punctuation, no English articles, words one space apart. */
  AnswerNormalisation SQUAD = AnswerLanguage.ENGLISH.normalisation(Characters::isAsciiPunctuation);

  /** The text as it is compared: words with one space between them. */
  String of(String answer);
}
