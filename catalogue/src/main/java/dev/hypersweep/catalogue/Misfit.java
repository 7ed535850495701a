package dev.hypersweep.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a backbone cannot be.
 *
 * @param settings the names of those involved, the one to change first
 * @param message what is wrong, with the values
 * @param fix what to write instead
 */
public record Misfit(List<String> settings, String message, String fix) {

  private static final String NONE = "none";

  /**
   * All misfits of a variant and its backbone.
   *
   * @param variant catalogue name
   * @param settings complete settings of it
   */
  public static List<Misfit> in(String variant, Map<String, Object> settings) {
    BackboneKind backbone = BackboneKind.named((String) settings.get("backbone")).orElseThrow();
    List<Misfit> found = new ArrayList<>();
    pretrained(backbone, settings, found);
    if (backbone == BackboneKind.SWITCH && variant.equals(Variants.DENSE)) {
      found.add(
          new Misfit(
              List.of("backbone"),
              "a Switch Transformer always has experts, " + variant + " has none",
              "write backbone: t5, which is the same network without experts"));
    }
    if (settings.containsKey("gate")) {
      sparse(backbone, settings, found);
    }
    return found;
  }

  private static void pretrained(
      BackboneKind backbone, Map<String, Object> settings, List<Misfit> found) {
    String pretrained = (String) settings.get("pretrained");
    if (pretrained.equals(NONE)) {
      return;
    }
    boolean bert = pretrained.equals("minilm");
    if (backbone == BackboneKind.SCRATCH || bert && backbone != BackboneKind.BERT) {
      found.add(
          new Misfit(
              List.of("pretrained", "backbone"),
              "pretrained "
                  + pretrained
                  + (bert ? " is a BERT" : " is a trained model")
                  + ", but backbone is "
                  + backbone.word(),
              bert ? "write backbone: bert" : "write the backbone that it is"));
    }
    if (backbone.writes() && settings.get("tokenizer").equals("bytes")) {
      found.add(
          new Misfit(
              List.of("tokenizer", "pretrained"),
              "tokenizer bytes is not the checkpoint's own",
              "leave tokenizer out"));
    }
  }

  private static void sparse(
      BackboneKind backbone, Map<String, Object> settings, List<Misfit> found) {
    Object gate = settings.get("gate");
    backbone
        .gate()
        .filter(wanted -> !wanted.equals(gate))
        .ifPresent(
            wanted ->
                found.add(
                    new Misfit(
                        List.of("gate", "backbone"),
                        "backbone " + backbone.word() + " has no gate " + gate,
                        "write gate: " + wanted)));
    if (backbone.hasEncoder() && isPositive(settings, "shared_experts")) {
      found.add(
          new Misfit(
              List.of("shared_experts", "backbone"),
              "backbone " + backbone.word() + " has no shared experts",
              "write shared_experts: 0"));
    }
    if (backbone.writes() && isPositive(settings, "similarity_every")) {
      found.add(
          new Misfit(
              List.of("similarity_every", "backbone"),
              "experts of backbone " + backbone.word() + " are not compared",
              "write similarity_every: 0"));
    }
  }

  private static boolean isPositive(Map<String, Object> settings, String name) {
    return settings.get(name) instanceof Number number && number.doubleValue() > 0;
  }
}
