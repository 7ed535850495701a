package dev.hypersweep.trainer.data;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that fails once more came of it than there may be. */
final class Bounded extends FilterInputStream {

  private final long most;
  private long came;

  Bounded(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    int one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    count(Math.max(0, n));
    return n;
  }

  @Override
  public long skip(long wanted) throws IOException {
    long n = super.skip(wanted);
    count(n);
    return n;
  }

  private void count(long more) throws IOException {
    came += more;
    if (came > most) {
      throw new IOException("unpacks to more than " + most + " bytes");
    }
  }
}
