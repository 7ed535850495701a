package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.data.Example;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an encoder reads at once.
 *
 * @param text the only or the first text
 * @param pair the second one, or null
 */
record TextPair(String text, String pair) {

  /**
   * What of an example is read: one pair, or one for each option.
   *
   * @throws IllegalArgumentException for an example of a task that is no encoder's
   */
  static List<TextPair> of(Example example) {
    if (example instanceof Example.Labelled labelled) {
      return List.of(new TextPair(labelled.text(), labelled.pair()));
    } else if (example instanceof Example.Scored scored) {
      return List.of(new TextPair(scored.text(), scored.pair()));
    } else if (example instanceof Example.Question question) {
      return List.of(new TextPair(question.question(), question.context()));
    } else if (example instanceof Example.Choice choice) {
      return IntStream.range(0, choice.options().size())
          .mapToObj(i -> new TextPair(choice.context(), choice.options().get(i)))
          .toList();
    }
    throw new IllegalArgumentException("no encoder reads a " + example.getClass().getSimpleName());
  }
}
