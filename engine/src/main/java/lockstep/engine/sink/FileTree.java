package lockstep.engine.sink;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.emit.EmittedFile;
import lockstep.emit.Header;
import lockstep.emit.Region;
import lockstep.engine.sink.FileChange.Kind;

/// The files of one target below its folder: those that shall be there, and those that are.
///
/// Only files that begin with a [Header] are Lockstep's: the others are neither changed nor
/// removed. Of its own files only those are removed that lie beside the wanted ones and are as they
/// were generated: nothing is lost that could not be made again.
public final class FileTree {
  private final Path folder;
  private final List<FileChange> changes;

  private FileTree(Path folder, List<FileChange> changes) {
    this.folder = folder;
    this.changes = List.copyOf(changes);
  }

  /// Compares what is there with what shall be there. Writes nothing.
  public static FileTree compare(Path folder, List<EmittedFile> wanted) {
    try {
      var changes = new ArrayList<FileChange>();
      var paths = new HashSet<Path>();
      for (var file : wanted) {
        var path = folder.resolve(file.path()).normalize();
        paths.add(path);
        changes.add(change(path, file));
      }
      for (var path : beside(wanted, folder)) {
        if (!paths.contains(path)) {
          unwanted(folder, path).ifPresent(changes::add);
        }
      }
      return new FileTree(folder, changes);
    } catch (IOException e) {
      throw AtomicFile.failure(folder, e);
    }
  }

  /// Compares files of which only a [Region] is generated: one that is not there is begun as a
  /// whole, of one that is there nothing else is touched. One without such a part is somebody
  /// else's.
  public static FileTree compareRegions(Path folder, List<EmittedFile> wanted) {
    try {
      var changes = new ArrayList<FileChange>();
      for (var file : wanted) {
        changes.add(regionChange(folder.resolve(file.path()).normalize(), file));
      }
      return new FileTree(folder, changes);
    } catch (IOException e) {
      throw AtomicFile.failure(folder, e);
    }
  }

  private static FileChange regionChange(Path path, EmittedFile file) throws IOException {
    if (!Files.exists(path)) {
      return new FileChange(file.path(), path, Kind.CREATED, Optional.empty(), file.content());
    }
    var present = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    var wanted = Region.replaced(present, file.content());
    var kind =
        wanted
            .map(it -> it.equals(present) ? Kind.UNCHANGED : Kind.CHANGED)
            .orElse(present.isBlank() ? Kind.CHANGED : Kind.FOREIGN);
    return new FileChange(
        file.path(), path, kind, Optional.of(present), wanted.orElse(file.content()));
  }

  /// Returns every file with what has to happen to it: first those that shall be there, in their
  /// order, then those that shall not.
  public List<FileChange> changes() {
    return changes;
  }

  public boolean isUpToDate() {
    return changes.stream().noneMatch(it -> it.isPending() || it.kind() == Kind.FOREIGN);
  }

  /// Returns files of somebody else that stand where generated ones shall be.
  public List<FileChange> foreign() {
    return changes.stream().filter(it -> it.kind() == Kind.FOREIGN).toList();
  }

  /// Returns generated files that nobody wants any more, and that somebody edited: they stay.
  public List<FileChange> edited() {
    return changes.stream().filter(it -> it.kind() == Kind.EDITED).toList();
  }

  /// Writes what differs and removes what is no longer wanted, file by file.
  ///
  /// @throws IllegalStateException where a file of somebody else is in the way
  public void write() {
    if (!foreign().isEmpty()) {
      throw new IllegalStateException("files of somebody else: " + foreign());
    }
    changes.stream()
        .filter(it -> it.kind() == Kind.CREATED)
        .map(it -> it.path().getParent())
        .distinct()
        .forEach(FileTree::create);
    for (var change : changes) {
      switch (change.kind()) {
        case CREATED, CHANGED -> AtomicFile.replaceRenewable(change.path(), change.wanted());
        case REMOVED -> remove(change);
        case UNCHANGED, EDITED, FOREIGN -> {}
      }
    }
    tidy();
  }

  private static FileChange change(Path path, EmittedFile file) throws IOException {
    if (!Files.exists(path)) {
      return new FileChange(file.path(), path, Kind.CREATED, Optional.empty(), file.content());
    }
    var bytes = Files.readAllBytes(path);
    var present = new String(bytes, StandardCharsets.UTF_8);
    return new FileChange(
        file.path(), path, kind(bytes, present, file), Optional.of(present), file.content());
  }

  private static Kind kind(byte[] bytes, String present, EmittedFile file) {
    if (Arrays.equals(bytes, file.content().getBytes(StandardCharsets.UTF_8))) {
      return Kind.UNCHANGED;
    }
    // A file without content says nothing that could be lost.
    return Header.of(present).isPresent() || present.isBlank() ? Kind.CHANGED : Kind.FOREIGN;
  }

  private static Optional<FileChange> unwanted(Path folder, Path path) throws IOException {
    var present = new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
    var name = folder.relativize(path).toString().replace('\\', '/');
    return Header.of(present)
        .map(it -> it.isUntouched() ? Kind.REMOVED : Kind.EDITED)
        .map(kind -> new FileChange(name, path, kind, Optional.of(present), ""));
  }

  private static Set<String> extensions(List<EmittedFile> wanted) {
    return wanted.stream().map(it -> extension(it.path())).collect(Collectors.toSet());
  }

  private static String extension(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  /// Returns the files of the same kinds in the folders of the wanted ones. A folder that none of
  /// them stands in may be another target's.
  private static List<Path> beside(List<EmittedFile> wanted, Path folder) throws IOException {
    var extensions = extensions(wanted);
    var found = new ArrayList<Path>();
    for (var it : folders(wanted, folder)) {
      try (var entries = Files.list(it)) {
        entries
            .filter(file -> extensions.contains(extension(file.toString())))
            .filter(Files::isRegularFile)
            .sorted()
            .forEach(found::add);
      }
    }
    return found;
  }

  private static List<Path> folders(List<EmittedFile> wanted, Path folder) {
    return wanted.stream()
        .map(it -> folder.resolve(it.path()).normalize().getParent())
        .distinct()
        .filter(Files::isDirectory)
        .toList();
  }

  private static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw AtomicFile.failure(folder, e);
    }
  }

  private static void remove(FileChange change) {
    try {
      Files.deleteIfExists(change.path());
    } catch (IOException e) {
      throw AtomicFile.failure(change.path(), e);
    }
  }

  private void tidy() {
    changes.stream().map(it -> it.path().getParent()).distinct().forEach(AtomicFile::tidy);
  }
}
