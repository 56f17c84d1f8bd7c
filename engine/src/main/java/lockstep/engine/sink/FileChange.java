package lockstep.engine.sink;

import java.nio.file.Path;
import java.util.Optional;
import lockstep.text.UnifiedDiff;

/// One file, and what has to happen so that it is as wanted.
///
/// @param name relative to the target's folder, with `/` between folders
/// @param path absolute
/// @param present the text that is there
/// @param wanted the text that shall be there; empty for a file to remove
public record FileChange(
    String name, Path path, Kind kind, Optional<String> present, String wanted) {
  /// What has to happen.
  public enum Kind {
    UNCHANGED("unchanged"),
    CREATED("created"),
    CHANGED("changed"),
    REMOVED("removed"),
    /// Nothing: it was generated and is no longer wanted, but somebody edited it since.
    EDITED("edited"),
    /// Nothing: somebody else's file stands there.
    FOREIGN("foreign");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    public String word() {
      return word;
    }
  }

  /// Returns whether a run would write or remove the file.
  public boolean isPending() {
    return switch (kind) {
      case CREATED, CHANGED, REMOVED -> true;
      case UNCHANGED, EDITED, FOREIGN -> false;
    };
  }

  /// Returns the difference as `diff -u` shows it.
  ///
  /// @param shown how the file is called in it
  public String diff(String shown) {
    return UnifiedDiff.of(
        present.isPresent() ? UnifiedDiff.side("a", shown) : "/dev/null",
        present.orElse(""),
        kind == Kind.REMOVED ? "/dev/null" : UnifiedDiff.side("b", shown),
        wanted);
  }
}
