package dev.hypersweep.trainer.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TorchFileTest {

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void tensorsMayShareAStorageStartInsideItAndLieAcrossIt(int protocol) throws IOException {
    TorchFile file = TorchFile.open(saved(views(protocol), TorchZip.floats(0, 1, 2, 3, 4, 5)));

    assertThat(file.names()).containsExactly("whole", "transposed", "tail", "scalar", "none");
    assertThat(file.tensor("whole").shape()).containsExactly(2, 3);
    assertThat(file.tensor("whole").floats()).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(file.tensor("transposed").shape()).containsExactly(3, 2);
    assertThat(file.tensor("transposed").floats()).containsExactly(0, 3, 1, 4, 2, 5);
    assertThat(file.tensor("tail").floats()).containsExactly(4, 5);
    assertThat(file.tensor("scalar").shape()).isEmpty();
    assertThat(file.tensor("scalar").floats()).containsExactly(2);
    assertThat(file.tensor("none").floats()).isEmpty();
  }

  @Test
  void everyTypeOfStorageIsKnown() throws IOException {
    byte[] ones = new byte[16];
    ones[0] = 1;
    for (String[] type :
        List.of(
            new String[] {"HalfStorage", "F16"},
            new String[] {"BFloat16Storage", "BF16"},
            new String[] {"DoubleStorage", "F64"},
            new String[] {"LongStorage", "I64"},
            new String[] {"IntStorage", "I32"},
            new String[] {"ByteStorage", "U8"},
            new String[] {"BoolStorage", "BOOL"})) {
      Pickle pickle = new Pickle(2).raw('}', '(').text("t");
      pickle.tensor(type[0], "0", 2, 0, new long[] {2}, new long[] {1}).raw('u');
      StoredTensor tensor = TorchFile.open(saved(pickle.end(), ones)).tensor("t");
      assertThat(tensor.type().name()).isEqualTo(type[1]);
      assertThat(tensor.reals()[0]).isGreaterThan(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "builtins eval",
        "__builtin__ eval",
        "builtins exec",
        "posix system",
        "nt system",
        "os system",
        "subprocess Popen",
        "torch load",
        "torch._utils _rebuild_tensor_v9",
        "collections Counter",
        "torch UntypedStorage",
        "numpy.core.multiarray _reconstruct"
      })
  void aNameThatIsNotOnTheListIsRefusedAndNamed(String name) throws IOException {
    String[] parts = name.split(" ");
    for (int protocol : new int[] {2, 4}) {
      Pickle called = new Pickle(protocol).raw('}', '(').text("a").global(parts[0], parts[1]);
      refused(called.raw('(').text("open('PWNED', 'w')").raw('t', 'R', 'u').end())
          .withMessageContaining(parts[0] + "." + parts[1]);
      Pickle named = new Pickle(protocol).raw('}', '(').text("a").global(parts[0], parts[1]);
      refused(named.raw('u').end()).withMessageContaining(parts[0] + "." + parts[1]);
    }
    assertThat(folder.resolve("PWNED")).doesNotExist();
  }

  @Test
  void instructionsThatMakeObjectsInOtherWaysAreRefused() throws IOException {
    for (int opcode : new int[] {'i', 'o', 'P', 0x81, 0x82, 0x83, 0x84, 0x92, 'S', 'I', 0x8b}) {
      refused(new Pickle(2).raw('}', '(', opcode).end()).withMessageContaining("instruction");
    }
    refused(new Pickle(2).text("a").raw('}', 'b').end()).withMessageContaining("dictionary");
    refused(new Pickle(2).text("f").raw(')', 'R').end()).withMessageContaining("no function");
    refused(new Pickle(2).global("torch", "FloatStorage").raw(')', 'R').end())
        .withMessageContaining("storage class");
  }

  @Test
  void claimsThatTheFileDoesNotHoldAllocateNothing() throws IOException {
    refused(new Pickle(2).raw('X', 0xff, 0xff, 0xff, 0x7f).end()).withMessageContaining("claims");
    refused(new Pickle(4).raw(0x8d, 0, 0, 0, 0, 0, 0, 0, 0x80).end())
        .withMessageContaining("claims");
    long[] huge = {1L << 40};
    refused(view(1L << 40, 0, huge, new long[] {1})).withMessageContaining("storage 0");
    refused(view(6, 0, huge, new long[] {0})).withMessageContaining("contiguous()");
    refused(view(6, 0, new long[] {1L << 40, 1L << 40}, new long[] {0, 0}))
        .withMessageContaining("overflows");
    refused(view(6, 5, new long[] {2}, new long[] {1})).withMessageContaining("beyond");
    refused(view(6, -1, new long[] {2}, new long[] {1})).withMessageContaining("beyond");
    refused(view(6, 0, new long[] {-2}, new long[] {1})).withMessageContaining("negative");
    refused(view(6, 1L << 62, new long[] {2}, new long[] {1L << 62}))
        .withMessageContaining("overflows");
  }

  @Test
  void nestingAndSelfReferenceEndInARefusal() throws IOException {
    byte[] deep = new byte[2_000_000];
    Arrays.fill(deep, (byte) '(');
    refused(deep).withMessageContaining("deeply");
    Arrays.fill(deep, (byte) ']');
    refused(deep).withMessageContaining("deeply");
    // A list that holds itself, as a key and as a tensor.
    refused(new Pickle(2).raw('}', '(', ']', 'q', 0, 'h', 0, 'a', 'N', 'u').end())
        .withMessageContaining("key");
    refused(new Pickle(2).raw('}', '(').text("a").raw(']', 'q', 0, 'h', 0, 'a', 'u').end())
        .withMessageContaining("no tensor");
  }

  @Test
  void theFormatBeforeZipFilesIsReadToo() throws IOException {
    Path file = Files.write(folder.resolve("old.bin"), old(6, 24));
    TorchFile read = TorchFile.open(file);
    assertThat(read.tensor("transposed").floats()).containsExactly(0, 3, 1, 4, 2, 5);
    assertThat(read.tensor("tail").floats()).containsExactly(4, 5);
    refusedFile(Files.write(file, old(6, 23))).withMessageContaining("cut off");
    refusedFile(Files.write(file, old(5, 24))).withMessageContaining("claims 6 numbers");
    refusedFile(Files.write(file, old(1L << 60, 24))).withMessageContaining("cut off");
    refusedFile(Files.write(file, old(-1, 24))).withMessageContaining("cut off");
  }

  /** Magic number, version, machine, tensors, keys; one storage. */
  private static byte[] old(long elements, int bytes) {
    ByteBuffer file = ByteBuffer.allocate(4096).order(ByteOrder.LITTLE_ENDIAN);
    file.put(
        new Pickle(2)
            .raw(0x8a, 10, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19)
            .end());
    file.put(new Pickle(2).raw('M', 0xe9, 0x03).end());
    file.put(new Pickle(2).raw('}').text("little_endian").raw(0x88, 's').end());
    file.put(views(2)).put(new Pickle(2).raw(']').text("0").raw('a').end());
    file.putLong(elements).put(TorchZip.floats(0, 1, 2, 3, 4, 5), 0, bytes);
    return Arrays.copyOf(file.array(), file.position());
  }

  @Test
  void whateverByteIsDamagedTheFileIsReadOrRefused() throws IOException {
    byte[] pickle = views(2);
    Random random = new Random(3);
    int refused = 0;
    for (int at = 0; at < pickle.length; at++) {
      byte[] damaged = pickle.clone();
      damaged[at] ^= (byte) (1 + random.nextInt(255));
      try {
        TorchFile file = TorchFile.open(saved(damaged, TorchZip.floats(0, 1, 2, 3, 4, 5)));
        file.names().forEach(file::tensor);
      } catch (MalformedCheckpoint e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(pickle.length / 2);
  }

  @Test
  void onlyAPlainStateDictIsRead() throws IOException {
    refused(new Pickle(2).raw('}', '(').text("epoch").whole(3).raw('u').end())
        .withMessageContaining("epoch");
    refused(new Pickle(2).raw(']').end()).withMessageContaining("no dictionary");
  }

  @Test
  void compressedPartsAreRefused() throws IOException {
    Path path = folder.resolve("compressed.bin");
    try (TorchZip zip = new TorchZip(path)) {
      zip.stored("m/data.pkl", views(2)).compressed("m/data/0", new byte[1 << 20]);
    }
    refusedFile(path).withMessageContaining("compressed");
  }

  @Test
  void filesThatAreNoCheckpointAreRefused() throws IOException {
    Path empty = Files.write(folder.resolve("empty.bin"), new byte[0]);
    refusedFile(empty).withMessageContaining("torch.save did not write it");
    Path whole = saved(views(2), TorchZip.floats(0, 1, 2, 3, 4, 5));
    byte[] bytes = Files.readAllBytes(whole);
    Path cut = Files.write(folder.resolve("cut.bin"), Arrays.copyOf(bytes, bytes.length / 2));
    refusedFile(cut).withMessageContaining("damaged");
    Path other = folder.resolve("other.bin");
    try (TorchZip zip = new TorchZip(other)) {
      zip.stored("readme.txt", new byte[3]);
    }
    refusedFile(other).withMessageContaining("data.pkl");
    Path big = folder.resolve("big.bin");
    try (TorchZip zip = new TorchZip(big)) {
      zip.stored("m/data.pkl", views(2)).stored("m/data/0", new byte[24]);
      zip.stored("m/byteorder", "big".getBytes(StandardCharsets.US_ASCII));
    }
    refusedFile(big).withMessageContaining("little-endian");
  }

  private static byte[] view(long elements, long offset, long[] shape, long[] strides) {
    Pickle pickle = new Pickle(2).raw('}', '(').text("t");
    return pickle.tensor("FloatStorage", "0", elements, offset, shape, strides).raw('u').end();
  }

  private static byte[] views(int protocol) {
    Pickle pickle = new Pickle(protocol).orderedDict().raw('(').text("whole");
    pickle.tensor("FloatStorage", "0", 6, 0, new long[] {2, 3}, new long[] {3, 1});
    pickle.text("transposed");
    pickle.tensor("FloatStorage", "0", 6, 0, new long[] {3, 2}, new long[] {1, 3});
    pickle.text("tail").tensor("FloatStorage", "0", 6, 4, new long[] {2}, new long[] {1});
    pickle.text("scalar").tensor("FloatStorage", "0", 6, 2, new long[0], new long[0]);
    pickle.text("none").tensor("FloatStorage", "0", 6, 0, new long[] {0, 3}, new long[] {3, 1});
    return pickle.raw('u', '}', 'b').end();
  }

  private Path saved(byte[] pickle, byte[] storage) throws IOException {
    Path path = folder.resolve("pytorch_model.bin");
    try (TorchZip zip = new TorchZip(path)) {
      zip.stored("m/data.pkl", pickle).stored("m/data/0", storage);
    }
    return path;
  }

  private org.assertj.core.api.ThrowableAssertAlternative<MalformedCheckpoint> refused(
      byte[] pickle) throws IOException {
    return refusedFile(saved(pickle, new byte[24]));
  }

  private static org.assertj.core.api.ThrowableAssertAlternative<MalformedCheckpoint> refusedFile(
      Path path) {
    return assertThatExceptionOfType(MalformedCheckpoint.class)
        .isThrownBy(() -> TorchFile.open(path))
        .withMessageStartingWith(path.toString());
  }
}
