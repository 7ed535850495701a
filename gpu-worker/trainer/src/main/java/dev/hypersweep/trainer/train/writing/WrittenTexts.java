package dev.hypersweep.trainer.train.writing;

import dev.hypersweep.trainer.generation.GenerationSettings;
import dev.hypersweep.trainer.model.SequenceWriter;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** What a model writes to each of many sources. */
final class WrittenTexts {

  private WrittenTexts() {}

  /**
   * @param sources token numbers of each example
   * @param batch sources that are written to together
   * @return the texts, in the order of the sources
   */
  static List<String> of(
      Session session,
      Weights weights,
      SequenceWriter writer,
      List<int[]> sources,
      WritingTokens tokens,
      GenerationSettings search,
      int batch) {
    List<Integer> byLength =
        IntStream.range(0, sources.size())
            .boxed()
            .sorted(Comparator.comparingInt(i -> sources.get(i).length))
            .toList();
    String[] texts = new String[sources.size()];
    for (int from = 0; from < texts.length; from += batch) {
      List<Integer> some = byLength.subList(from, Math.min(from + batch, texts.length));
      List<int[]> written =
          writer.write(session, weights, some.stream().map(sources::get).toList(), search);
      for (int i = 0; i < written.size(); i++) {
        texts[some.get(i)] = tokens.decode(written.get(i));
      }
    }
    return List.of(texts);
  }
}
