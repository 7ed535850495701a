package dev.hypersweep.sweeps.reading;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.source.Faults;
import dev.hypersweep.source.Node;
import dev.hypersweep.source.Numbers;
import dev.hypersweep.source.Section;
import dev.hypersweep.sweeps.Choices;
import dev.hypersweep.sweeps.Domain;
import dev.hypersweep.sweeps.Integers;
import dev.hypersweep.sweeps.Normal;
import dev.hypersweep.sweeps.Reals;
import dev.hypersweep.sweeps.Steps;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads the values of one parameter and checks them against the setting that it varies. */
final class DomainReader {

  /** Reads one value of the parameter, or notes why it is none. */
  interface ValueReader {
    Optional<Object> read(Node node, String path, Faults faults);
  }

  private static final int MOST_CHOICES = 10_000;

  private final Section section;
  private final ValueReader values;

  /** The bounds of a distribution that names none. */
  private double least = Double.NEGATIVE_INFINITY;

  private double most = Double.POSITIVE_INFINITY;

  DomainReader(Section section, ValueReader values) {
    this.section = section;
    this.values = values;
  }

  /** The domain of a setting, if everything about it is sound. */
  Optional<Domain> read(Setting setting) {
    if (setting.kind() == Setting.Kind.NUMBER) {
      least = setting.low();
      most = setting.high();
    }
    return read(setting.kind());
  }

  /** The domain, if everything about it is sound. */
  Optional<Domain> read(Setting.Kind kind) {
    int before = section.faults().count();
    Optional<String> type = type(kind);
    Optional<Domain> domain =
        type.flatMap(
            name ->
                switch (name) {
                  case "float" -> reals();
                  case "int" -> integers();
                  case "normal", "lognormal" -> normal(name.equals("lognormal"));
                  default -> choices(name.equals("ordinal"));
                });
    return section.faults().count() == before ? domain : Optional.empty();
  }

  private Optional<String> type(Setting.Kind kind) {
    List<String> allowed =
        switch (kind) {
          case INTEGER -> List.of("int", "categorical", "ordinal");
          case NUMBER -> Domain.types();
          case CHOICE -> List.of("categorical", "ordinal");
        };
    if (!section.has("type")) {
      boolean choices = section.has("choices");
      section.missing("type", "add type: " + (choices ? "categorical" : allowed.get(0)));
      return Optional.empty();
    }
    Optional<String> type = section.word("type", Domain.types());
    if (type.isPresent() && !allowed.contains(type.get())) {
      String noun = kind == Setting.Kind.INTEGER ? "whole numbers" : "words";
      section.fault(
          "type",
          "the values of this setting are " + noun,
          "write " + String.join(" or ", allowed));
      return Optional.empty();
    }
    type.ifPresent(this::refuseForeignFields);
    return type;
  }

  private void refuseForeignFields(String type) {
    List<String> own =
        switch (type) {
          case "float", "int" -> List.of("low", "high", "log", "step");
          case "normal", "lognormal" -> List.of("mean", "deviation", "low", "high");
          default -> List.of("choices");
        };
    for (String field : List.of("low", "high", "log", "step", "choices", "mean", "deviation")) {
      if (section.has(field) && !own.contains(field)) {
        section.fault(field, field + " does not go with type " + type, fix(field, type));
      }
    }
  }

  private static String fix(String field, String type) {
    return switch (field) {
      case "choices" -> "remove it, or write type: categorical";
      case "mean", "deviation" -> "remove it, or write type: normal";
      case "log" -> type.equals("normal") ? "remove it, or write type: lognormal" : "remove it";
      default -> type.endsWith("normal") ? "remove it" : "remove it; list all choices";
    };
  }

  private Optional<Domain> reals() {
    Optional<Double> low = bound("low");
    Optional<Double> high = bound("high");
    boolean log = section.truth("log").orElse(false);
    Optional<Double> step = section.real("step");
    if (!ordered(low, high)) {
      return Optional.empty();
    }
    if (log && low.get() <= 0) {
      section.fault("low", "a log range begins above 0", "raise low, or leave log out");
    }
    checkStep(low.get(), high.get(), log, step);
    return Optional.of(new Reals(low.get(), high.get(), log, step.orElse(null)));
  }

  private Optional<Domain> integers() {
    Optional<Double> low = bound("low").filter(value -> whole("low", value));
    Optional<Double> high = bound("high").filter(value -> whole("high", value));
    boolean log = section.truth("log").orElse(false);
    Optional<Double> step = section.whole("step", 1, Numbers.MOST).map(Long::doubleValue);
    if (!ordered(low, high)) {
      return Optional.empty();
    }
    if (log && low.get() < 1) {
      section.fault("low", "a log range of whole numbers begins at 1", "write low: 1");
    }
    checkStep(low.get(), high.get(), log && step.filter(one -> one != 1).isPresent(), step);
    long by = step.map(Double::longValue).orElse(1L);
    return Optional.of(new Integers(low.get().longValue(), high.get().longValue(), log, by));
  }

  private Optional<Domain> normal(boolean log) {
    for (String field : List.of("mean", "deviation")) {
      if (!section.has(field)) {
        section.missing(field, "add mean and deviation" + (log ? " of the logarithm" : ""));
      }
    }
    Optional<Double> mean = section.real("mean");
    Optional<Double> deviation = section.real("deviation");
    if (deviation.isPresent() && deviation.get() <= 0) {
      section.fault("deviation", "a deviation is above 0", "write the standard deviation");
    }
    Optional<Double> low = section.has("low") ? bound("low") : Optional.empty();
    Optional<Double> high = section.has("high") ? bound("high") : Optional.empty();
    if (log && low.isPresent() && low.get() < 0) {
      section.fault("low", "values of a log-normal distribution are above 0", "raise low");
    }
    if (log && high.isPresent() && high.get() <= 0) {
      section.fault("high", "values of a log-normal distribution are above 0", "raise high");
    }
    boolean ordered = low.isEmpty() || high.isEmpty() || ordered(low, high);
    if (!ordered || mean.isEmpty() || deviation.isEmpty()) {
      return Optional.empty();
    }
    double floor = low.orElse(least);
    Normal normal =
        new Normal(
            mean.get(), deviation.get(), log, log && floor < 0 ? 0 : floor, high.orElse(most));
    if (deviation.get() > 0 && !normal.isDrawable()) {
      section.fault(
          "mean",
          "next to nothing of this distribution lies between "
              + SettingValue.shown(normal.low())
              + " and "
              + SettingValue.shown(normal.high()),
          "move mean towards the range"
              + (log ? "; it is the mean of the natural logarithm" : ", or raise deviation"));
    }
    return Optional.of(normal);
  }

  private Optional<Double> bound(String field) {
    if (!section.has(field)) {
      section.missing(field, "add " + field + ", it is included in the range");
      return Optional.empty();
    }
    return values
        .read(section.get(field), section.path(field), section.faults())
        .map(value -> ((Number) value).doubleValue());
  }

  private boolean whole(String field, double value) {
    if (value == Math.rint(value)) {
      return true;
    }
    section.fault(field, "not a whole number", "write " + Math.round(value) + ", or type: float");
    return false;
  }

  private boolean ordered(Optional<Double> low, Optional<Double> high) {
    if (low.isEmpty() || high.isEmpty()) {
      return false;
    }
    if (low.get() > high.get()) {
      String written = "low " + shown("low") + " is above high " + shown("high");
      section.fault("low", written, "exchange low and high");
      return false;
    }
    if (low.get().equals(high.get())) {
      section.fault(
          "low", "the range holds one value only", "put it under constants, or raise high");
      return false;
    }
    return true;
  }

  private void checkStep(double low, double high, boolean log, Optional<Double> step) {
    if (step.isEmpty()) {
      return;
    }
    if (step.get() <= 0) {
      section.fault("step", "a step is above 0", "write the distance between two values");
    } else if (log) {
      section.fault("step", "log and step exclude each other", "remove one of them");
    } else if (step.get() > high - low) {
      section.fault(
          "step",
          "a step longer than the range from " + shown("low") + " to " + shown("high"),
          "write a smaller step");
    } else if (!Steps.fits(low, high, step.get())) {
      double count = Steps.between(low, high, step.get()).doubleValue();
      section.fault(
          "step",
          "steps of " + shown("step") + " from " + shown("low") + " do not meet " + shown("high"),
          "write high: " + SettingValue.written(low + count * step.get()));
    }
  }

  private String shown(String field) {
    return section.get(field).shown();
  }

  private Optional<Domain> choices(boolean ordered) {
    if (!section.has("choices")) {
      section.missing("choices", "add choices: [..]");
      return Optional.empty();
    }
    List<Node> items = section.list("choices", "choices: [4, 16, 64]").orElse(List.of());
    if (section.get("choices") instanceof Node.Sequence && items.isEmpty()) {
      section.fault("choices", "there is nothing to choose from", "list one value or more");
    }
    if (items.size() > MOST_CHOICES) {
      section.fault("choices", "more than " + MOST_CHOICES + " choices", "use a range");
      return Optional.empty();
    }
    Set<Object> choices = new LinkedHashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      String path = section.path("choices") + "[" + i + "]";
      values
          .read(item, path, section.faults())
          .ifPresent(
              value -> {
                if (!choices.add(value)) {
                  section.faults().add(item, path, "the choice is there twice", "remove it here");
                }
              });
    }
    return choices.isEmpty()
        ? Optional.empty()
        : Optional.of(new Choices(List.copyOf(choices), ordered));
  }
}
