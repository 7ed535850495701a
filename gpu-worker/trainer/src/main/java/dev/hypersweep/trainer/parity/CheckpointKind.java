package dev.hypersweep.trainer.parity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hypersweep.trainer.checkpoint.CheckpointFolder;
import dev.hypersweep.trainer.checkpoint.MalformedCheckpoint;
import dev.hypersweep.trainer.checkpoint.StoredTensor;
import dev.hypersweep.trainer.checkpoint.TensorSource;
import dev.hypersweep.trainer.model.CausalInput;
import dev.hypersweep.trainer.model.StoredWeights;
import dev.hypersweep.trainer.model.gpt2.Gpt2;
import dev.hypersweep.trainer.model.gpt2.Gpt2Configuration;
import dev.hypersweep.trainer.model.gpt2.Gpt2Names;
import dev.hypersweep.trainer.nn.Pass;
import dev.hypersweep.trainer.nn.Weights;
import dev.hypersweep.trainer.tensor.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/**
 * One GPT-2 in several containers, and files that have to be refused: every container loads, those
 * of equal type hold equal tensors, and each gives its logits.
 */
final class CheckpointKind implements Kind {

  private static final String WEIGHT = "weight.";
  private static final String PREFIX = "transformer.";
  private static final String FLOAT32 = "logits.float32";

  @Override
  public void check(Case parityCase, Check check, Session session) throws IOException {
    Path folder = parityCase.folder();
    for (Map.Entry<String, JsonNode> entry :
        parityCase.description().path("containers").properties()) {
      CheckpointFolder checkpoint = open(folder.resolve(entry.getKey()), entry.getValue(), check);
      if (checkpoint != null) {
        String expect = entry.getValue().path("expect").asText();
        if (expect.equals(FLOAT32)) {
          weights(checkpoint, check);
        }
        logits(expect, checkpoint, parityCase, check, session);
      }
    }
    for (JsonNode file : parityCase.description().path("must_accept")) {
      check.equal(file.asText(), "accepted", verdict(folder.resolve(file.asText())));
    }
    parityCase
        .description()
        .path("must_reject")
        .properties()
        .forEach(entry -> refusals(folder.resolve(entry.getKey()), entry.getValue(), check));
  }

  /** Null if it is refused; that may be so for some. */
  private static CheckpointFolder open(Path folder, JsonNode rules, Check check)
      throws IOException {
    try {
      return CheckpointFolder.open(folder);
    } catch (MalformedCheckpoint e) {
      check.equal(folder.getFileName() + " (" + e.getMessage() + ")", true, mayReject(rules));
      return null;
    }
  }

  private static void logits(
      String expect, CheckpointFolder checkpoint, Case parityCase, Check check, Session session)
      throws IOException {
    Gpt2Configuration configuration = Gpt2Configuration.of(checkpoint.config()).withDropout(0);
    Gpt2 model = new Gpt2(configuration);
    Weights weights =
        StoredWeights.of(
            session,
            model.parameters(),
            Gpt2Names.prefixed(checkpoint),
            parityCase.type(),
            Gpt2Names.ignored(configuration));
    Rows ids = Rows.of(parityCase.inputs(), "input_ids");
    Rows mask = Rows.or(parityCase.inputs(), "attention_mask", ids, 1);
    try (Pass pass = Pass.evaluation(session, weights)) {
      CausalInput input = CausalInput.whole(ids.numbers(), mask.numbers());
      check.tensor(expect, model.apply(pass, input).logits());
    }
  }

  private static boolean mayReject(JsonNode rules) {
    return rules.path("may_reject").asBoolean(false);
  }

  private static void weights(TensorSource checkpoint, Check check) {
    for (String expected : check.names()) {
      if (expected.startsWith(WEIGHT)) {
        String name = expected.substring(WEIGHT.length());
        boolean old = !checkpoint.names().contains(name) && name.startsWith(PREFIX);
        StoredTensor tensor = checkpoint.tensor(old ? name.substring(PREFIX.length()) : name);
        check.numbers(expected, tensor.reals(), tensor.shape());
      }
    }
  }

  private static void refusals(Path folder, JsonNode files, Check check) {
    files
        .fieldNames()
        .forEachRemaining(
            name -> check.equal(name, "refused by name", verdict(folder.resolve(name))));
  }

  /** What becomes of a file when all of it is read. */
  private static String verdict(Path file) {
    Path harm = Path.of("PWNED");
    boolean before = Files.exists(harm);
    String verdict;
    try {
      TensorSource source = CheckpointFolder.container(file);
      long numbers = 0;
      for (String name : source.names()) {
        numbers += Arrays.stream(source.tensor(name).reals()).count();
      }
      verdict = numbers == 0 ? "accepted, but empty" : "accepted";
    } catch (MalformedCheckpoint e) {
      boolean named = e.getMessage().contains(file.getFileName().toString());
      verdict = named ? "refused by name" : "refused without its name: " + e.getMessage();
    } catch (IOException | RuntimeException e) {
      verdict = "failed: " + e;
    }
    return Files.exists(harm) == before ? verdict : "executed: it wrote " + harm.toAbsolutePath();
  }
}
