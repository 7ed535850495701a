package dev.hypersweep.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypersweep.cli.command.Surroundings;
import dev.hypersweep.cli.text.Style;
import dev.hypersweep.cli.text.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @TempDir Path home;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nonsense",
        "sweep",
        "sweep one",
        "run 1 2",
        "plan",
        "plan no-such-file.yaml",
        "leaderboard",
        "audit x",
        "up --workers -1",
        "up --port 70000",
        "up --port x",
        "demo --port 70000",
        "leaderboard wordnet --csv --json",
        "demo now",
        "sweeps --colour",
        "bench",
        "bench dispatch"
      })
  void wrongUsageHasStatusTwoAndSaysWhy(String arguments) {
    assertThat(run(Map.of(), arguments)).isEqualTo(2);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(err.toString(StandardCharsets.UTF_8)).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "demo",
        "up",
        "plan",
        "submit",
        "sweeps",
        "sweep",
        "run",
        "workers",
        "leaderboard",
        "audit",
        "bench",
        "submission",
        "pause",
        "resume",
        "cancel"
      })
  void everyCommandExplainsItself(String command) {
    assertThat(run(Map.of(), command + " --help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: hypersweep " + command);
  }

  @Test
  void guessesBeginAsWhatWasTyped() {
    run(Map.of(), "nonsense");
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("hypersweep: there is no command 'nonsense'")
        .doesNotContain("Did you mean");
    run(Map.of(), "supmit");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("Did you mean: submit");
    run(Map.of(), "sweep one");
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("'one' is not a whole number");
  }

  @Test
  void helpIsACommandToo() {
    assertThat(run(Map.of(), "help plan")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("Usage: hypersweep plan");
  }

  @Test
  void aFolderIsNoDefinition() {
    assertThat(run(Map.of(), "plan " + home)).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8).lines())
        .containsExactly("hypersweep: " + home + ": a folder, not a definition");
  }

  @Test
  void aHugeDefinitionIsRefusedByNameBeforeItIsSent() throws Exception {
    Path huge = Files.writeString(home.resolve("huge.yaml"), "#".repeat(2 << 20));
    assertThat(run(Map.of(), "plan " + huge)).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith(huge + ": 2,097,152 bytes, and a definition has 1,048,576 at most");
  }

  @Test
  void noServerIsANoThatSaysHowToStartOne() throws Exception {
    int free;
    try (ServerSocket socket = new ServerSocket(0)) {
      free = socket.getLocalPort();
    }

    assertThat(run(Map.of("HYPERSWEEP_PORT", Integer.toString(free)), "sweeps")).isEqualTo(1);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("http://127.0.0.1:" + free)
        .contains("./hypersweep up");
  }

  @Test
  void anAddressThatIsNoneIsWrongUsage() {
    assertThat(run(Map.of("HYPERSWEEP_URL", "ftp://x"), "sweeps")).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("ftp://x");
  }

  @Test
  void helpNamesTheCommandsOfEveryProgram() throws Exception {
    List<String> commands =
        Pattern.compile("^ +([a-z |-]+)\\) part=(?:trainer|sweeps) ;;$", Pattern.MULTILINE)
            .matcher(Files.readString(Path.of("../hypersweep")))
            .results()
            .flatMap(line -> Stream.of(line.group(1).split(" \\| ")))
            .toList();

    run(Map.of(), "--help");

    assertThat(commands).contains("train", "ask", "samplers");
    assertThat(out.toString(StandardCharsets.UTF_8)).contains(commands);
  }

  @Test
  void whatStandsInTheListOfCommandsIsAWholeSentence() {
    run(Map.of(), "--help");
    String help = out.toString(StandardCharsets.UTF_8);
    String commands =
        help.substring(help.indexOf("Commands:"), help.indexOf("Commands that"))
            .replaceAll("\n {10,}", " ");
    assertThat(commands.lines().skip(1).filter(line -> !line.isBlank()))
        .hasSizeGreaterThan(10)
        .allSatisfy(line -> assertThat(line).endsWith("."));
  }

  private int run(Map<String, String> more, String arguments) {
    Map<String, String> environment = new java.util.HashMap<>(more);
    environment.put("HYPERSWEEP_HOME", home.toString());
    Terminal terminal = new Terminal(stream(out), stream(err), Style.PLAIN, Style.PLAIN, false);
    Surroundings surroundings = new Surroundings(environment, terminal, home);
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ");
    return Main.commandLine(surroundings).execute(words);
  }

  private static PrintStream stream(ByteArrayOutputStream bytes) {
    return new PrintStream(bytes, true, StandardCharsets.UTF_8);
  }
}
