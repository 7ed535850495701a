package dev.hypersweep.acceptance;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who may import whom. */
class ArchitectureTest {

  private static final Map<String, String> FOLDERS =
      Map.of(
          "protocol", "protocol",
          "source", "source",
          "catalogue", "catalogue",
          "statistics", "statistics",
          "sweeps", "sweeps",
          "orchestrator", "orchestrator",
          "agent", "gpu-worker/agent",
          "trainer", "gpu-worker/trainer",
          "cli", "cli");

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .importPaths(
              FOLDERS.values().stream()
                  .map(folder -> Project.ROOT.resolve(folder).resolve("target/classes"))
                  .toArray(Path[]::new));

  @Test
  void everyModuleIsLookedAt() {
    for (String module : FOLDERS.keySet()) {
      assertThat(
              CLASSES.stream()
                  .anyMatch(c -> c.getPackageName().startsWith("dev.hypersweep." + module)))
          .as("classes of " + module)
          .isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "protocol, ''",
    "source, ''",
    "catalogue, source",
    "statistics, ''",
    "sweeps, source protocol catalogue statistics",
    "trainer, source protocol catalogue statistics",
    "orchestrator, source protocol catalogue statistics sweeps",
    "agent, protocol",
    "cli, protocol"
  })
  void aModuleImportsOnlyWhatItMay(String module, String allowed) {
    Set<String> may = Set.copyOf(Arrays.asList(allowed.split(" ")));
    List<String> forbidden =
        FOLDERS.keySet().stream()
            .filter(other -> !other.equals(module) && !may.contains(other))
            .map(other -> "dev.hypersweep." + other + "..")
            .toList();
    noClasses()
        .that()
        .resideInAPackage("dev.hypersweep." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(forbidden.toArray(String[]::new))
        .check(CLASSES);
  }

  @ParameterizedTest
  @CsvSource({"source", "sweeps", "catalogue", "statistics", "protocol"})
  void pureModulesKnowNoFramework(String module) {
    noClasses()
        .that()
        .resideInAPackage("dev.hypersweep." + module + "..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "jakarta..", "ai.djl..", "java.sql..")
        .check(CLASSES);
  }

  @Test
  void theTrainersPackagesHaveNoCircle() {
    slices().matching("dev.hypersweep.trainer.(*)..").should().beFreeOfCycles().check(CLASSES);
  }
}
