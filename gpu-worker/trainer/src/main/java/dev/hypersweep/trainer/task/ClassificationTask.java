package dev.hypersweep.trainer.task;

import dev.hypersweep.protocol.DatasetInfo;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.model.TokenisedExample;
import dev.hypersweep.trainer.tokenizer.Tokenizer;
import java.util.List;
import java.util.stream.Stream;

/**
 * A dataset as token numbers.
 *
 * @param info of the dataset
 * @param preprocessing name and version of what is done to a text; part of the comparability class
 * @param rows of the token table
 * @param train in the dataset's order
 * @param evaluation in the dataset's order
 */
public record ClassificationTask(
    DatasetInfo info,
    String preprocessing,
    int rows,
    List<TokenisedExample> train,
    List<TokenisedExample> evaluation) {

  private static final String WORDS = "lower-case-words-1";
  private static final String TOKENS = "tokenizer-json-1";

  /**
   * Makes the vocabulary from the training split and encodes both splits.
   *
   * @param words most words that have a vector
   * @param length most tokens of an example
   */
  public static ClassificationTask of(Corpus corpus, int words, int length) {
    List<WordedExample> train = words(corpus.train());
    Vocabulary vocabulary = Vocabulary.of(train, words);
    TextEncoding encoding = new TextEncoding(vocabulary, length);
    return new ClassificationTask(
        corpus.info(),
        WORDS,
        vocabulary.rows(),
        train.stream().map(encoding::encode).toList(),
        words(corpus.evaluation()).stream().map(encoding::encode).toList());
  }

  /**
   * Encodes both splits with a model's own tokenizer.
   *
   * @param length most tokens of an example, special ones included; of a pair the longer text is
   *     cut first
   */
  public static ClassificationTask of(Corpus corpus, Tokenizer tokenizer, int length) {
    TokenEncoding encoding = new TokenEncoding(tokenizer, length);
    return new ClassificationTask(
        corpus.info(),
        TOKENS,
        tokenizer.vocabularySize(),
        labelled(corpus.train()).map(encoding::encode).toList(),
        labelled(corpus.evaluation()).map(encoding::encode).toList());
  }

  private static List<WordedExample> words(List<Example> examples) {
    return labelled(examples).map(WordedExample::of).toList();
  }

  private static Stream<Example.Labelled> labelled(List<Example> examples) {
    return examples.stream().map(Example.Labelled.class::cast);
  }
}
