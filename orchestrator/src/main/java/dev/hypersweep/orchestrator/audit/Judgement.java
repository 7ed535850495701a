package dev.hypersweep.orchestrator.audit;

import dev.hypersweep.orchestrator.audit.Audit.EnvironmentDifference;
import dev.hypersweep.orchestrator.audit.Audit.MetricPair;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The verdict on two executions of one manifest, and its grounds. Final metrics are compared by
 * their bits, steps by their digests.
 *
 * @param firstDifference null if no step differs
 */
record Judgement(Verdict verdict, Long firstDifference, AuditDetail detail) {

  /** Nothing was compared. */
  static Judgement without(Verdict verdict, String reason) {
    return new Judgement(verdict, null, AuditDetail.of(reason));
  }

  /** The same verdict with a further sentence in its reason. */
  Judgement explainedBy(String words) {
    return words.isEmpty()
        ? this
        : new Judgement(
            verdict,
            firstDifference,
            new AuditDetail(
                detail.reason() + " " + words, detail.metrics(), detail.environmentDifferences()));
  }

  /** Compares. */
  static Judgement of(Evidence original, Evidence repeated) {
    List<MetricPair> metrics = original.pruned() ? List.of() : pairs(original, repeated);
    List<EnvironmentDifference> environments = environments(original, repeated);
    StepChain executed =
        original.pruned() ? repeated.chain().first(original.steps()) : repeated.chain();
    OptionalLong step = original.chain().firstDifference(executed);
    List<String> differences = new ArrayList<>();
    step.ifPresent(first -> differences.add(stepDiffers(first, original, executed)));
    if (!original.pruned()) {
      differences.addAll(endDiffers(original, repeated, step.isPresent()));
      differences.addAll(metricsDiffer(metrics));
    }
    if (!differences.isEmpty()) {
      String reason = String.join(" ", differences) + " " + surroundings(environments, original);
      return new Judgement(
          Verdict.DIFFERENT,
          step.isPresent() ? (Long) step.getAsLong() : null,
          new AuditDetail(reason, metrics, environments));
    }
    if (original.chain().length() < original.steps()) {
      return new Judgement(
          Verdict.NOT_REPRODUCIBLE,
          null,
          new AuditDetail(
              "Neither side has stored a digest for step %d, so equality cannot be shown."
                  .formatted(original.chain().length() + 1),
              metrics,
              environments));
    }
    return new Judgement(
        Verdict.BIT_IDENTICAL,
        null,
        new AuditDetail(same(original, metrics, environments), metrics, environments));
  }

  private static String same(
      Evidence original, List<MetricPair> metrics, List<EnvironmentDifference> environments) {
    String what =
        original.pruned()
            ? "The %d steps that the original did before it was pruned came out the same, bit for bit; its metrics were taken early and are not compared."
                .formatted(original.steps())
            : "All %d steps and %d metrics came out the same, bit for bit."
                .formatted(original.steps(), metrics.size());
    return environments.isEmpty()
        ? what
        : what + " This holds although the environments differ (" + fields(environments) + ").";
  }

  private static String stepDiffers(long first, Evidence original, StepChain executed) {
    if (first > executed.length()) {
      return "The repetition has no digest for step %d, the original has.".formatted(first);
    }
    if (first > original.chain().length()) {
      return "The original has no digest for step %d, the repetition has.".formatted(first);
    }
    return first == 1
        ? "The two executions differ from the first step on: they did not start from the same"
            + " settings, data or initialisation."
        : "Step %d of %d is the first that differs; the %d before it are the same."
            .formatted(first, original.steps(), first - 1);
  }

  private static List<String> endDiffers(
      Evidence original, Evidence repeated, boolean aStepDiffers) {
    List<String> words = new ArrayList<>();
    if (original.steps() != repeated.steps()) {
      words.add(
          "The original did %d steps, the repetition %d."
              .formatted(original.steps(), repeated.steps()));
    }
    if (!aStepDiffers && !original.lastDigest().equals(repeated.lastDigest())) {
      words.add("All stored steps agree, yet the two results name different last digests.");
    }
    return words;
  }

  private static List<String> metricsDiffer(List<MetricPair> metrics) {
    return metrics.stream()
        .filter(pair -> !sameBits(pair.original(), pair.repeated()))
        .map(
            pair ->
                "%s was stored as %s and came out as %s."
                    .formatted(pair.name(), known(pair.original()), known(pair.repeated())))
        .toList();
  }

  private static String known(Double value) {
    return value == null ? "nothing" : value.toString();
  }

  private static boolean sameBits(Double first, Double second) {
    // equals() of Double compares bits, so 0.0 and -0.0 differ.
    return first != null && first.equals(second);
  }

  private static String surroundings(List<EnvironmentDifference> environments, Evidence original) {
    if (original.environment().path("determinism").asText().equals("statistical")) {
      return "The original's device does not promise equal bits (determinism: statistical).";
    }
    return environments.isEmpty()
        ? "Both ran in equal environments."
        : "The environments differ, which may be why: " + fields(environments) + ".";
  }

  private static String fields(List<EnvironmentDifference> environments) {
    return environments.stream()
        .map(EnvironmentDifference::field)
        .collect(Collectors.joining(", "));
  }

  private static List<EnvironmentDifference> environments(Evidence original, Evidence repeated) {
    return FieldDifference.between(original.environment(), repeated.environment()).stream()
        .map(field -> new EnvironmentDifference(field.field(), field.first(), field.second()))
        .toList();
  }

  private static List<MetricPair> pairs(Evidence original, Evidence repeated) {
    TreeSet<String> names = new TreeSet<>(original.metrics().keySet());
    names.addAll(repeated.metrics().keySet());
    return names.stream()
        .map(
            name ->
                new MetricPair(name, original.metrics().get(name), repeated.metrics().get(name)))
        .toList();
  }
}
