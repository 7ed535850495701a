package dev.hypersweep.orchestrator.problem;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongFunction;

/** Ends with a problem when more is read than may be. */
final class BoundedStream extends FilterInputStream {

  private final long limit;
  private final LongFunction<ProblemException> problem;
  private long read;

  BoundedStream(InputStream stream, long limit, LongFunction<ProblemException> problem) {
    super(stream);
    this.limit = limit;
    this.problem = problem;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int n = super.read(bytes, offset, length);
    count(Math.max(0, n));
    return n;
  }

  private void count(int bytes) {
    read += bytes;
    if (read > limit) {
      throw problem.apply(limit);
    }
  }
}
