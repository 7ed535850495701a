package dev.hypersweep.trainer.train;

import dev.hypersweep.catalogue.Setting;
import dev.hypersweep.catalogue.Settings;
import dev.hypersweep.catalogue.Variants;
import java.math.BigDecimal;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A variant's settings with their values, checked against the catalogue and filled up. */
public final class SettingValues {

  private final SortedMap<String, Object> values = new TreeMap<>();

  private SettingValues() {}

  /**
   * Checks what is given and takes the catalogue's standard for the rest.
   *
   * @throws InvalidSetting if the variant or a setting is unknown, or a value is not allowed
   */
  public static SettingValues of(String variant, Map<String, Object> given) {
    if (Variants.named(variant).isEmpty()) {
      throw new InvalidSetting(
          "variant: there is none called "
              + variant
              + "; take one of "
              + Variants.all().stream().map(v -> v.name()).toList());
    }
    SettingValues result = new SettingValues();
    for (Setting setting : Settings.of(variant)) {
      Object value = given.getOrDefault(setting.name(), setting.standard());
      result.values.put(setting.name(), checked(setting, value));
    }
    for (String name : given.keySet()) {
      if (!result.values.containsKey(name)) {
        throw new InvalidSetting(
            "settings."
                + name
                + ": "
                + variant
                + " has no such setting; remove it, or take one of "
                + result.values.keySet());
      }
    }
    return result;
  }

  private static Object checked(Setting setting, Object value) {
    return switch (setting.kind()) {
      case INTEGER -> integer(setting, value);
      case NUMBER -> number(setting, value);
      case CHOICE -> choice(setting, value);
    };
  }

  private static Long integer(Setting setting, Object value) {
    boolean whole = value instanceof Number number && number.doubleValue() == number.longValue();
    if (!whole) {
      throw refused(setting, value, "give a whole number");
    }
    long number = ((Number) value).longValue();
    range(setting, value, number);
    return number;
  }

  private static Double number(Setting setting, Object value) {
    if (!(value instanceof Number number)) {
      throw refused(setting, value, "give a number");
    }
    range(setting, value, number.doubleValue());
    return number.doubleValue();
  }

  private static void range(Setting setting, Object value, double number) {
    if (!(number >= setting.low() && number <= setting.high())) {
      throw refused(
          setting, value, "give " + plain(setting.low()) + " to " + plain(setting.high()));
    }
  }

  private static String choice(Setting setting, Object value) {
    if (value instanceof String text && setting.allows(text)) {
      return text;
    }
    String form = setting.form() == null ? "" : ", or a text that matches " + setting.form();
    throw refused(setting, value, "give one of " + setting.choices() + form);
  }

  private static InvalidSetting refused(Setting setting, Object value, String fix) {
    return new InvalidSetting(
        "settings." + setting.name() + ": " + value + " is not allowed; " + fix);
  }

  /** A number as people write it: 100000000 and 1E-8, not 1.0E8 and 1.0E-8. */
  public static String plain(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return value == 0 || Math.abs(value) >= 1e-4 ? exact.toPlainString() : exact.toString();
  }

  /** Whether the variant has a setting of that name. */
  public boolean has(String name) {
    return values.containsKey(name);
  }

  /** An integer setting. */
  public int integer(String name) {
    return Math.toIntExact((Long) values.get(name));
  }

  /** A number setting. */
  public double number(String name) {
    return (Double) values.get(name);
  }

  /** A choice setting. */
  public String choice(String name) {
    return (String) values.get(name);
  }

  /**
   * Refuses a value that a model which is there already decides, unless it agrees or was not given.
   *
   * @param name of a setting; one that the variant has not is not asked
   * @param instead what the model has, a whole number or words
   * @throws InvalidSetting naming the setting, its value and the fix
   */
  public void refuseOther(String name, Object instead) {
    Object value = values.get(name);
    boolean agrees =
        instead instanceof Integer number && Long.valueOf(number.longValue()).equals(value);
    if (value == null || agrees || value.equals(Settings.named(name).orElseThrow().standard())) {
      return;
    }
    throw new InvalidSetting(
        "settings."
            + name
            + ": "
            + value
            + " has no effect, the model has "
            + instead
            + "; leave it out");
  }

  /** Every setting of the variant with its value. */
  public SortedMap<String, Object> all() {
    return new TreeMap<>(values);
  }
}
