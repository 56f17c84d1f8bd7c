package lockstep.acceptance.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.acceptance.oracle.Checkout;
import lockstep.text.SourceText;
import org.junit.jupiter.api.Assumptions;

/// The open corpus that lies beside the checkout: other people's schemas, used as they are.
public final class Corpus {
  private static final Set<String> NOT_SCHEMAS = Set.of("migrations", "node_modules");

  private final Path root;

  private Corpus(Path root) {
    this.root = root;
  }

  /// Returns the corpus; where this machine has none, the calling test is skipped and says so.
  public static Corpus open() {
    var shared = Checkout.shared();
    Assumptions.assumeTrue(
        shared.isPresent(),
        () ->
            "no corpus at %s (LOCKSTEP_SHARED names another place)"
                .formatted(Checkout.root().resolveSibling("shared")));
    return new Corpus(shared.get().resolve("corpus"));
  }

  /// Returns whether this machine has the corpus.
  public static boolean isHere() {
    return Checkout.shared().isPresent();
  }

  /// Returns the applications, examples and fixtures: one schema for each folder.
  public List<SchemaCase> prisma() {
    return folders(root.resolve("prisma")).map(this::folderCase).toList();
  }

  /// Returns every SQL file: of projects that write SQL by hand, and migrations of Prisma.
  public List<Path> sqlFiles() {
    return Stream.of("sql", "prisma-migrations", "triples")
        .flatMap(it -> sqlFilesBelow(root.resolve(it)).stream())
        .toList();
  }

  /// Returns the folders that each hold the migrations of one project.
  public List<Path> migrations() {
    return folders(root.resolve("prisma-migrations")).toList();
  }

  public static List<Path> sqlFilesBelow(Path folder) {
    try (var all = Files.walk(folder)) {
      return all.filter(it -> it.toString().endsWith(".sql")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns older states of some applications: one schema for each file.
  public List<SchemaCase> history() {
    return fileCases(root.resolve("prisma-history"));
  }

  /// Returns the schemas before and after each recorded migration.
  public List<SchemaCase> triples() {
    return fileCases(root.resolve("triples"));
  }

  /// Returns those of the recorded migrations that change no rows: as [#triples] names them,
  /// without `/before` and `/after`.
  public List<String> changesOfTablesOnly() {
    return folders(root.resolve("triples"))
        .flatMap(
            it ->
                lines(it.resolve("MANIFEST.tsv")).stream()
                    .map(line -> line.split("\t"))
                    .filter(line -> line[4].equals("ddl-only"))
                    .map(line -> name(it.resolve(line[0]))))
        .toList();
  }

  /// Returns the SQL of a recorded migration.
  ///
  /// @param name as in [#changesOfTablesOnly]
  public String recorded(String name) {
    return String.join("\n", lines(root.resolve(name).resolve("migration.sql")));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns the case files of `golden/NAME`, those of other providers among them.
  ///
  /// A folder with several schema files and no further folders is one schema.
  public List<SchemaCase> golden(String name) {
    var folder = root.resolve("golden").resolve(name);
    if (!name.equals("fmt-scenarios") && !name.endsWith("-multi")) {
      return fileCases(folder);
    }
    try (var all = Files.walk(folder)) {
      return all.filter(Files::isDirectory)
          .filter(it -> !schemaFilesIn(it).isEmpty())
          .sorted()
          .map(this::folderCase)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Returns everything that a reader of Prisma schemas should be tried on.
  public List<SchemaCase> everything() {
    return Stream.of(
            prisma(),
            history(),
            triples(),
            golden("psl-validation"),
            golden("psl-reformatter"),
            golden("psl-reformatter-multi"),
            golden("fmt-scenarios"),
            golden("introspect-simple"),
            golden("migrate-single"))
        .flatMap(List::stream)
        .toList();
  }

  private List<SchemaCase> fileCases(Path folder) {
    return schemaFiles(folder).stream()
        .map(
            it ->
                new SchemaCase(name(it).replaceFirst("\\.prisma$", ""), List.of(read(folder, it))))
        .toList();
  }

  private SchemaCase folderCase(Path folder) {
    return new SchemaCase(
        name(folder), schemaFiles(folder).stream().map(it -> read(folder, it)).toList());
  }

  private String name(Path path) {
    return root.relativize(path).toString();
  }

  private static SourceText read(Path folder, Path file) {
    try {
      var content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return SourceText.of(folder.relativize(file).toString(), content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> schemaFiles(Path folder) {
    var found = new ArrayList<Path>();
    for (var child : children(folder)) {
      if (Files.isDirectory(child)) {
        if (!NOT_SCHEMAS.contains(child.getFileName().toString())) {
          found.addAll(schemaFiles(child));
        }
      } else if (isSchema(child)) {
        found.add(child);
      }
    }
    return found;
  }

  private static List<Path> schemaFilesIn(Path folder) {
    return children(folder).stream().filter(Corpus::isSchema).toList();
  }

  private static boolean isSchema(Path file) {
    return file.toString().endsWith(".prisma") && Files.isRegularFile(file);
  }

  private static Stream<Path> folders(Path folder) {
    return children(folder).stream().filter(Files::isDirectory);
  }

  private static List<Path> children(Path folder) {
    try (var children = Files.list(folder)) {
      return children.sorted(Comparator.comparing(it -> it.getFileName().toString())).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
