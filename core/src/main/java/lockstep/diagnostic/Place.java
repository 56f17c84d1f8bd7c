package lockstep.diagnostic;

import lockstep.schema.ObjectPath;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// Where a diagnostic points.
public sealed interface Place {
  /// A range in a file whose text is at hand, so that the line can be shown.
  record InText(SourceText source, Span span) implements Place {}

  /// A line of a file that another program read, such as a Python interpreter.
  ///
  /// @param line from 1
  record InFile(String file, int line) implements Place {}

  /// A whole file or folder.
  record File(String file) implements Place {}

  /// A schema object of a source that has no text, such as a live database.
  ///
  /// @param source the source's name without secrets, as in `database`
  record InSource(String source, ObjectPath object) implements Place {}

  static Place of(SourceText source, Span span) {
    return new InText(source, span);
  }
}
