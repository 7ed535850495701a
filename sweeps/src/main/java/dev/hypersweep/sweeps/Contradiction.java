package dev.hypersweep.sweeps;

import dev.hypersweep.catalogue.BackboneKind;
import dev.hypersweep.catalogue.Dataset;
import dev.hypersweep.catalogue.Datasets;
import dev.hypersweep.catalogue.Misfit;
import dev.hypersweep.catalogue.Variants;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/**
 * Settings of one trial that cannot go together, whatever the sweep says.
 *
 * @param settings the names of those involved, the one to change first
 * @param message what is wrong, with the values
 * @param fix what to write instead
 */
public record Contradiction(List<String> settings, String message, String fix) {

  /** A table of the square of it is one metric. */
  private static final long MOST_COMPARED = 64;

  /**
   * All contradictions.
   *
   * @param architecture catalogue name of a variant
   * @param settings complete settings of it
   * @param datasets that it is to learn
   */
  public static List<Contradiction> in(
      String architecture, SortedMap<String, Object> settings, List<String> datasets) {
    List<Contradiction> found = new ArrayList<>();
    datasets.forEach(dataset -> task(settings, dataset, found));
    long hidden = (Long) settings.get("hidden");
    long heads = (Long) settings.get("heads");
    if (hidden % heads != 0) {
      found.add(
          new Contradiction(
              List.of("heads", "hidden"),
              "heads " + heads + " does not divide hidden " + hidden,
              "choose a divisor of hidden"));
    }
    long batch = (Long) settings.get("batch");
    long part = (Long) settings.get("micro_batch");
    if (part > batch) {
      found.add(
          new Contradiction(
              List.of("micro_batch", "batch"),
              "micro_batch " + part + " is above batch " + batch,
              "write micro_batch: " + batch + " or less"));
    }
    for (Misfit misfit : Misfit.in(architecture, settings)) {
      found.add(new Contradiction(misfit.settings(), misfit.message(), misfit.fix()));
    }
    if (settings.containsKey("top_k")) {
      sparse(architecture, settings, found);
    }
    return found;
  }

  /** What kind of task a backbone can learn is known before anything runs. */
  private static void task(
      SortedMap<String, Object> settings, String name, List<Contradiction> found) {
    BackboneKind backbone = BackboneKind.named((String) settings.get("backbone")).orElseThrow();
    Datasets.named(name)
        .map(Dataset::kind)
        .filter(kind -> !backbone.fits(kind))
        .ifPresent(
            kind ->
                found.add(
                    new Contradiction(
                        List.of("backbone"),
                        "backbone "
                            + backbone.word()
                            + " cannot learn "
                            + name
                            + ", a dataset for "
                            + kind.kindName(),
                        "take one of "
                            + BackboneKind.fitting(kind)
                            + ", or leave the dataset out")));
  }

  private static void sparse(
      String architecture, SortedMap<String, Object> settings, List<Contradiction> found) {
    long experts = (Long) settings.get("experts");
    long selected = (Long) settings.get("top_k");
    if (selected > experts) {
      found.add(
          new Contradiction(
              List.of("top_k", "experts"),
              "top_k " + selected + " is above experts " + experts,
              "write top_k: " + experts + " or less"));
    } else if (selected == experts
        && architecture.equals(Variants.HYPERMOE)
        && !settings.get("conditioning").equals("selected")) {
      // A HyperExpert is generated from the unselected experts; of none it would always be one.
      found.add(
          new Contradiction(
              List.of("top_k", "experts", "conditioning"),
              architecture + " needs unselected experts, but top_k is experts, " + experts,
              "write top_k: " + (experts - 1) + " or less"));
    }
    if (selected > 1 && settings.get("gate").equals("switch")) {
      found.add(
          new Contradiction(
              List.of("top_k", "gate"),
              "gate switch sends a token to 1 expert, but top_k is " + selected,
              "write top_k: 1, or gate: noisy"));
    }
    boolean compares = settings.get("similarity_every") instanceof Long wanted && wanted > 0;
    if (compares && experts > MOST_COMPARED) {
      found.add(
          new Contradiction(
              List.of("similarity_every", "experts"),
              "similarity_every compares at most " + MOST_COMPARED + " experts, not " + experts,
              "write similarity_every: 0, or fewer experts"));
    }
    long layers = (Long) settings.get("layers");
    long every = (Long) settings.get("sparse_every");
    // How many layers a pretrained model has is for its checkpoint to say.
    if (every > layers && settings.get("pretrained").equals("none")) {
      found.add(
          new Contradiction(
              List.of("sparse_every", "layers"),
              "sparse_every "
                  + every
                  + " is above layers "
                  + layers
                  + ": "
                  + architecture
                  + " would have no sparse layer",
              "write sparse_every: " + layers + " or less"));
    }
  }
}
