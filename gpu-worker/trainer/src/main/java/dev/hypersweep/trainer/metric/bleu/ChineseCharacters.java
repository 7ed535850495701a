package dev.hypersweep.trainer.metric.bleu;

/** What the tokenizer zh takes for Chinese. */
final class ChineseCharacters {

  /**
   * First and last of each range. U+2001 to U+2A6D was to be Extension B, U+20000 to U+2A6D6, which
   * sacrebleu writes with four digits: so dashes and quotation marks are parted, rare ideographs
   * are not, and published scores depend on it.
   */
  private static final int[][] RANGES = {
    {0x2001, 0x2A6D}, // general punctuation, arrows, mathematics, .., miscellaneous symbols
    {0x2E80, 0x2EFF}, // radicals
    {0x2F00, 0x2FDF}, // Kangxi radicals
    {0x2FF0, 0x2FFF}, // descriptions of ideographs
    {0x3000, 0x303F}, // punctuation
    {0x3100, 0x312F}, // Bopomofo
    {0x31A0, 0x31BF}, // Bopomofo, extended
    {0x31C0, 0x31EF}, // strokes
    {0x3200, 0x33FF}, // enclosed letters, squared words
    {0x3400, 0x4DB5}, // ideographs, Extension A
    {0x4E00, 0x9FBB}, // ideographs
    {0xF900, 0xFA2D}, // compatibility ideographs
    {0xFA30, 0xFA6A},
    {0xFA70, 0xFAD9},
    {0xFE10, 0xFE1F}, // vertical forms
    {0xFE30, 0xFE4F}, // compatibility forms
    {0xFF00, 0xFFEF}, // forms of half and full width
  };

  private ChineseCharacters() {}

  static boolean contain(int character) {
    for (int[] range : RANGES) {
      if (character >= range[0] && character <= range[1]) {
        return true;
      }
    }
    return false;
  }
}
