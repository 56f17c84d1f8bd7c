package lockstep.engine.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.check.drift.Bystanders;
import lockstep.diagnostic.Diagnostic;
import lockstep.diff.Change;
import lockstep.engine.EnvironmentException;
import lockstep.engine.postgres.spelling.CommonSpelling;
import lockstep.engine.project.Environment;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.sink.AtomicFile;
import lockstep.engine.sink.FileChange;
import lockstep.engine.sink.SinkCode;
import lockstep.engine.source.prisma.SchemaFiles;
import lockstep.mapping.Reading;
import lockstep.psl.PslCode;
import lockstep.psl.PslReader;
import lockstep.psl.merge.PslPull;
import lockstep.schema.Extension;
import lockstep.schema.Schema;
import lockstep.text.SourceText;

/// Writes what a database has into the files of a Prisma schema, and leaves alone what it does not
/// differ in.
public final class PullSchema {
  /// The file that is made where there is a folder and no schema in it yet.
  private static final String FIRST_FILE = "schema.prisma";

  /// The file that takes new models beside several others, as Prisma 7 calls it.
  private static final String FURTHER_FILE = "introspected.prisma";

  private final Request request;

  private PullSchema(Request request) {
    this.request = request;
  }

  /// @param schema need not be there
  public record Request(
      SourceSpec.Prisma schema,
      SourceSpec.Database database,
      SourceReader reader,
      Environment environment) {}

  /// @param files each file of the schema and what has to happen to it; none where there are errors
  /// @param diagnostics of reading, and what the language has no word for
  public record Outcome(List<FileChange> files, List<Diagnostic> diagnostics) {
    public Outcome {
      files = List.copyOf(files);
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    public List<FileChange> pending() {
      return files.stream().filter(FileChange::isPending).toList();
    }
  }

  /// Returns what would be written. Writes nothing.
  public static Outcome compare(Request request) {
    return new PullSchema(request).compare();
  }

  /// Writes the files that differ, each in one step. Where one was changed since it was read,
  /// nothing is written.
  public static Outcome write(Request request) {
    var outcome = compare(request);
    write(outcome.pending(), request.environment());
    return outcome;
  }

  /// Writes files that were compared before.
  static void write(List<FileChange> changes, Environment environment) {
    changes.forEach(it -> refuseChanged(it, environment));
    changes.forEach(PullSchema::write);
  }

  private Path path() {
    return request.schema().path();
  }

  private Outcome compare() {
    if (isToBeMade()) {
      return create();
    }
    var files = SchemaFiles.read(path(), request.environment()::show);
    if (!files.diagnostics().isEmpty()) {
      return refused(files.diagnostics());
    }
    if (files.texts().stream().allMatch(it -> it.content().isBlank())) {
      return create();
    }
    var written = PslReader.read(files.texts());
    return written.hasErrors() ? refused(written.diagnostics()) : merge(files, written);
  }

  private static Outcome refused(List<Diagnostic> diagnostics) {
    return new Outcome(List.of(), diagnostics);
  }

  private boolean isToBeMade() {
    var path = path();
    if (Files.notExists(path)) {
      return true;
    }
    try (var entries = Files.isDirectory(path) ? Files.walk(path) : null) {
      return entries != null && entries.noneMatch(it -> it.toString().endsWith(".prisma"));
    } catch (IOException | UncheckedIOException _) {
      // Reading the folder says what is wrong with it.
      return false;
    }
  }

  private Outcome create() {
    var reading = leaveOutBystanders(request.reader().readAlone(request.database()));
    if (reading.hasErrors()) {
      return refused(reading.diagnostics());
    }
    var pulled = PslPull.create(forFile(ofAnyVersion(reading.schema())));
    var diagnostics = new ArrayList<>(reading.diagnostics());
    diagnostics.addAll(pulled.diagnostics());
    return invalid(pulled.target(), diagnostics)
        .orElseGet(
            () ->
                withSql(
                    new Outcome(List.of(created(firstFile(), pulled)), diagnostics),
                    pulled.target(),
                    reading.schema(),
                    PullSql.Scope.ALL));
  }

  /// Which version an extension has is the server's affair, unless somebody writes it down.
  private static Schema ofAnyVersion(Schema it) {
    return new Schema(
        it.extensions().stream().map(Extension::ofAnyVersion).toList(),
        it.namespaces(),
        it.dependencies());
  }

  /// Comments go where the project keeps what the language has no word for, and nowhere else.
  private Schema forFile(Schema schema) {
    return request.schema().sql().home().isEmpty() ? schema : WithoutComments.of(schema);
  }

  private Path firstFile() {
    var path = path();
    return Files.isDirectory(path) || !path.toString().endsWith(".prisma") && Files.notExists(path)
        ? path.resolve(FIRST_FILE)
        : path;
  }

  private FileChange created(Path file, PslPull.Pulled pulled) {
    var isThere = Files.exists(file);
    return new FileChange(
        request.environment().show(file),
        file,
        isThere ? FileChange.Kind.CHANGED : FileChange.Kind.CREATED,
        present(file),
        pulled.added().orElseThrow());
  }

  private Outcome merge(SchemaFiles files, Reading written) {
    var spec = request.database();
    var database =
        leaveOutBystanders(written.schema(), request.reader().readAlone(spec, written.schema()));
    if (database.hasErrors()) {
      return refused(database.diagnostics());
    }
    var scripts = request.reader().sql(request.schema());
    var said =
        scripts.isEmpty()
            ? written
            : Extended.read(written, scripts, request.schema().label(), request.reader().shadow());
    if (said.hasErrors()) {
      return refused(said.diagnostics());
    }
    var there = WithoutSqlTables.of(database.schema(), written.schema(), said.schema());
    var agreed =
        CommonSpelling.of(
            written.schema(),
            new Schema(written.schema().extensions(), there.namespaces(), there.dependencies()),
            request.reader()::shadow);
    var pulled = PslPull.merge(files.texts(), written, agreed.from(), forFile(agreed.to()));
    var diagnostics = new ArrayList<>(written.diagnostics());
    diagnostics.addAll(database.diagnostics());
    diagnostics.addAll(agreed.notes());
    diagnostics.addAll(pulled.diagnostics());
    return invalid(pulled.target(), diagnostics)
        .orElseGet(
            () ->
                withSql(
                    new Outcome(changes(files, pulled), diagnostics),
                    pulled.target(),
                    database.schema(),
                    PullSql.Scope.SAID));
  }

  /// What the language has no word for goes into SQL files, where the project has a place for them.
  private Outcome withSql(Outcome psl, Reading target, Schema database, PullSql.Scope scope) {
    if (request.schema().sql().home().isEmpty()) {
      return psl;
    }
    var sql = PullSql.run(request, target, database, scope);
    var diagnostics =
        new ArrayList<>(
            psl.diagnostics().stream().filter(it -> it.code() != PslCode.NO_WORD_FOR_IT).toList());
    diagnostics.addAll(sql.diagnostics());
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return refused(diagnostics);
    }
    var files = new ArrayList<>(psl.files());
    files.addAll(sql.files());
    return new Outcome(files, diagnostics);
  }

  private List<FileChange> changes(SchemaFiles files, PslPull.Pulled pulled) {
    var changes = new ArrayList<FileChange>();
    for (var i = 0; i < files.files().size(); i++) {
      changes.add(change(files.files().get(i), pulled.files().get(i)));
    }
    pulled.added().ifPresent(_ -> changes.add(created(path().resolve(FURTHER_FILE), pulled)));
    if (changes.stream().anyMatch(FileChange::isPending)) {
      prove(changes, pulled.target());
    }
    return changes;
  }

  private static FileChange change(SchemaFiles.File file, SourceText wanted) {
    var present = file.text().content();
    return new FileChange(
        file.text().name(),
        file.path(),
        present.equals(wanted.content()) ? FileChange.Kind.UNCHANGED : FileChange.Kind.CHANGED,
        Optional.of(present),
        wanted.content());
  }

  /// Reads what would be written: it has to say what the database says.
  private void prove(List<FileChange> changes, Reading target) {
    var texts = changes.stream().map(it -> SourceText.of(it.name(), it.wanted())).toList();
    var result = PslReader.read(texts);
    var agreed = CommonSpelling.of(result.schema(), target.schema(), request.reader()::shadow);
    var differences =
        agreed.difference().changes().stream()
            .filter(it -> !(it instanceof Change.ReorderColumns))
            .toList();
    if (result.hasErrors() || !differences.isEmpty()) {
      throw new IllegalStateException(
          "what was merged is another schema: "
              + result.diagnostics().stream()
                  .filter(Diagnostic::isError)
                  .findFirst()
                  .map(Diagnostic::fact)
                  .orElseGet(() -> String.valueOf(differences.getFirst().object())));
    }
  }

  private Optional<Outcome> invalid(Reading target, List<Diagnostic> diagnostics) {
    return target.diagnostics().stream()
        .filter(Diagnostic::isError)
        .findFirst()
        .map(
            it -> {
              var all = new ArrayList<>(diagnostics);
              all.add(
                  Diagnostic.of(
                          WorkflowCode.NOT_SAYABLE,
                          "%s cannot be written as a Prisma schema: %s"
                              .formatted(request.database().label(), it.fact()))
                      .withAdvice(
                          "Mend that in the database, or leave it out of the schema by hand."));
              return refused(all);
            });
  }

  private Reading leaveOutBystanders(Reading reading) {
    return leaveOutBystanders(Schema.empty(), reading);
  }

  private Reading leaveOutBystanders(Schema declared, Reading reading) {
    return reading.hasErrors()
        ? reading
        : request
            .reader()
            .ignored()
            .leaveOut(
                Bystanders.leaveOut(reading, request.database().label(), declared),
                request.database().label());
  }

  private static void refuseChanged(FileChange change, Environment environment) {
    if (!present(change.path()).equals(change.present())) {
      throw EnvironmentException.of(
          SinkCode.CHANGED_MEANWHILE,
          "`%s` was changed while the database was read; nothing was written."
              .formatted(environment.show(change.path())),
          "Run the command again.");
    }
  }

  static Optional<String> present(Path file) {
    try {
      return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    } catch (IOException e) {
      throw AtomicFile.failure(file, e);
    }
  }

  private static void write(FileChange change) {
    try {
      Files.createDirectories(change.path().toAbsolutePath().getParent());
    } catch (IOException e) {
      throw AtomicFile.failure(change.path(), e);
    }
    AtomicFile.replace(change.path(), change.wanted());
  }
}
