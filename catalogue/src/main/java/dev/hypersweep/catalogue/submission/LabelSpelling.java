package dev.hypersweep.catalogue.submission;

import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.TaskKind;
import java.util.List;
import java.util.Map;

/**
 * From what a prediction says to what a dataset's files write: a class's name becomes its label, an
 * option of a choice its number from 0 where the file wants one.
 */
public final class LabelSpelling {

  private LabelSpelling() {}

  /**
   * The answer as the dataset's files write it; unchanged where it is none of its labels.
   *
   * @param input as the prediction shows it
   * @param output as the prediction says it
   * @param numbered options are answered by their number
   */
  public static String of(Dataset dataset, String input, String output, boolean numbered) {
    if (dataset.kind() == TaskKind.CLASSIFICATION) {
      return label(dataset.labels(), output);
    }
    if (dataset.kind() == TaskKind.CHOICE && numbered) {
      // The options stand below the context, one a line.
      List<String> lines = input.lines().toList();
      int last = lines.lastIndexOf(output);
      int first = lines.size() - 2;
      return last >= first && first >= 0 ? Integer.toString(last - first) : output;
    }
    return output;
  }

  private static String label(Map<String, String> labels, String output) {
    for (Map.Entry<String, String> label : labels.entrySet()) {
      if (label.getValue().equals(output)) {
        return label.getKey();
      }
    }
    if (labels.containsKey(output) || !output.matches("\\d{1,4}")) {
      return output;
    }
    int index = Integer.parseInt(output);
    return index < labels.size() ? List.copyOf(labels.keySet()).get(index) : output;
  }
}
