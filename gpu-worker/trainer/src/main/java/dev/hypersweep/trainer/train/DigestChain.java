package dev.hypersweep.trainer.train;

import dev.hypersweep.protocol.Sha256;
import dev.hypersweep.protocol.StepDigests;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/**
 * The chain of {@link StepDigests}: digest s = SHA-256(digest s-1, 32 bytes; the numbers of the
 * step's examples, the bits of its loss and of its gradient norm before clipping, as big-endian
 * 32-bit words). Digest 0 is 32 zero bytes.
 */
public final class DigestChain {

  /** Digest 0 in hex. */
  public static final String START = "0".repeat(64);

  private byte[] last;
  private long nextUnread;
  private List<String> unread = new ArrayList<>();

  /** A chain that goes on after {@code step} steps with the digest of the last of them. */
  public DigestChain(long step, String digest) {
    last = HexFormat.of().parseHex(digest);
    nextUnread = step + 1;
  }

  /** Adds a step. */
  public void add(int[] examples, float loss, float gradientNorm) {
    ByteBuffer words = ByteBuffer.allocate(32 + 4 * (examples.length + 2));
    words.put(last);
    for (int example : examples) {
      words.putInt(example);
    }
    words.putInt(Float.floatToRawIntBits(loss)).putInt(Float.floatToRawIntBits(gradientNorm));
    last = Sha256.digest().digest(words.array());
    unread.add(head());
  }

  /** The digest of the last step, lower-case hex. */
  public String head() {
    return HexFormat.of().formatHex(last);
  }

  /** The digests since the last call, or null if there are none. */
  public StepDigests take() {
    if (unread.isEmpty()) {
      return null;
    }
    StepDigests taken = new StepDigests(nextUnread, unread);
    nextUnread += unread.size();
    unread = new ArrayList<>();
    return taken;
  }
}
