package lockstep.engine.project;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import lockstep.emit.Header;
import lockstep.emit.Region;
import lockstep.emit.docs.DatabaseGuide;
import lockstep.emit.sqlalchemy.Choices;

/// Finds packages that Lockstep generated before, by the header of their `__init__.py`, which also
/// says how they were generated.
final class TargetDiscovery {
  private static final Set<String> SKIPPED =
      Set.of(
          "node_modules", "venv", "env", "target", "build", "dist", "__pycache__", "site-packages");
  private static final int DEPTH = 8;
  private static final int HEAD = 8000;

  private final Path root;
  private final Environment environment;
  private final SortedMap<Path, Header> found = new TreeMap<>();
  private final List<Path> guides = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  private TargetDiscovery(Path root, Environment environment) {
    this.root = root;
    this.environment = environment;
  }

  /// @param targets in the order of their paths
  /// @param guides the folders that have a page of which a part is generated
  /// @param notes what could not be looked into, in sentences
  record Found(List<Target> targets, List<Path> guides, List<String> notes) {
    Found {
      guides = guides.stream().sorted().toList();
      targets = List.copyOf(targets);
      notes = List.copyOf(notes);
    }
  }

  /// Looks through a folder.
  static Found find(Path folder, Environment environment) {
    return new TargetDiscovery(folder, environment).find();
  }

  private Found find() {
    try {
      Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), DEPTH, visitor());
    } catch (IOException _) {
      unreadable(root);
    }
    var targets = new ArrayList<Target>();
    found.forEach((folder, header) -> target(folder, header).ifPresent(targets::add));
    return new Found(targets, guides, notes);
  }

  private SimpleFileVisitor<Path> visitor() {
    return new SimpleFileVisitor<>() {
      @Override
      public FileVisitResult preVisitDirectory(Path it, BasicFileAttributes attributes) {
        var name = it.equals(root) ? "" : it.getFileName().toString();
        return name.startsWith(".") || SKIPPED.contains(name)
            ? FileVisitResult.SKIP_SUBTREE
            : FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFile(Path it, BasicFileAttributes attributes) {
        if (it.getFileName().toString().equals("__init__.py")) {
          look(it);
        } else if (it.getFileName().toString().equals(DatabaseGuide.FILE)) {
          lookForRegion(it);
        }
        return FileVisitResult.CONTINUE;
      }

      @Override
      public FileVisitResult visitFileFailed(Path it, IOException e) {
        unreadable(it);
        return FileVisitResult.CONTINUE;
      }
    };
  }

  private void look(Path file) {
    try (var stream = Files.newInputStream(file)) {
      Header.of(new String(stream.readNBytes(HEAD), StandardCharsets.UTF_8))
          .ifPresent(it -> found.put(file.getParent(), it));
    } catch (IOException _) {
      unreadable(file);
    }
  }

  private void lookForRegion(Path file) {
    try {
      if (Region.of(Files.readString(file)).isPresent()) {
        guides.add(file.getParent());
      }
    } catch (IOException _) {
      // What is no text has no such part.
    }
  }

  private void unreadable(Path path) {
    notes.add(
        "`%s` cannot be read, so no generated models were looked for there"
            .formatted(environment.show(path)));
  }

  /// The package's name is that of the folders that are packages, outermost first.
  private Optional<Target> target(Path out, Header header) {
    var top = out;
    while (top.getParent() != null && Files.exists(top.resolve("__init__.py"))) {
      top = top.getParent();
    }
    var name = top.relativize(out).toString().replace('/', '.').replace('\\', '.');
    return switch (PythonPackage.of(out, Optional.of(name))) {
      case PythonPackage.Made.Valid(var at) ->
          Optional.of(Target.SqlAlchemy.of(at, Choices.of(header.further())));
      case PythonPackage.Made.Invalid(var fact, var _) -> {
        notes.add("`%s` is not compared: %s".formatted(environment.show(out), fact));
        yield Optional.empty();
      }
    };
  }
}
