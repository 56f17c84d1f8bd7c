package lockstep.psl.syntax;

import lockstep.text.Span;

/// One comment.
///
/// @param span from the first slash to the end of the line, or to the closing `*/`
public record Comment(Kind kind, Span span) {

  /// How it was written.
  public enum Kind {
    /// `// …`
    LINE,
    /// `/// …`, documentation of what follows
    DOCUMENTATION,
    /// `/* … */`, over one or more lines; documentation too
    BLOCK
  }
}
