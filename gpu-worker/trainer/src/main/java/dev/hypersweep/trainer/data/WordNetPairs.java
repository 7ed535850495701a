package dev.hypersweep.trainer.data;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.catalogue.SplitCard;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Pairs of WordNet's example sentences that use one word, in one sense or in two, made as Pilehvar
 * and Camacho-Collados (2019) made WiC. Of each word there are as many pairs of either kind, and a
 * word is on one side of the split only.
 */
final class WordNetPairs {

  private record Pair(String first, String second) {}

  private WordNetPairs() {}

  static void read(SplitCard split, Consumer<Row> sink) {
    GlossSplit side = GlossSplit.valueOf(split.name().toUpperCase(Locale.ROOT));
    int number = 0;
    for (String file : split.files()) {
      for (var word : senses(file).entrySet()) {
        if (GlossSplit.of(word.getKey()) != side) {
          continue;
        }
        List<Pair> same = same(word.getValue());
        List<Pair> other = other(word.getValue());
        for (int i = 0; i < Math.min(same.size(), other.size()); i++) {
          sink.accept(row(++number, file, word.getKey(), same.get(i), i, true));
          sink.accept(row(++number, file, word.getKey(), other.get(i), i, false));
        }
      }
    }
  }

  /** Examples of each sense by word, in the order of the file. */
  private static SortedMap<String, List<List<String>>> senses(String file) {
    SortedMap<String, List<List<String>>> senses = new TreeMap<>();
    WordNetRows.synsets(
        file,
        (line, synset) -> {
          for (String word : synset.words()) {
            List<String> examples =
                synset.examples().stream().filter(text -> Synset.uses(text, word)).toList();
            if (!examples.isEmpty()) {
              senses
                  .computeIfAbsent(word.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                  .add(examples);
            }
          }
        });
    return senses;
  }

  private static List<Pair> same(List<List<String>> senses) {
    List<Pair> pairs = new ArrayList<>();
    for (List<String> examples : senses) {
      for (int i = 0; i + 1 < examples.size(); i++) {
        pairs.add(new Pair(examples.get(i), examples.get(i + 1)));
      }
    }
    return pairs;
  }

  private static List<Pair> other(List<List<String>> senses) {
    List<Pair> pairs = new ArrayList<>();
    for (int i = 0; i < senses.size(); i++) {
      for (int j = i + 1; j < senses.size(); j++) {
        pairs.add(new Pair(senses.get(i).get(0), senses.get(j).get(0)));
      }
    }
    return pairs;
  }

  private static Row row(int number, String file, String word, Pair pair, int at, boolean same) {
    ObjectNode columns = RowJson.empty();
    String kind = file.substring(file.indexOf('.') + 1);
    columns.put("id", kind + ":" + word + ":" + at + (same ? "s" : "o"));
    columns.put("word", word);
    columns.put("sentence1", pair.first());
    columns.put("sentence2", pair.second());
    columns.put("same", same);
    return new Row(number, columns);
  }
}
