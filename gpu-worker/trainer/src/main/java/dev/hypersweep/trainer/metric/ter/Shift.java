package dev.hypersweep.trainer.metric.ter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A run of words moved to another place.
 *
 * @param gain edits that it saves
 * @param length words that move
 * @param start the first of them
 * @param target the place before which they go, counted before they leave
 * @param words the hypothesis afterwards
 */
record Shift(int gain, int length, int start, int target, List<String> words) {

  /** Better is greater: what saves most, of these the longest, then the earliest, then leftmost. */
  static final Comparator<Shift> BETTER =
      Comparator.comparingInt(Shift::gain)
          .thenComparingInt(Shift::length)
          .thenComparing(Comparator.comparingInt(Shift::start).reversed())
          .thenComparing(Comparator.comparingInt(Shift::target).reversed());

  /** The words with the run moved; a target inside the run moves it right by so many words. */
  static List<String> moved(List<String> words, int start, int length, int target) {
    List<String> run = words.subList(start, start + length);
    List<String> moved = new ArrayList<>(words.subList(0, start));
    moved.addAll(words.subList(start + length, words.size()));
    int place = target > start + length ? target - length : target;
    moved.addAll(Math.min(place, moved.size()), run);
    return moved;
  }
}
