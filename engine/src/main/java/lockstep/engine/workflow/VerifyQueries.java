package lockstep.engine.workflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.emit.ddl.DdlEmitter;
import lockstep.engine.FileTrees;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.TakenForGranted;
import lockstep.engine.verify.Proof;
import lockstep.engine.verify.Verification;
import lockstep.engine.verify.Verification.Candidate;
import lockstep.mapping.Reading;
import lockstep.rewrite.QueryRewriter;
import lockstep.rewrite.QueryRewriter.Interface;
import lockstep.rewrite.QueryRewriter.Life;
import lockstep.rewrite.Rewriting;
import lockstep.rewrite.Trial;
import lockstep.rewrite.Trials;
import lockstep.rewrite.Verdict;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.text.Order;

/// Tries whether converted queries mean what they meant.
///
/// Each call is taken out of its program, with parameters for what only the program knows, and
/// converted there as it is in the program.
public final class VerifyQueries {
  private static final String SESSIONS = "lockstep_verify_sessions";

  private final RewriteQueries.Request request;
  private final Reading reading;
  private final List<Proof> proofs = new ArrayList<>();
  private final List<Candidate> candidates = new ArrayList<>();

  private VerifyQueries(RewriteQueries.Request request, Reading reading) {
    this.request = request;
    this.reading = reading;
  }

  /// Returns what came of each call that was converted, in the order of files and calls.
  public static List<Proof> run(RewriteQueries.Request request, RewriteQueries.Outcome outcome) {
    if (outcome.hasErrors()) {
      return List.of();
    }
    var reading = request.reader().readAlone(request.source());
    return new VerifyQueries(request, reading).run(outcome.files());
  }

  private List<Proof> run(List<RewriteQueries.Rewritten> files) {
    var words = RewriteQueries.words(request, reading, SESSIONS);
    var called = QueryRewriter.interfaceOf(files.stream().map(it -> it.parsed().file()), words);
    try {
      var folder = Files.createTempDirectory("lockstep-verify").toRealPath();
      try {
        var all = new ArrayList<Written>();
        for (var i = 0; i < files.size(); i++) {
          written(i, files.get(i), called, folder).ifPresent(all::add);
        }
        convert(all, called, folder);
        models(folder);
        proofs.addAll(tried(folder, called));
      } finally {
        FileTrees.delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inOrder(files);
  }

  private List<Proof> inOrder(List<RewriteQueries.Rewritten> files) {
    return files.stream()
        .flatMap(
            file ->
                proofs.stream()
                    .filter(it -> it.file().equals(file.parsed().path()))
                    .sorted(Order.by(it -> it.trial().verdict().span().start(), Integer::compare)))
        .toList();
  }

  /// A file of functions, each with one call.
  ///
  /// @param number of the file that the calls are from
  /// @param places where each function begins
  private record Written(int number, Path from, Path file, Map<Integer, Trial.Ready> places) {}

  /// Writes the calls of one file as functions; nothing where none can be tried.
  private Optional<Written> written(
      int number, RewriteQueries.Rewritten file, Interface called, Path folder) throws IOException {
    var words = RewriteQueries.words(request, reading, SESSIONS);
    var path = file.parsed().path();
    var text = new StringBuilder("# Calls of prisma's client, each by itself.\n");
    var tree = file.parsed().file();
    text.append(Trials.imports(tree));
    var places = new LinkedHashMap<Integer, Trial.Ready>();
    for (var trial : Trials.of(tree, words, file.rewriting(), called, "trial_")) {
      switch (trial) {
        case Trial.Impossible it ->
            proofs.add(new Proof(path, it, new Proof.Outcome.NotTried(it.reason())));
        case Trial.Ready it -> {
          text.append("\n\n");
          places.put(text.length(), it);
          text.append(it.function());
        }
      }
    }
    if (places.isEmpty()) {
      return Optional.empty();
    }
    var recorded = folder.resolve("recorded_" + number + ".py");
    Files.writeString(recorded, text);
    return Optional.of(new Written(number, path, recorded, places));
  }

  /// Converts the functions, and notes which can be tried.
  private void convert(List<Written> all, Interface called, Path folder) throws IOException {
    if (all.isEmpty()) {
      return;
    }
    var words = RewriteQueries.words(request, reading, SESSIONS);
    var parsed = parsed(all.stream().map(Written::file).toList());
    var helpers = RewriteQueries.Helpers.of(words, folder);
    Files.writeString(helpers.file(), helpers.content());
    for (var it : all) {
      var converted = QueryRewriter.rewrite(parsed.get(it.file()), words, called, Life.ENDS);
      Files.writeString(folder.resolve("converted_" + it.number() + ".py"), converted.content());
      var refused = refused(converted, it.places());
      for (var trial : it.places().values()) {
        Optional.ofNullable(refused.get(trial))
            .map(why -> new Proof.Outcome.NotTried("apart from its program, " + why))
            .ifPresentOrElse(
                why -> proofs.add(new Proof(it.from(), trial, why)),
                () -> candidates.add(new Candidate(it.number(), it.from(), trial)));
      }
    }
  }

  private Map<Path, PythonFile> parsed(List<Path> files) {
    var read = RewriteQueries.trees(request, files);
    if (read.files().size() != files.size()) {
      throw new IllegalStateException(
          "calls that Python does not understand: " + read.diagnostics());
    }
    var all = new LinkedHashMap<Path, PythonFile>();
    read.files().forEach(it -> all.put(it.path(), it.file()));
    return all;
  }

  private static Map<Trial.Ready, String> refused(
      Rewriting converted, Map<Integer, Trial.Ready> places) {
    var all = new LinkedHashMap<Trial.Ready, String>();
    for (var verdict : converted.verdicts()) {
      var reason =
          switch (verdict.outcome()) {
            case Verdict.Outcome.Refused(var why) -> Optional.of(why);
            case Verdict.Outcome.Converted _,
                Verdict.Outcome.WithNote _,
                Verdict.Outcome.WithHelper _ ->
                Optional.<String>empty();
          };
      reason.ifPresent(why -> all.put(at(verdict.span().start(), places), why));
    }
    return all;
  }

  private static Trial.Ready at(int offset, Map<Integer, Trial.Ready> places) {
    return places.entrySet().stream()
        .filter(it -> it.getKey() <= offset)
        .reduce((_, last) -> last)
        .orElseThrow()
        .getValue();
  }

  private void models(Path folder) throws IOException {
    var target = request.target();
    var emitted =
        EmitTargets.compare(
            reading,
            new EmitTargets.Request(
                request.source(), List.of(target), request.reader(), request.environment()));
    var modules = folder.resolve(target.packageName().replace('.', '/'));
    for (var it : emitted.targets().getFirst().emission().files()) {
      var file = modules.resolve(it.path());
      Files.createDirectories(file.getParent());
      Files.writeString(file, it.content());
    }
  }

  private List<Proof> tried(Path folder, Interface called) {
    if (candidates.isEmpty()) {
      return List.of();
    }
    try (var database = request.reader().shadow().create()) {
      prepare(database);
      return Verification.run(
          new Verification.Request(
              reading,
              RewriteQueries.names(request, reading),
              request.target().packageName(),
              request.reader().files(request.source()),
              database.session(),
              folder,
              request.folder(),
              request.reader().interpreter(request.folder()),
              called,
              request.environment(),
              request.reader().progress()),
          candidates);
    }
  }

  private void prepare(ShadowDatabase database) {
    var sql = DdlEmitter.emit(reading.schema());
    new TakenForGranted(database).create(List.of(sql));
    database
        .run(sql)
        .ifPresent(
            error -> {
              throw error.thrown();
            });
  }
}
