package dev.hypersweep.cli.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypersweep.cli.home.Home;
import dev.hypersweep.cli.launcher.Waiting;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChildrenTest {

  @TempDir Path folder;
  private Children children;

  @BeforeEach
  void home() {
    children = new Children(new Home(folder));
  }

  @AfterEach
  void stop() {
    children.stop();
  }

  @Test
  void workersEndBeforeTheOrchestrator() throws Exception {
    Path order = folder.resolve("order");
    String ends =
        "trap 'echo %s >>" + order + "; exit' TERM; echo ready; while :; do sleep 0.05; done";
    Child orchestrator = shell("orchestrator", ends.formatted("orchestrator"));
    Child worker = shell("worker", ends.formatted("worker"));
    children.start(orchestrator);
    children.start(worker);
    Waiting.until(() -> said(orchestrator, "ready") && said(worker, "ready"));

    children.stop();

    assertThat(Files.readAllLines(order)).containsExactly("worker", "orchestrator");
  }

  @Test
  void aChildLeadsASessionOfItsOwn() {
    Child child = shell("child", "cut -d ' ' -f 6 /proc/$$/stat; echo end; exec sleep 60");
    children.start(child);
    Waiting.until(() -> said(child, "end"));

    assertThat(child.lastWords(2).get(0).strip()).isEqualTo(Long.toString(child.pid()));
  }

  @Test
  void aChildThatDiesEarlyIsQuoted() {
    Child child = shell("child", "echo the port 8484 is in use; exit 1");
    children.start(child);

    assertThatThrownBy(
            () -> new Patience("the child", Duration.ofSeconds(20), child).until(Optional::empty))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining("the child ended before it was ready")
        .hasMessageContaining("the port 8484 is in use")
        .hasMessageContaining(child.log().toString());
  }

  @Test
  void onlyThePresentStartIsQuoted() {
    Child child = shell("child", "echo start $$; exit 1");
    children.start(child);
    Waiting.until(() -> !child.lives());
    children.start(child);
    Waiting.until(() -> !child.lives());

    assertThat(child.lastWords(20)).containsExactly("start " + child.pid());
  }

  @Test
  void nothingIsStartedOnceTheStopBegan() {
    children.stop();

    assertThatThrownBy(() -> children.start(shell("late", "sleep 60")))
        .isInstanceOf(CannotStart.class);
  }

  private Child shell(String name, String script) {
    return new Child(name, List.of("sh", "-c", script), Map.of(), folder.resolve(name + ".log"));
  }

  private static boolean said(Child child, String word) {
    return child.lastWords(20).contains(word);
  }
}
