package dev.hypersweep.trainer.checkpoint;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Python's pickle format (protocols 2 to 5, Python's pickletools) as far as a checkpoint of
 * tensors needs it. It executes nothing: names are those of {@link PickledGlobal}, calls those of
 * {@link PickledCalls}. What it holds is bounded by the bytes it reads, whatever these claim.
 *
 * <p>None is null, integers are {@code Long}, tuples unmodifiable lists, dictionaries maps with
 * texts as keys.
 */
final class Unpickler {

  private static final int MOST_OPCODES = 4_000_000;
  private static final int HIGHEST_STACK = 100_000;

  private final PickleBytes in;
  private final Deque<Integer> marks = new ArrayDeque<>();
  private final List<Object> stack = new ArrayList<>();
  private final Map<Integer, Object> memo = new HashMap<>();

  private Unpickler(ByteBuffer pickle) {
    this.in = new PickleBytes(pickle);
  }

  /**
   * Reads one pickle, up to its end.
   *
   * @param pickle its position moves behind the pickle
   * @throws MalformedCheckpoint without a file name; the caller adds it
   */
  static Object read(ByteBuffer pickle) {
    return new Unpickler(pickle).run();
  }

  private Object run() {
    for (int count = 0; count < MOST_OPCODES; count++) {
      int opcode = in.unsignedByte();
      if (opcode == '.') {
        return pop();
      }
      step(opcode);
      if (stack.size() > HIGHEST_STACK || marks.size() > HIGHEST_STACK) {
        throw new MalformedCheckpoint("its pickle is nested too deeply");
      }
    }
    throw new MalformedCheckpoint("its pickle has more than " + MOST_OPCODES + " instructions");
  }

  private void step(int opcode) {
    switch (opcode) {
      case 0x80 -> in.unsignedByte(); // protocol
      case 0x95 -> in.skipFrame();
      case '(' -> marks.push(stack.size());
      case '0' -> pop();
      case 'N' -> push(null);
      case 0x88 -> push(true);
      case 0x89 -> push(false);
      case 'K' -> push((long) in.unsignedByte());
      case 'M' -> push((long) in.unsignedShort());
      case 'J' -> push((long) in.signedInt());
      case 0x8a -> push(in.wholeNumber());
      case 'G' -> push(in.bigEndianDouble());
      case 0x8c, 'U' -> push(in.text(in.unsignedByte()));
      case 'X', 'T' -> push(in.text(in.unsignedInt()));
      case 0x8d -> push(in.text(in.unsignedLong()));
      case ')' -> push(List.of());
      case 0x85 -> push(tuple(1));
      case 0x86 -> push(tuple(2));
      case 0x87 -> push(tuple(3));
      case 't' -> push(Collections.unmodifiableList(sinceMark()));
      case ']' -> push(new ArrayList<>(0));
      case 'a' -> append(tuple(1));
      case 'e' -> append(sinceMark());
      case '}' -> push(new LinkedHashMap<String, Object>(0));
      case 's' -> setItems(tuple(2));
      case 'u' -> setItems(sinceMark());
      case 'q' -> memo.put(in.unsignedByte(), peek());
      case 'r' -> memo.put(in.signedInt(), peek());
      case 0x94 -> memo.put(memo.size(), peek());
      case 'h' -> push(remembered(in.unsignedByte()));
      case 'j' -> push(remembered(in.signedInt()));
      case 'c' -> push(PickledGlobal.named(in.line(), in.line()));
      case 0x93 -> push(stackGlobal());
      case 'Q' -> push(PickledCalls.storage(pop()));
      case 'R' -> push(call());
      case 'b' -> build();
      default ->
          throw new MalformedCheckpoint(
              "its pickle has the instruction 0x%02x, which no checkpoint of tensors needs"
                  .formatted(opcode));
    }
  }

  private Object call() {
    Object arguments = pop();
    Object callable = pop();
    if (!(arguments instanceof List<?> list)) {
      throw new MalformedCheckpoint("it calls something without arguments");
    }
    return PickledCalls.call(callable, list);
  }

  private Object stackGlobal() {
    Object attribute = pop();
    Object module = pop();
    if (attribute instanceof String name && module instanceof String path) {
      return PickledGlobal.named(path, name);
    }
    throw new MalformedCheckpoint("it names a Python object by something that is no text");
  }

  /** Attributes of a dictionary, which PyTorch uses for versions: they say nothing of tensors. */
  private void build() {
    pop();
    if (!(peek() instanceof Map)) {
      throw new MalformedCheckpoint("it sets attributes of something that is no dictionary");
    }
  }

  private void append(List<Object> items) {
    if (!(peek() instanceof ArrayList<?>)) {
      throw new MalformedCheckpoint("it appends to something that is no list");
    }
    @SuppressWarnings("unchecked")
    List<Object> list = (List<Object>) peek();
    list.addAll(items);
  }

  private void setItems(List<Object> items) {
    if (!(peek() instanceof Map) || items.size() % 2 != 0) {
      throw new MalformedCheckpoint("it sets entries of something that is no dictionary");
    }
    @SuppressWarnings("unchecked")
    Map<String, Object> map = (Map<String, Object>) peek();
    for (int i = 0; i < items.size(); i += 2) {
      if (!(items.get(i) instanceof String key)) {
        throw new MalformedCheckpoint("a dictionary has a key that is no text");
      }
      if (map.put(key, items.get(i + 1)) != null) {
        throw new MalformedCheckpoint("the entry " + Quoted.text(key) + " stands twice");
      }
    }
  }

  private List<Object> tuple(int size) {
    return Collections.unmodifiableList(take(stack.size() - size));
  }

  private List<Object> sinceMark() {
    if (marks.isEmpty()) {
      throw new MalformedCheckpoint("its pickle is damaged: a mark is missing");
    }
    return take(marks.pop());
  }

  private List<Object> take(int from) {
    if (from < floor() || from > stack.size()) {
      throw new MalformedCheckpoint("its pickle is damaged: the stack ran empty");
    }
    List<Object> top = stack.subList(from, stack.size());
    List<Object> taken = new ArrayList<>(top);
    top.clear();
    return taken;
  }

  private int floor() {
    return marks.isEmpty() ? 0 : marks.peek();
  }

  private Object remembered(int index) {
    if (!memo.containsKey(index)) {
      throw new MalformedCheckpoint("its pickle is damaged: nothing is remembered as " + index);
    }
    return memo.get(index);
  }

  private void push(Object value) {
    stack.add(value);
  }

  private Object pop() {
    Object top = peek();
    stack.remove(stack.size() - 1);
    return top;
  }

  private Object peek() {
    if (stack.size() <= floor()) {
      throw new MalformedCheckpoint("its pickle is damaged: the stack ran empty");
    }
    return stack.get(stack.size() - 1);
  }
}
