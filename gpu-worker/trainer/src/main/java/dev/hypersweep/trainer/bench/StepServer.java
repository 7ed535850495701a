package dev.hypersweep.trainer.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hypersweep.trainer.environment.ResidentMemory;
import dev.hypersweep.trainer.nn.DerivedValues;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * A process with one model. It reads a command per line and answers each with a line of JSON:
 *
 * <pre>
 *   train K    K training steps            -> {"seconds": [..], "cpu": [..], "loss": x}
 *   infer K    K forward passes after one  -> {"seconds": [..], "cpu": [..], "loss": x}
 *   losses K   K noiseless training steps from the beginning -> {"loss": [..]}
 *   save FILE  writes the beginning weights, as safetensors  -> {"saved": FILE}
 *   memory     -> {"resident": bytes, "live": tensors}
 *   quit
 * </pre>
 */
public final class StepServer {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final SteppedModel model;
  private final PrintStream answers;

  private StepServer(SteppedModel model, PrintStream answers) {
    this.model = model;
    this.answers = answers;
  }

  /**
   * @param arguments variant, then {@code --name value} of the workload
   */
  public static void main(String[] arguments) throws IOException {
    PrintStream answers =
        new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    System.setOut(System.err);
    List<String> rest = List.of(arguments).subList(1, arguments.length);
    Workload workload = WorkloadOptions.read(new Arguments(rest));
    try (SteppedModel model = new SteppedModel(workload, Variant.titled(arguments[0]))) {
      new StepServer(model, answers).serve();
    }
    System.exit(0); // DJL's own threads would keep the process
  }

  private void serve() throws IOException {
    ObjectNode ready = JSON.createObjectNode();
    ready.put("parameters", model.parameters());
    answers.println(ready);
    BufferedReader commands =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = commands.readLine(); line != null; line = commands.readLine()) {
      String[] words = line.split(" ", 2);
      if (words[0].equals("quit")) {
        return;
      }
      answers.println(answer(words[0], words.length > 1 ? words[1] : ""));
    }
  }

  private ObjectNode answer(String command, String argument) throws IOException {
    return switch (command) {
      case "train" -> timed(Integer.parseInt(argument), () -> model.train(true));
      case "infer" -> {
        try (DerivedValues derived = model.derived()) {
          model.infer(derived);
          yield timed(Integer.parseInt(argument), () -> model.infer(derived));
        }
      }
      case "losses" -> losses(Integer.parseInt(argument));
      case "save" -> {
        model.restart();
        BenchWeights.save(model.weights(), Path.of(argument));
        yield JSON.createObjectNode().put("saved", argument);
      }
      case "memory" ->
          JSON.createObjectNode().put("resident", ResidentMemory.bytes()).put("live", model.live());
      default -> throw new IllegalArgumentException("unknown command " + command);
    };
  }

  private ObjectNode timed(int times, Supplier<Float> work) {
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode seconds = answer.putArray("seconds");
    ArrayNode cpu = answer.putArray("cpu");
    for (int i = 0; i < times; i++) {
      double busy = ProcessorTime.seconds();
      long began = System.nanoTime();
      answer.put("loss", work.get());
      seconds.add((System.nanoTime() - began) / 1e9);
      cpu.add(ProcessorTime.seconds() - busy);
    }
    return answer;
  }

  private ObjectNode losses(int steps) {
    model.restart();
    ObjectNode answer = JSON.createObjectNode();
    ArrayNode losses = answer.putArray("loss");
    for (int i = 0; i < steps; i++) {
      losses.add(model.train(false));
    }
    model.restart();
    return answer;
  }
}
