package dev.hypersweep.trainer.task;

import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.checkpoint.StoredType;
import dev.hypersweep.trainer.data.Example;
import dev.hypersweep.trainer.tokenizer.Encoding;
import dev.hypersweep.trainer.tokenizer.Token;
import dev.hypersweep.trainer.tokenizer.Token.Source;
import dev.hypersweep.trainer.tokenizer.Windows;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Tokenises a split, example by example. */
final class TokenTableBuilder {

  private final Tokenisation tokenisation;
  private final Form form;
  private final Numbers tokens = new Numbers();
  private final Numbers segments = new Numbers();
  private final Numbers offsets = new Numbers();
  private final Numbers examples = new Numbers();
  private final Numbers starts = new Numbers();
  private final Numbers ends = new Numbers();
  private long cutExamples;
  private long cutTokens;
  private long allTokens;

  TokenTableBuilder(Tokenisation tokenisation, Form form) {
    this.tokenisation = tokenisation;
    this.form = form;
    offsets.add(0);
  }

  TokenTableBuilder add(List<Example> split) {
    for (int number = 0; number < split.size(); number++) {
      long before = cutTokens;
      for (TextPair pair : TextPair.of(split.get(number))) {
        add(pair, number);
      }
      cutExamples += cutTokens > before ? 1 : 0;
    }
    return this;
  }

  private void add(TextPair pair, int example) {
    Encoding whole = tokenisation.whole(pair.text(), pair.pair());
    allTokens += whole.length();
    if (form.hasWindows()) {
      CodePoints context = new CodePoints(pair.pair());
      windows(whole).forEach(window -> row(window, example, context));
    } else {
      Encoding cut = tokenisation.cut(whole, form.length());
      cutTokens += whole.length() - cut.length();
      row(cut, example, null);
    }
  }

  /** A question may have half of a window, and must leave more room than windows share. */
  private List<Encoding> windows(Encoding whole) {
    int most = Math.min(form.length() / 2, form.length() - form.stride() - 1 - specials(whole));
    int question = whole.count(Source.FIRST);
    if (whole.length() <= form.length() || question <= most) {
      return new Windows(form.length(), form.stride(), Source.SECOND).of(whole);
    }
    cutTokens += question - Math.max(0, most);
    List<Token> kept = new ArrayList<>();
    int seen = 0;
    for (Token token : whole.tokens()) {
      if (token.source() != Source.FIRST || seen++ < most) {
        kept.add(token);
      }
    }
    return new Windows(form.length(), form.stride(), Source.SECOND).of(new Encoding(kept));
  }

  private static int specials(Encoding whole) {
    return whole.count(Source.SPECIAL);
  }

  private void row(Encoding encoding, int example, CodePoints context) {
    for (Token token : encoding.tokens()) {
      tokens.add(token.id());
      segments.add(token.type());
      if (context != null) {
        boolean inside = token.source() == Source.SECOND;
        starts.add(inside ? context.unit(token.start()) : -1);
        ends.add(inside ? context.unit(token.end()) : -1);
      }
    }
    examples.add(example);
    offsets.add(tokens.size);
  }

  Truncated truncated() {
    return new Truncated(cutExamples, cutTokens, allTokens);
  }

  /** As {@link TokenTable} wants them. */
  List<StoredTensor> tensors() {
    List<StoredTensor> tensors =
        new ArrayList<>(
            List.of(
                tokens.tensor("tokens"), offsets.tensor("offsets"), examples.tensor("examples")));
    if (form.hasWindows()) {
      tensors.add(starts.tensor("starts"));
      tensors.add(ends.tensor("ends"));
    }
    tensors.add(segments.bytes("segments"));
    return tensors;
  }

  /** Whole numbers, one behind the other. */
  private static final class Numbers {

    private int[] values = new int[1024];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, Math.multiplyExact(size, 2));
      }
      values[size++] = value;
    }

    StoredTensor tensor(String name) {
      return StoredTensor.of(name, Arrays.copyOf(values, size));
    }

    StoredTensor bytes(String name) {
      ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
      for (int i = 0; i < size; i++) {
        bytes.put(i, (byte) values[i]);
      }
      return new StoredTensor(name, StoredType.U8, new long[] {size}, bytes);
    }
  }
}
