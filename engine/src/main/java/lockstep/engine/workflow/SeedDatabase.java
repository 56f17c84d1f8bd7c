package lockstep.engine.workflow;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import lockstep.engine.Progress;
import lockstep.engine.postgres.ConnectionUrl;
import lockstep.engine.project.Environment;
import lockstep.engine.project.SeedSettings;
import lockstep.engine.seed.DataFiles;
import lockstep.engine.seed.SeedRun;
import lockstep.engine.source.sql.SqlFiles;

/// Brings the rows of data files into a database, again and again with the same outcome.
public final class SeedDatabase {
  private SeedDatabase() {}

  /// @param files a folder, or one file of it
  /// @param lockTimeout how long to wait for others at a time
  public record Request(
      Path files,
      SeedSettings settings,
      ConnectionUrl database,
      SeedRun.Ending ending,
      Duration lockTimeout,
      Environment environment,
      Progress progress) {}

  /// Reads everything that stands in files before the database is asked.
  public static SeedRun.Outcome run(Request request) {
    var files = DataFiles.read(request.files(), request.environment()::show);
    if (!files.diagnostics().isEmpty()) {
      return new SeedRun.Outcome(List.of(), files.diagnostics());
    }
    var isWhole = Files.isDirectory(request.files());
    var folder = request.files().resolve(DataFiles.CHECKS);
    var checks =
        isWhole && Files.isDirectory(folder)
            ? SqlFiles.read(folder, request.environment()::show)
            : new SqlFiles(List.of(), List.of());
    if (!checks.diagnostics().isEmpty()) {
      return new SeedRun.Outcome(List.of(), checks.diagnostics());
    }
    var settings = isWhole ? request.settings() : request.settings().expecting(files::isOf);
    return SeedRun.of(
        new SeedRun.Request(
            files,
            checks.scripts(),
            settings,
            request.database(),
            request.ending(),
            request.lockTimeout(),
            request.progress()));
  }
}
