package dev.hypersweep.trainer.predict;

import java.util.List;
import java.util.SortedMap;

/**
 * What a model said of one example.
 *
 * @param split as the dataset calls it, for example {@code dev} or {@code mismatched}
 * @param id of the example, unique inside its split
 * @param group what the example belongs to, or null
 * @param input shown to people; may be cut, see {@link Shown}
 * @param output a label's name, a number, an option, a span or a generated text
 * @param references what would have been right; empty where the split has no answers
 * @param scores what is defined for a single example, by name: {@code correct} 0 or 1, {@code
 *     squared_error}, {@code squad_f1}, {@code nll} with {@code tokens}, ..
 */
public record Prediction(
    String split,
    String id,
    String group,
    String input,
    String output,
    List<String> references,
    SortedMap<String, Double> scores) {}
