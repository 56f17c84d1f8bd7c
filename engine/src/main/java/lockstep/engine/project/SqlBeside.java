package lockstep.engine.project;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The SQL files that belong to a Prisma schema: what shall be in the database and the language has
/// no word for.
///
/// @param globs where they are looked for; new files go where the first one looks
public record SqlBeside(List<Glob> globs) {
  private static final String FOLDER = "schema";
  private static final String FILES = "*.sql";
  private static final String FILES_BELOW = "**.sql";
  private static final Pattern WILDCARD = Pattern.compile("[*?\\[{]");

  public SqlBeside {
    globs = List.copyOf(new LinkedHashSet<>(globs));
  }

  /// Files by their names.
  ///
  /// @param folder absolute
  /// @param pattern of paths in it, as in `*.sql`, or one name
  public record Glob(Path folder, String pattern) {
    /// Reads `db/sql/*.sql`, the name of one file, or that of a folder, all of whose files count.
    ///
    /// @param start what the text is relative to, or absolute
    static Glob of(Path start, String text) {
      var segments = List.of(text.split("/"));
      var fixed =
          IntStream.range(0, segments.size())
              .filter(i -> WILDCARD.matcher(segments.get(i)).find())
              .findFirst()
              .orElse(text.endsWith(".sql") ? segments.size() - 1 : segments.size());
      var folder = (text.startsWith("/") ? "/" : "") + String.join("/", segments.subList(0, fixed));
      var pattern = String.join("/", segments.subList(fixed, segments.size()));
      return new Glob(start.resolve(folder).normalize(), pattern.isEmpty() ? FILES_BELOW : pattern);
    }

    /// Returns the one file, or the folder that has all of them.
    public Path place() {
      return isOneFile() ? folder.resolve(pattern) : folder;
    }

    /// Returns whether it is the name of one file, which has to be there.
    boolean isOneFile() {
      return !WILDCARD.matcher(pattern).find();
    }

    private boolean takesAnyName() {
      return pattern.equals(FILES) || pattern.equals(FILES_BELOW) || pattern.equals("**/" + FILES);
    }

    private List<Path> find() throws IOException {
      if (isOneFile()) {
        return List.of(folder.resolve(pattern));
      }
      var matcher = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
      var depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/").length;
      if (!Files.isDirectory(folder)) {
        return List.of();
      }
      try (var all = Files.walk(folder, depth, FileVisitOption.FOLLOW_LINKS)) {
        return all.filter(it -> matcher.matches(folder.relativize(it)) && Files.isRegularFile(it))
            .filter(it -> !isOfMigrations(folder.relativize(it)))
            .sorted()
            .toList();
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }

    /// A history is no declaration.
    private static boolean isOfMigrations(Path path) {
      return path.startsWith("migrations") || path.toString().contains("/migrations/");
    }
  }

  /// Returns what belongs to a schema of which nobody says anything else: `schema/*.sql` beside it,
  /// or beside the folder `prisma` that it lies in, and what lies in a folder that is the schema.
  static SqlBeside of(Path schema) {
    var globs = new ArrayList<Glob>();
    var folder = schema.toAbsolutePath().normalize().getParent();
    if (folder != null) {
      if (folder.endsWith("prisma") && folder.getParent() != null) {
        globs.add(in(folder.getParent()));
      }
      globs.add(in(folder));
    }
    globs.add(new Glob(schema, FILES_BELOW));
    return new SqlBeside(globs);
  }

  /// Returns the same for a schema that belongs to a project.
  SqlBeside within(Path project) {
    var all = new ArrayList<Glob>(List.of(in(project)));
    all.addAll(globs);
    return new SqlBeside(all);
  }

  private static Glob in(Path folder) {
    return new Glob(folder.resolve(FOLDER), FILES);
  }

  /// Returns where new files go: to those that are there, else where files are looked for first;
  /// empty where only files of certain names are.
  public Optional<Path> home() {
    var homes = globs.stream().filter(Glob::takesAnyName).toList();
    return homes.stream()
        .filter(it -> new SqlBeside(List.of(it)).isThere())
        .findFirst()
        .or(() -> homes.stream().findFirst())
        .map(Glob::folder);
  }

  /// Returns the files, each once; those that are named outright need not be there.
  public Set<Path> find() throws IOException {
    var files = new LinkedHashSet<Path>();
    for (var glob : globs) {
      files.addAll(glob.find());
    }
    return files;
  }

  /// Returns whether there is any, or might be behind a folder that cannot be read.
  public boolean isThere() {
    try {
      return !find().isEmpty();
    } catch (IOException _) {
      return true;
    }
  }
}
