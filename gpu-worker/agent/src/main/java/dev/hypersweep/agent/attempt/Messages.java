package dev.hypersweep.agent.attempt;

/** The length and the characters that a failure's message may have. */
final class Messages {

  private static final int MOST_CHARACTERS = 64_000 / 3;

  private Messages() {}

  static String cut(String message) {
    String text = message == null ? "" : message.replace('\0', '\uFFFD');
    return text.length() <= MOST_CHARACTERS ? text : text.substring(0, MOST_CHARACTERS);
  }
}
