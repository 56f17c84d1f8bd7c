package lockstep.engine.workflow;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.check.drift.Bystanders;
import lockstep.check.drift.Ignored;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.emit.Emission;
import lockstep.emit.Names;
import lockstep.emit.Region;
import lockstep.emit.docs.DatabaseGuide;
import lockstep.emit.docs.Surroundings;
import lockstep.emit.sqlalchemy.SqlAlchemyEmitter;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions;
import lockstep.engine.ProcessLock;
import lockstep.engine.project.Environment;
import lockstep.engine.project.SourceSpec;
import lockstep.engine.project.Target;
import lockstep.engine.sink.FileChange;
import lockstep.engine.sink.FileTree;
import lockstep.engine.sink.SinkCode;
import lockstep.mapping.Reading;

/// Generates code from a source.
public final class EmitTargets {
  private EmitTargets() {}

  public record Request(
      SourceSpec source, List<Target> targets, SourceReader reader, Environment environment) {
    public Request {
      targets = List.copyOf(targets);
    }
  }

  /// @param targets in the order of the request; none where the source has errors
  /// @param diagnostics of the source, of what a target cannot express, and of files in the way
  public record Outcome(List<Emitted> targets, List<Diagnostic> diagnostics) {
    public Outcome {
      targets = List.copyOf(targets);
      diagnostics = List.copyOf(diagnostics);
    }

    public boolean hasErrors() {
      return diagnostics.stream().anyMatch(Diagnostic::isError);
    }

    /// Returns the files that are not as they would be generated.
    public List<FileChange> stale() {
      return targets.stream()
          .flatMap(it -> it.files().changes().stream())
          .filter(FileChange::isPending)
          .toList();
    }
  }

  /// @param files what is in the target's folder, beside what shall be
  public record Emitted(Target target, Emission emission, FileTree files) {}

  /// Returns what would be written. Writes nothing.
  public static Outcome compare(Request request) {
    var reading = request.reader().readAlone(request.source());
    return reading.hasErrors()
        ? new Outcome(List.of(), reading.diagnostics())
        : compare(reading, request);
  }

  /// Writes what differs and removes what is no longer wanted. Where a file of somebody else is in
  /// the way of any target, nothing is written.
  public static Outcome write(Request request) {
    var reading = request.reader().readAlone(request.source());
    if (reading.hasErrors()) {
      return new Outcome(List.of(), reading.diagnostics());
    }
    var lock = lock(request.environment().cacheFolder());
    try {
      var outcome = compare(reading, request);
      if (!outcome.hasErrors()) {
        outcome.targets().forEach(it -> it.files().write());
      }
      return outcome;
    } finally {
      lock.ifPresent(ProcessLock::close);
    }
  }

  /// Of two runs at the same time, the later one compares with what the earlier one wrote: their
  /// files never mix. Where nothing can be kept in the cache, they write as they come.
  private static Optional<ProcessLock> lock(Path cache) {
    try {
      return Optional.of(
          ProcessLock.acquire(Files.createDirectories(cache).resolve("generate.lock")));
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  static Outcome compare(Reading whole, Request request) {
    var reading = ofProgram(whole, request.source(), request.reader().ignored());
    var diagnostics = new ArrayList<>(reading.diagnostics());
    var targets = new ArrayList<Emitted>();
    for (var target : request.targets()) {
      var emission = emit(reading, request, target);
      var files =
          switch (target) {
            case Target.SqlAlchemy it -> FileTree.compare(it.out(), emission.files());
            case Target.Docs it -> FileTree.compareRegions(it.out(), emission.files());
          };
      diagnostics.addAll(emission.diagnostics());
      files.foreign().forEach(it -> diagnostics.add(foreign(it, target, request.environment())));
      files.edited().forEach(it -> diagnostics.add(edited(it, request.environment())));
      targets.add(new Emitted(target, emission, files));
    }
    return new Outcome(targets, diagnostics);
  }

  /// A program has no use for the tables of the tools that look after its database; a schema that
  /// people wrote says itself what shall be generated.
  private static Reading ofProgram(Reading reading, SourceSpec source, Ignored ignored) {
    return switch (source) {
      case SourceSpec.Database _, SourceSpec.Sql _, SourceSpec.Migrations _ ->
          ignored.leaveOut(Bystanders.leaveOut(reading, source.label()), source.label());
      case SourceSpec.Prisma _, SourceSpec.Python _, SourceSpec.Empty _ -> reading;
    };
  }

  private static Emission emit(Reading reading, Request request, Target target) {
    var source = request.source();
    var stamp =
        SourceStamp.of(
            source, reading, request.reader().files(source), request.reader().sql(source));
    return switch (target) {
      case Target.SqlAlchemy it ->
          SqlAlchemyEmitter.emit(
              reading.schema(),
              reading.mapping(),
              new SqlAlchemyOptions(
                  it.choices().version(),
                  it.choices().layout(),
                  it.choices().names(),
                  it.packageName(),
                  new SqlAlchemyOptions.Source(stamp.name(), stamp.hash()),
                  it.choices().mixins()));
      case Target.Docs it -> guide(reading, request, it);
    };
  }

  /// A service whose own module awaits nothing has sessions that do not either.
  private static Surroundings.Sessions sessions(Path models) {
    var module = models.resolveSibling("core/database.py");
    try {
      return Files.isRegularFile(module) && !Files.readString(module).contains("AsyncSession")
          ? Surroundings.Sessions.PLAIN
          : Surroundings.Sessions.AWAITED;
    } catch (IOException _) {
      return Surroundings.Sessions.AWAITED;
    }
  }

  /// A page speaks of the first package of models.
  private static Emission guide(Reading reading, Request request, Target.Docs docs) {
    var models =
        request.targets().stream()
            .filter(Target.SqlAlchemy.class::isInstance)
            .map(Target.SqlAlchemy.class::cast)
            .findFirst();
    var none = new Names(List.of(), List.of());
    var names = models.map(it -> emit(reading, request, it).names()).orElse(none);
    var surroundings =
        new Surroundings(
            request.source() instanceof SourceSpec.Prisma it
                ? docs.show(it.path())
                : request.source().label(),
            docs.variable(),
            models.map(
                it ->
                    new Surroundings.Models(
                        docs.show(it.out()), it.packageName(), sessions(it.out()))),
            Optional.of(docs.migrations()).filter(Files::isDirectory).map(docs::show),
            docs.alembic().map(it -> docs.show(it.settings())));
    var page = DatabaseGuide.emit(reading.mapping(), names, surroundings);
    return new Emission(List.of(page), none, List.of());
  }

  private static Diagnostic foreign(FileChange change, Target target, Environment environment) {
    var shown = environment.show(change.path());
    if (target instanceof Target.Docs) {
      return Diagnostic.of(
              SinkCode.FOREIGN_FILE,
              new Place.File(shown),
              "`%s` has no part that Lockstep writes.".formatted(shown))
          .withAdvice(
              "Put the lines `%s` and `%s` where it shall stand."
                  .formatted("<!-- lockstep:begin -->", Region.END));
    }
    return Diagnostic.of(
            SinkCode.FOREIGN_FILE,
            new Place.File(shown),
            "`%s` was not written by Lockstep.".formatted(shown))
        .withAdvice("Move it, remove it, or generate into another folder.");
  }

  /// Returns what to say of a file that is not as it would be generated.
  public static Diagnostic stale(FileChange change, Environment environment) {
    var shown = environment.show(change.path());
    var fact =
        switch (change.kind()) {
          case CREATED -> "`%s` is missing.";
          case REMOVED -> "`%s` would no longer be generated.";
          case CHANGED, UNCHANGED, EDITED, FOREIGN -> "`%s` is not what would be generated now.";
        };
    return Diagnostic.of(SinkCode.STALE_FILE, new Place.File(shown), fact.formatted(shown))
        .withAdvice("Run `lockstep generate`.");
  }

  private static Diagnostic edited(FileChange change, Environment environment) {
    var shown = environment.show(change.path());
    return Diagnostic.of(
            SinkCode.EDITED_FILE,
            new Place.File(shown),
            "`%s` is no longer generated, and somebody edited it.".formatted(shown))
        .withAdvice("Remove the file; or remove its first line, and it is yours.");
  }
}
