package lockstep.emit;

/// One file of a target, as it shall be.
///
/// @param path relative to the target's folder, with `/` between folders
/// @param content the whole text; lines end in LF, the last one too
public record EmittedFile(String path, String content) {
  public EmittedFile {
    if (path.isEmpty() || path.startsWith("/")) {
      throw new IllegalArgumentException("not a relative path: " + path);
    }
  }
}
