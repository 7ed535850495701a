package dev.hypersweep.trainer.data;

import java.util.List;
import java.util.Set;

/**
 * One example of a dataset, in the form that its task kind asks for. {@link #id} is unique inside
 * its split: the makers' own where they give one, else the row number from 0.
 */
public sealed interface Example {

  String id();

  /**
   * A text, or a pair of texts, and its class.
   *
   * @param group what belongs together (the answers of a MultiRC question, the two sentences of an
   *     AX-g pair), or null
   * @param text the only or the first text
   * @param pair the second text, or null
   * @param label class, from 0; -1 where the split has no labels
   */
  record Labelled(String id, String group, String text, String pair, int label)
      implements Example {}

  /**
   * A pair of texts and a number.
   *
   * @param text the only or the first text
   * @param pair the second text, or null
   * @param score NaN where the split has none
   */
  record Scored(String id, String text, String pair, double score) implements Example {}

  /**
   * A text and the options that may complete it.
   *
   * @param group what belongs together (the two sentences of a WinoGrande twin), or null
   * @param context what all options share; never null
   * @param options what is put beside the context, one text each (the cause or effect of COPA, the
   *     query with the entity filled in of ReCoRD, the sentence's rest of WinoGrande)
   * @param names what each option is called when an answer is written down: the entity, the filler
   * @param answers places of the right options; several in ReCoRD, none where the split has none
   */
  record Choice(
      String id,
      String group,
      String context,
      List<String> options,
      List<String> names,
      Set<Integer> answers)
      implements Example {}

  /**
   * A question whose answer is a span of a text.
   *
   * @param answers several people's; empty where the split has none
   */
  record Question(String id, String context, String question, List<Answer> answers)
      implements Example {}

  /**
   * An answer as it stands in the context.
   *
   * @param start of {@code text} in the context, in UTF-16 units (Java's)
   */
  record Answer(String text, int start) {

    /** One past its last unit. */
    public int end() {
      return start + text.length();
    }
  }

  /** A text to be modelled, or a line of one, its line break not included. */
  record Document(String id, String text) implements Example {}

  /**
   * A text and what it is to be turned into.
   *
   * @param references all equally right; empty where the split has none
   */
  record Transduction(String id, String source, List<String> references) implements Example {}
}
