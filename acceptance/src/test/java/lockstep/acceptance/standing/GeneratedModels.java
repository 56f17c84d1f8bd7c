package lockstep.acceptance.standing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.acceptance.corpus.Judged;
import lockstep.acceptance.corpus.JudgedCorpus;
import lockstep.acceptance.corpus.OwnSchemas;
import lockstep.acceptance.mutation.CombinedRules;
import lockstep.acceptance.oracle.AlembicProject;
import lockstep.acceptance.oracle.Checkout;
import lockstep.emit.sqlalchemy.SqlAlchemyEmitter;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions;
import lockstep.psl.PslReader;

/// One package of models for each judged schema, written once per process that runs tests.
///
/// @param schema the judged schema
/// @param name the package's name, which no other has
/// @param crash what was thrown instead of files, if anything
/// @param findings what the emitter says it cannot express
record GeneratedModels(
    Judged.Accepted schema, String name, Optional<String> crash, List<String> findings) {
  /// Holds all packages; everything in it is made anew by each process that runs tests.
  static final Path FOLDER =
      Checkout.acceptance("target/fork-" + System.getProperty("lockstep.fork", "1") + "/models");

  private static final class Holder {
    private static final List<GeneratedModels> ALL = generateAll();
  }

  /// Returns the packages of the corpus, where there is one, of our own schemas and of rules.
  static List<GeneratedModels> all() {
    return Holder.ALL;
  }

  /// Returns an Alembic project beside the package, made anew for a database.
  AlembicProject alembic(String url) {
    var folder = FOLDER.resolveSibling("alembic").resolve(name);
    return AlembicProject.make(folder, FOLDER, name, url);
  }

  private static List<GeneratedModels> generateAll() {
    empty(FOLDER);
    var corpus =
        lockstep.acceptance.corpus.Corpus.isHere()
            ? JudgedCorpus.accepted().stream()
            : Stream.<Judged.Accepted>of();
    return Stream.of(corpus, OwnSchemas.accepted().stream(), combined())
        .flatMap(it -> it)
        .map(GeneratedModels::generate)
        .toList();
  }

  /// Every fourth of the combined rules; all in a slow run.
  private static Stream<Judged.Accepted> combined() {
    var all = CombinedRules.all();
    var step = Boolean.getBoolean("lockstep.slow") ? 1 : 4;
    return IntStream.range(0, all.size()).filter(it -> it % step == 0).mapToObj(all::get);
  }

  private static GeneratedModels generate(Judged.Accepted judged) {
    var name =
        judged.schema().name().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_") + "_models";
    try {
      var reading = PslReader.read(judged.schema().files());
      var source = new SqlAlchemyOptions.Source("schema.prisma", "");
      var emission =
          SqlAlchemyEmitter.emit(
              reading.schema(), reading.mapping(), SqlAlchemyOptions.standard(name, source));
      for (var file : emission.files()) {
        var path = FOLDER.resolve(name).resolve(file.path());
        Files.createDirectories(path.getParent());
        Files.writeString(path, file.content());
      }
      var findings = emission.diagnostics().stream().map(it -> it.code().id() + " " + it.fact());
      return new GeneratedModels(judged, name, Optional.empty(), findings.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException | StackOverflowError e) {
      return new GeneratedModels(judged, name, Optional.of(Crash.of(e).kind()), List.of());
    }
  }

  private static void empty(Path folder) {
    try {
      if (Files.exists(folder)) {
        try (var all = Files.walk(folder)) {
          for (var path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
            Files.delete(path);
          }
        }
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return schema.schema().name();
  }
}
