package lockstep.acceptance.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lockstep.acceptance.corpus.Corpus;
import lockstep.check.lint.Levels;
import lockstep.check.lint.Lint;
import lockstep.engine.source.sql.SqlFiles;
import lockstep.schema.Schema;
import org.junit.jupiter.api.Test;

/// Lint reads every script of the corpus, and finds in years of migrations what is to be expected.
class LintCorpusTest {
  @Test
  void everyScriptIsReadByItself() {
    for (var file : Corpus.open().sqlFiles()) {
      var scripts = SqlFiles.read(file, it -> it.toString()).scripts();
      assertThat(Lint.check(scripts, Schema.empty(), Levels.DEFAULT))
          .as(file.toString())
          .isNotNull();
    }
  }

  @Test
  void migrationsHaveTheHazardsOfMigrations() {
    var counts = new TreeMap<String, Integer>();
    for (var folder : Corpus.open().migrations()) {
      count(SqlFiles.read(folder, it -> it.toString()), counts);
    }
    System.out.println("standing: lint " + counts);
    assertThat(counts.keySet()).contains("LNT101", "LNT112", "LNT302", "LNT303", "LNT403");
    // The first migration of a project makes its tables: most foreign keys are on new ones.
    assertThat(counts.get("LNT112")).isLessThan(400);
  }

  private static void count(SqlFiles files, Map<String, Integer> counts) {
    List.copyOf(Lint.check(files.scripts(), Schema.empty(), Levels.DEFAULT))
        .forEach(it -> counts.merge(it.code().id(), 1, Integer::sum));
  }
}
