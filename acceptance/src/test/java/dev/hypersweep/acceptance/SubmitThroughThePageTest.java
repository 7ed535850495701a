package dev.hypersweep.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person queues a sweep in the browser and reads its result on the leaderboard. */
class SubmitThroughThePageTest {

  private static final double MINUTES = 60_000;

  @BeforeAll
  static void aBrowserIsThere() {
    if ("true".equals(System.getenv("CI"))) {
      assertThat(Project.chromium()).as("a browser: apt-get install chromium").isNotNull();
    }
    assumeTrue(Project.chromium() != null, "needs a browser: apt-get install chromium");
  }

  @Test
  void aSweepTypedIntoThePageReachesItsLeaderboardRow(@TempDir Path home) {
    try (House house = House.with(home, 2);
        Playwright playwright =
            Playwright.create(
                new Playwright.CreateOptions()
                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = launch(playwright)) {
      Page page = browser.newPage();
      List<String> errors = new ArrayList<>();
      page.onPageError(errors::add);

      page.navigate(house.api().root() + "/sweeps/new");
      Locator editor =
          page.getByRole(
              AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Definition in YAML"));
      type(page, editor, "name: from the page\nvariant: [dense]\n");
      assertThat(page.getByText("did you mean variants").first()).isVisible();

      type(page, editor, TinySweep.named("from the page").variants("dense, moe, hypermoe").yaml());
      Locator submit =
          page.getByRole(
              AriaRole.BUTTON,
              new Page.GetByRoleOptions().setName(Pattern.compile("Submit 6 runs")));
      submit.click();

      assertThat(page).hasURL(Pattern.compile("/sweeps/\\d+"));
      assertThat(page.locator("[data-state=FINISHED]").first())
          .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(2 * MINUTES));

      page.navigate(house.api().root() + "/leaderboards/wordnet?rows=all");
      JsonNode board = house.api().get("/api/v1/leaderboards/wordnet");
      assertThat(board.get("rows")).hasSize(3);
      for (JsonNode row : board.get("rows")) {
        JsonNode verb = row.get("cells").get(1);
        assertThat(verb.get("n").asInt()).isEqualTo(2);
        Locator variant =
            page.getByText(row.get("variant").asText(), new Page.GetByTextOptions().setExact(true));
        assertThat(
                page.getByRole(AriaRole.ROW)
                    .filter(new Locator.FilterOptions().setHas(variant))
                    .first())
            .containsText(twoDigits(verb.get("mean").asDouble()));
      }
      assertThat(errors).as("errors on the page").isEmpty();
    }
  }

  /** Rounded, or the beginning of more digits. */
  private static Pattern twoDigits(double mean) {
    return Pattern.compile(
        String.format(Locale.ROOT, "%.2f", mean)
            + "|"
            + String.format(Locale.ROOT, "%.2f", Math.floor(mean * 100) / 100));
  }

  private static void type(Page page, Locator editor, String text) {
    editor.click();
    page.keyboard().press("ControlOrMeta+a");
    page.keyboard().insertText(text);
  }

  private static Browser launch(Playwright playwright) {
    return playwright
        .chromium()
        .launch(
            new BrowserType.LaunchOptions()
                .setExecutablePath(Project.chromium())
                .setHeadless(true)
                .setArgs(
                    List.of(
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-quic",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--disable-sync")));
  }
}
