package dev.hypersweep.sweeps;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every sweep that ships is valid. */
class ShippedDefinitionsTest {

  private static final Path FOLDER = Path.of("definitions");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void isValidAndNamedLikeItsFile(Path file) throws IOException {
    SweepDefinition definition = SweepDefinitions.read(Files.readString(file));
    assertThat(file.getFileName()).hasToString(definition.name() + ".yaml");
    assertThat(Trials.of(definition)).isNotEmpty();
  }

  @Test
  void theDemoHasFourVariantsOnTwoDatasetsWithThreeSeeds() throws IOException {
    SweepDefinition demo = SweepDefinitions.read(Files.readString(FOLDER.resolve("demo.yaml")));
    List<TrialPoint> trials = Trials.of(demo);
    assertThat(Matrix.inOrder(demo, trials)).hasSize(24);
    assertThat(trials).allSatisfy(one -> assertThat(one.settings()).containsEntry("steps", 400L));
  }
}
