package lockstep.check.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.PlainRenderer;
import lockstep.schema.Schema;
import lockstep.testing.GoldenCase;
import lockstep.testing.GoldenCases;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;

/// Each rule by itself: a folder that begins with its code, scripts `fires…` in which it finds
/// something, scripts `quiet…` in which it does not, and `before.sql`, which ran earlier.
class LintGoldenTest {
  @ParameterizedTest
  @GoldenCases("lint")
  void aRuleFiresWhereItMustAndNowhereElse(GoldenCase it) {
    var code = LintCode.find(it.name().substring(0, it.name().indexOf('-'))).orElseThrow();
    var out = new StringBuilder();
    for (var file : it.files()) {
      if (!file.endsWith(".sql") || file.equals("before.sql")) {
        continue;
      }
      var found = check(it, file, code);
      assertThat(found.isEmpty()).as(file).isEqualTo(file.startsWith("quiet"));
      found.forEach(diagnostic -> out.append(PlainRenderer.render(diagnostic)).append('\n'));
    }
    it.expect("findings.txt", out.toString());
  }

  private static List<Diagnostic> check(GoldenCase it, String file, LintCode code) {
    var scripts = new ArrayList<SourceText>();
    if (it.has("before.sql")) {
      scripts.add(it.source("before.sql"));
    }
    scripts.add(it.source(file));
    return Lint.check(scripts, Schema.empty(), only(code)).stream()
        .filter(found -> found.code() == code)
        .filter(found -> PlainRenderer.place(found.place().orElseThrow()).startsWith(file))
        .toList();
  }

  private static Levels only(LintCode code) {
    var levels = new LinkedHashMap<LintCode, Level>();
    for (var other : LintCode.values()) {
      levels.put(other, Level.OFF);
    }
    levels.put(code, code.level() == Level.OFF ? Level.WARNING : code.level());
    return new Levels(levels);
  }

  @Test
  void everyRuleHasACase() throws IOException {
    try (var cases = Files.list(Path.of("src", "test", "golden", "lint"))) {
      var codes =
          cases
              .map(it -> it.getFileName().toString())
              .map(it -> it.substring(0, it.indexOf('-')))
              .collect(Collectors.toSet());
      assertThat(codes)
          .containsExactlyInAnyOrderElementsOf(
              lockstep.check.lint.rule.Rules.ALL.stream()
                  .filter(it -> !it.code().needsDatabase())
                  .map(it -> it.code().id())
                  .toList());
    }
  }

  @Test
  void everyCodeHasAPage() {
    assertThat(LintCode.ids())
        .allSatisfy(
            it -> assertThat(Path.of("..", "docs", "diagnostics", it + ".md")).isRegularFile());
  }
}
