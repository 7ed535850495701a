package dev.hypersweep.trainer.train;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.trainer.data.Corpora;
import dev.hypersweep.trainer.data.Corpus;
import dev.hypersweep.trainer.model.Classifier;
import dev.hypersweep.trainer.model.TokenisedExample;
import dev.hypersweep.trainer.task.Classes;
import dev.hypersweep.trainer.task.Form;
import dev.hypersweep.trainer.task.TokenCache;
import dev.hypersweep.trainer.task.Tokeniser;
import dev.hypersweep.trainer.tensor.Session;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Every choice that a setting of HyperMoE offers makes a model of its own. */
class ReadingsTest {

  private static final Set<String> SPARSE =
      Set.of(
          "gate",
          "gate_scale",
          "expert_embedding_kind",
          "conditioning",
          "aggregation",
          "embedding_mlp",
          "hypernetwork_sharing",
          "hyperexpert_biases");

  private static final Map<String, Object> TINY =
      Map.of("hidden", 16, "heads", 2, "ffn", 24, "layers", 4, "batch", 8, "top_k", 2, "warmup", 0);

  private static final int CLASSES = 15;

  private final Corpus corpus = new Corpora(null).read("wordnet/verb-supersense");
  private final Tokeniser tokeniser =
      Tokeniser.of(corpus.train(), 200, Form.cut(16), TokenCache.ofEnvironment());
  private final List<TokenisedExample> examples =
      new Classes(Collections.nCopies(CLASSES, ""), List.of())
          .training(corpus.train(), tokeniser.table(corpus.train()))
          .subList(0, 8);

  @Test
  void everyChoiceTrainsAndDiffersFromTheStandard() {
    try (Session session = Session.open("cpu", 1)) {
      List<String> names = new ArrayList<>();
      Set<Float> losses = new HashSet<>();
      losses.add(lossAfterSixSteps(session, Map.of()));
      for (Setting setting : Settings.of("hypermoe")) {
        if (!SPARSE.contains(setting.name())) {
          continue;
        }
        names.add(setting.name());
        for (String choice : setting.choices().subList(1, setting.choices().size())) {
          Map<String, Object> given =
              choice.equals("switch")
                  ? Map.of(setting.name(), choice, "top_k", 1)
                  : Map.of(setting.name(), choice);
          float loss = lossAfterSixSteps(session, given);
          assertThat(loss).isFinite();
          // A classifier has one stack, and without a pretrained model automatic is probability.
          boolean asStandard = choice.equals("stack") || choice.equals("probability");
          assertThat(losses.add(loss)).as("%s %s", setting.name(), choice).isNotEqualTo(asStandard);
        }
      }
      assertThat(names).containsExactlyInAnyOrderElementsOf(SPARSE);
    }
  }

  private float lossAfterSixSteps(Session session, Map<String, Object> given) {
    Map<String, Object> settings = new TreeMap<>(TINY);
    settings.putAll(given);
    SettingValues values = SettingValues.of("hypermoe", settings);
    Configurations.check("hypermoe", values);
    Classifier model =
        new Classifier(Configurations.model("hypermoe", values, tokeniser.rows(), CLASSES));
    var learner = new Learner<>(session, model, TrainingConfiguration.of(values), 1);
    for (int step = 1; step < 6; step++) {
      learner.step(examples, step);
    }
    return learner.step(examples, 6).loss();
  }
}
