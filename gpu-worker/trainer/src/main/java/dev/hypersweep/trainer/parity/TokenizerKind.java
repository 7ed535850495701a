package dev.hypersweep.trainer.parity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.tensor.Session;
import dev.hypersweep.trainer.tokenizer.Encoding;
import dev.hypersweep.trainer.tokenizer.LibraryTokenizer;
import dev.hypersweep.trainer.tokenizer.PadToken;
import dev.hypersweep.trainer.tokenizer.Padding;
import dev.hypersweep.trainer.tokenizer.Token;
import dev.hypersweep.trainer.tokenizer.Tokenizer;
import dev.hypersweep.trainer.tokenizer.TokenizerException;
import dev.hypersweep.trainer.tokenizer.Truncation;
import dev.hypersweep.trainer.tokenizer.Windows;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A {@code tokenizer.json} and what it gives for the texts of {@code expected.json}: single texts,
 * truncated and padded pairs, overlapping windows, a padded batch. Everything must be equal.
 */
final class TokenizerKind implements Kind {

  private static final String MULTIPLE = "to a multiple of ";

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    JsonNode expected = parityCase.json("expected.json");
    try (Tokenizer tokenizer =
        LibraryTokenizer.open(parityCase.folder().resolve("tokenizer.json"))) {
      equal(check, "vocab_size", expected, tokenizer.vocabularySize());
      JsonNode padToken = expected.path("pad");
      String text = padToken.path("token").asText();
      PadToken pad = new PadToken(tokenizer.id(text).orElse(-1), text, 0);
      equal(check, "id", padToken, pad.id());
      new Comparison(check, tokenizer, pad).all(expected);
    }
  }

  private static void equal(Check check, String field, JsonNode expected, Object got) {
    check.equal(field, expected.path(field), Parity.JSON.valueToTree(got));
  }

  private record Comparison(Check check, Tokenizer tokenizer, PadToken pad) {

    void all(JsonNode expected) {
      for (JsonNode entry : expected.path("single")) {
        single(entry);
      }
      for (JsonNode entry : expected.path("pairs")) {
        pair(entry);
      }
      for (JsonNode entry : expected.path("overlapping_windows")) {
        windows(entry);
      }
      batch(expected.path("batch"));
    }

    private void single(JsonNode entry) {
      String place = entry.path("text") + " ";
      String text = entry.path("text").asText();
      Encoding encoding = tokenizer.encode(text, true);
      encoding(place, entry, encoding);
      compare(place, "ids_without_special", entry, tokenizer.encode(text, false).ids());
      compare(place, "decoded", entry, tokenizer.decode(encoding.ids(), true));
      compare(place, "decoded_with_special", entry, tokenizer.decode(encoding.ids(), false));
    }

    private void pair(JsonNode entry) {
      String place = entry.path("a") + " with " + entry.path("b") + " ";
      try {
        Encoding encoding = padded(entry, truncated(entry));
        check.equal(place + "refused", entry.has("error"), false);
        if (!entry.has("error")) {
          encoding(place, entry, encoding);
        }
      } catch (TokenizerException e) {
        check.equal(place + "refused (" + e.getMessage() + ")", entry.has("error"), true);
      }
    }

    private Encoding truncated(JsonNode entry) {
      var strategy = Truncation.Strategy.valueOf(upper(entry, "strategy"));
      Truncation truncation = new Truncation(entry.path("max_length").asInt(), strategy);
      String second = entry.path("b").asText();
      return truncation.apply(tokenizer.encode(entry.path("a").asText(), second, true));
    }

    private Encoding padded(JsonNode entry, Encoding encoding) {
      var side = Padding.Side.valueOf(upper(entry, "padding_side"));
      String rule = entry.path("padding").asText();
      int length = rule.equals("to max_length") ? entry.path("max_length").asInt() : 0;
      int multiple = rule.startsWith(MULTIPLE) ? number(rule) : 1;
      if (length == 0 && multiple == 1) {
        throw new IllegalArgumentException("padding '" + rule + "' is unknown");
      }
      Padding padding = new Padding(side, length, multiple, pad);
      return padding.apply(List.of(encoding)).get(0);
    }

    private void windows(JsonNode entry) {
      int maxLength = entry.path("max_length").asInt();
      Windows windows = new Windows(maxLength, entry.path("stride").asInt(), Token.Source.FIRST);
      Encoding whole = tokenizer.encode(entry.path("text").asText(), true);
      rows("windows of " + entry.path("text"), entry.path("windows"), windows.of(whole));
    }

    private void batch(JsonNode entry) {
      List<Encoding> encodings = new ArrayList<>();
      entry.path("texts").forEach(text -> encodings.add(tokenizer.encode(text.asText(), true)));
      String rule = entry.path("padding").asText();
      check.equal("batch padding", "right, to the longest", rule);
      Padding padding = new Padding(Padding.Side.RIGHT, 0, 1, pad);
      rows("batch", entry.path("rows"), padding.apply(encodings));
    }

    private void rows(String place, JsonNode expected, List<Encoding> rows) {
      check.equal(place + ": rows", expected.size(), rows.size());
      for (int i = 0; i < Math.min(expected.size(), rows.size()); i++) {
        encoding(place + "[" + i + "] ", expected.get(i), rows.get(i));
      }
    }

    private void encoding(String place, JsonNode expected, Encoding got) {
      compare(place, "ids", expected, got.ids());
      compare(place, "type_ids", expected, got.typeIds());
      compare(place, "special_tokens_mask", expected, got.specialTokensMask());
      compare(place, "attention_mask", expected, got.attentionMask());
      List<Token> tokens = got.tokens();
      compare(place, "tokens", expected, tokens.stream().map(Token::text).toList());
      List<int[]> offsets = tokens.stream().map(t -> new int[] {t.start(), t.end()}).toList();
      compare(place, "offsets", expected, offsets);
    }

    private void compare(String place, String field, JsonNode expected, Object got) {
      check.equal(place + field, expected.path(field), Parity.JSON.valueToTree(got));
    }

    private static int number(String rule) {
      return Integer.parseInt(rule.substring(MULTIPLE.length()).strip());
    }

    private static String upper(JsonNode entry, String field) {
      return entry.path(field).asText().toUpperCase(Locale.ROOT);
    }
  }
}
