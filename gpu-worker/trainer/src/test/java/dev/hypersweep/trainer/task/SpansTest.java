package dev.hypersweep.trainer.task;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.catalogue.Metric;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.data.Split;
import dev.hypersweep.trainer.model.Window;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SpansTest {

  private static final String CONTEXT =
      "The \uD83D\uDC31 sat. It was near Paris in May, where Rome-born cats sit all day long.";
  private static final Example.Question PARIS = question("1", "where ?", "near Paris");
  private static final Example.Question CATS = question("2", "who ?", "Rome-born cats");
  private static final List<Example> SPLIT = List.of(PARIS, CATS);

  private final Tokeniser tokeniser =
      Tokeniser.of(SPLIT, 100, new Form(12, 3), new TokenCache(Path.of("/proc/none")));
  private final TokenTable table = tokeniser.table(SPLIT);
  private final Spans spans = new Spans(4, List.of(Metric.EXACT_MATCH, Metric.SQUAD_F1));

  private static Example.Question question(String id, String question, String answer) {
    return new Example.Question(
        id, CONTEXT, question, List.of(new Example.Answer(answer, CONTEXT.indexOf(answer))));
  }

  @Test
  void aLongContextIsReadInWindowsThatOverlap() {
    assertThat(table.firstRow(1)).isGreaterThan(2);
    for (int row = 0; row < table.rows(); row++) {
      assertThat(table.length(row)).isLessThanOrEqualTo(12);
    }
    int last = table.length(0) - 1;
    assertThat(table.start(1, 3)).isEqualTo(table.start(0, last - 2));
    assertThat(table.truncated()).isEqualTo(new Truncated(0, 0, table.truncated().all()));
  }

  @Test
  void aWindowWithTheWholeAnswerPointsAtItAndAnotherAtItsFirstToken() {
    List<Window> windows = spans.training(SPLIT, table);
    List<String> found =
        IntStream.range(0, windows.size())
            .filter(row -> windows.get(row).end() > 0)
            .mapToObj(
                row ->
                    CONTEXT.substring(
                        table.start(row, windows.get(row).start()),
                        table.end(row, windows.get(row).end())))
            .distinct()
            .toList();
    assertThat(found).containsExactly("near Paris", "Rome-born cats");
    assertThat(windows).anyMatch(window -> window.start() == 0 && window.end() == 0);
  }

  @Test
  void theBestSpanOfAllWindowsIsToldInTheContextsOwnUnits() {
    float[][] outputs = zeros();
    int row = rowOf(CATS);
    int[] place = Spans.place(table, row, CATS);
    outputs[row][2 * place[0]] = 9;
    outputs[row][2 * place[1] + 1] = 9;
    outputs[table.firstRow(1)][2] = 30; // a token of the question: no answer begins there
    Answered answered = spans.answers(new Split("dev", SPLIT), table, outputs);
    assertThat(answered.predictions().get(1).output()).isEqualTo("Rome-born cats");
    assertThat(answered.predictions().get(1).scores())
        .containsEntry("exact_match", 1.0)
        .containsEntry("squad_f1", 1.0);
    assertThat(answered.measures().stream().map(measure -> measure.name()))
        .containsExactly("loss", "exact_match", "squad_f1");
    assertThat(answered.measures().get(1).statistic().all()).isEqualTo(0.5);
  }

  @Test
  void anAnswerNeverEndsBeforeItBeginsNorIsLongerThanAllowed() {
    float[][] outputs = zeros();
    int row = rowOf(PARIS);
    int first = 5;
    outputs[row][2 * first] = 60;
    outputs[row][2 * (first - 1) + 1] = 50; // before it begins
    outputs[row][2 * (first + 4) + 1] = 40; // the fifth token
    outputs[row][2 * (first + 3) + 1] = 3;
    String answer =
        spans.answers(new Split("dev", SPLIT), table, outputs).predictions().get(0).output();
    assertThat(answer)
        .isEqualTo(CONTEXT.substring(table.start(row, first), table.end(row, first + 3)));
  }

  private int rowOf(Example.Question question) {
    int number = SPLIT.indexOf(question);
    return IntStream.range(table.firstRow(number), table.firstRow(number + 1))
        .filter(row -> Spans.place(table, row, question)[1] > 0)
        .findFirst()
        .orElseThrow();
  }

  private float[][] zeros() {
    float[][] outputs = new float[table.rows()][];
    for (int row = 0; row < outputs.length; row++) {
      outputs[row] = new float[2 * table.length(row)];
    }
    return outputs;
  }
}
