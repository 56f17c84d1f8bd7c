package lockstep.engine.source.prisma;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import lockstep.diagnostic.Code;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.engine.Reason;
import lockstep.engine.project.ProjectCode;
import lockstep.migration.Migration;
import lockstep.migration.MigrationCode;
import lockstep.text.SourceText;

/// A folder of migrations as Prisma lays it out, read: one folder each, with `migration.sql`.
public final class MigrationFolder {
  /// Says for which kind of database they are.
  public static final String LOCK_FILE = "migration_lock.toml";

  public static final String SCRIPT = "migration.sql";
  public static final String DOWN = "down.sql";

  private static final Pattern PROVIDER =
      Pattern.compile("^\\s*provider\\s*=\\s*[\"'](.*?)[\"']", Pattern.MULTILINE);

  private final Function<Path, String> show;
  private final List<Migration> migrations = new ArrayList<>();
  private final List<Diagnostic> diagnostics = new ArrayList<>();
  private final Set<String> unread = new TreeSet<>();

  private MigrationFolder(Function<Path, String> show) {
    this.show = show;
  }

  /// Reads all migrations, ordered by the names of their folders as Prisma orders them.
  ///
  /// @param show how messages name a path
  public static MigrationFolder read(Path folder, Function<Path, String> show) {
    var read = new MigrationFolder(show);
    try {
      read.all(folder);
    } catch (IOException e) {
      read.report(ProjectCode.FILE_UNREADABLE, folder, reason(e), "Let this user read it.");
    }
    return read;
  }

  /// Reads all migrations of a folder; where there is none yet, there are none of them either.
  public static MigrationFolder begin(Path folder, Function<Path, String> show) {
    return Files.exists(folder) ? read(folder, show) : new MigrationFolder(show);
  }

  public List<Migration> migrations() {
    return List.copyOf(migrations);
  }

  /// Returns why migrations are missing here; empty when all could be read.
  public List<Diagnostic> diagnostics() {
    return List.copyOf(diagnostics);
  }

  /// Returns the names of the folders that are here, and of which that is said already.
  public Set<String> unread() {
    return Set.copyOf(unread);
  }

  private void all(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      report(
          ProjectCode.FILE_MISSING,
          folder,
          "There is no such folder of migrations.",
          "Name it by `--dir`, or as `dir` under `[migrations]` in lockstep.toml.");
      return;
    }
    provider(folder.resolve(LOCK_FILE));
    try (var entries = Files.list(folder)) {
      for (var it : entries.filter(Files::isDirectory).sorted().toList()) {
        var before = migrations.size();
        migration(it);
        if (migrations.size() == before) {
          unread.add(it.getFileName().toString());
        }
      }
    }
  }

  private void provider(Path lockFile) throws IOException {
    if (!Files.isRegularFile(lockFile)) {
      return;
    }
    var provider = PROVIDER.matcher(Files.readString(lockFile));
    if (provider.find() && !provider.group(1).startsWith("postgres")) {
      report(
          MigrationCode.OTHER_PROVIDER,
          lockFile,
          "These migrations are written for `%s`, not for PostgreSQL.".formatted(provider.group(1)),
          "Begin a new history: SQL of another database does not run here.");
    }
  }

  private void migration(Path folder) throws IOException {
    var script = folder.resolve(SCRIPT);
    if (!Files.isRegularFile(script)) {
      report(
          MigrationCode.SCRIPT_MISSING,
          folder,
          "The folder has no file `migration.sql`.",
          holdsMigrations(folder)
              ? "It holds migrations itself: name it as the folder of migrations."
              : "Bring the file back, or remove the folder.");
      return;
    }
    var down = folder.resolve(DOWN);
    text(script)
        .ifPresent(
            it ->
                migrations.add(
                    new Migration(
                        folder.getFileName().toString(),
                        it,
                        Files.isRegularFile(down) ? text(down) : Optional.empty())));
  }

  private static boolean holdsMigrations(Path folder) throws IOException {
    try (var entries = Files.list(folder)) {
      return entries.anyMatch(it -> Files.isRegularFile(it.resolve(SCRIPT)));
    }
  }

  /// Reads every byte, a mark at the beginning too: the checksum is of all of them.
  private Optional<SourceText> text(Path file) {
    try {
      return Optional.of(SourceText.of(show.apply(file), Files.readString(file)));
    } catch (CharacterCodingException _) {
      report(ProjectCode.NOT_TEXT, file, "The file is not text in UTF-8.", "Save it in UTF-8.");
    } catch (IOException e) {
      report(ProjectCode.FILE_UNREADABLE, file, reason(e), "Let this user read it.");
    }
    return Optional.empty();
  }

  private static String reason(IOException e) {
    return "It cannot be read: %s.".formatted(Reason.of(e));
  }

  private void report(Code code, Path path, String fact, String advice) {
    diagnostics.add(Diagnostic.of(code, new Place.File(show.apply(path)), fact).withAdvice(advice));
  }
}
