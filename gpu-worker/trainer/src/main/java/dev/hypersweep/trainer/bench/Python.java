package dev.hypersweep.trainer.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Python, and whether it has PyTorch.
 *
 * @param program as it is started
 * @param torch version of its PyTorch; null if there is none
 * @param missing what is missing and how to get it; null if nothing is
 */
record Python(String program, String torch, String missing) {

  private static final String SCRIPT = "pytorch_steps.py";
  private static final long PATIENCE = 120;

  /** Asks that Python for its PyTorch. */
  static Python find(String program) {
    try {
      Process process =
          new ProcessBuilder(program, "-c", "import torch; print(torch.__version__)")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String version =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor(PATIENCE, TimeUnit.SECONDS) && process.exitValue() == 0) {
        return new Python(program, version, null);
      }
      return new Python(
          program,
          null,
          program
              + " cannot import torch: `"
              + program
              + " -m pip install torch` (a few GB), or name another Python with --python");
    } catch (IOException e) {
      return new Python(
          program,
          null,
          "no Python at '" + program + "': name one that has torch with --python PATH");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Starts PyTorch's side of a variant from the weights that ours has written. */
  StepProcess start(Workload workload, Variant variant, Path weights) throws IOException {
    List<String> command = new ArrayList<>(List.of(program, script(SCRIPT).toString()));
    command.addAll(List.of("--weights", weights.toString()));
    command.addAll(WorkloadOptions.write(workload));
    return new StepProcess(new Side(Side.PYTORCH, variant), command);
  }

  /** A script of this package as a file, until this process ends. */
  static Path script(String name) throws IOException {
    Path file = Files.createTempFile("hypersweep-", "-" + name);
    file.toFile().deleteOnExit();
    try (InputStream text = Python.class.getResourceAsStream(name)) {
      Files.write(file, text.readAllBytes());
    }
    return file;
  }
}
