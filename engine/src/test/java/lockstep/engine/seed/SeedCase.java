package lockstep.engine.seed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import lockstep.diagnostic.Place;
import lockstep.engine.Progress;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.project.Environment;
import lockstep.engine.project.SeedSettings;
import lockstep.engine.seed.SeedRun.Ending;
import lockstep.engine.workflow.SeedDatabase;
import org.junit.jupiter.api.io.TempDir;

/// A folder of data files that goes into a database, and what came of it in few words.
abstract class SeedCase {
  private static final Duration LOCK_TIMEOUT = Duration.ofMillis(1500);

  @TempDir Path folder;

  static List<String> rows(ShadowDatabase database, String query) {
    return database.session().query(query, it -> it.text(1));
  }

  static List<String> summary(SeedRun.Outcome outcome) {
    assertThat(outcome.diagnostics()).isEmpty();
    return outcome.tables().stream()
        .map(
            it ->
                "%s %d/%d/%d/%d"
                    .formatted(it.table(), it.rows(), it.inserted(), it.updated(), it.others()))
        .toList();
  }

  static List<String> places(SeedRun.Outcome outcome) {
    assertThat(outcome.diagnostics().isEmpty() || outcome.tables().isEmpty()).isTrue();
    assertThat(outcome.diagnostics())
        .allMatch(it -> it.advice().isPresent(), "has an advice")
        .allMatch(it -> it.place().isPresent() || !(it.code() instanceof SeedCode), "has a place");
    return outcome.diagnostics().stream()
        .map(it -> it.code().id() + " " + it.place().map(SeedCase::place).orElse("nowhere"))
        .toList();
  }

  private static String place(Place place) {
    return switch (place) {
      case Place.InText(var source, var span) -> {
        var at = source.position(span.start());
        yield "%s:%d:%d".formatted(source.name(), at.line(), at.column());
      }
      case Place.File(var file) -> file;
      case Place.InFile _, Place.InSource _ -> place.toString();
    };
  }

  SeedRun.Outcome seed(ShadowDatabase database) {
    return seed(database, SeedSettings.NONE, Ending.KEPT);
  }

  SeedRun.Outcome seed(ShadowDatabase database, SeedSettings settings, Ending ending) {
    return seed(database.url(), settings, ending);
  }

  SeedRun.Outcome seed(ConnectionUrl url, SeedSettings settings, Ending ending) {
    return SeedDatabase.run(
        new SeedDatabase.Request(
            folder,
            settings,
            url,
            ending,
            LOCK_TIMEOUT,
            new Environment(Map.of(), folder, folder),
            Progress.SILENT));
  }

  void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
