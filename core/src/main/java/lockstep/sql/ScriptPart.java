package lockstep.sql;

import lockstep.text.Span;

/// One piece of an SQL script that is sent or obeyed by itself.
public sealed interface ScriptPart {
  /// Returns where it stands in the script.
  Span span();

  /// A statement, without the semicolon that ends it.
  record Statement(Span span) implements ScriptPart {}

  /// `COPY … FROM STDIN` and the lines of data that follow it in the script.
  ///
  /// @param span the statement
  /// @param data the lines, without the `\.` that ends them
  record Copy(Span span, Span data) implements ScriptPart {}

  /// A line that psql obeys and PostgreSQL never sees.
  ///
  /// @param span from the backslash to the end of the line
  /// @param name as in `connect`, without the backslash
  record MetaCommand(Span span, String name) implements ScriptPart {}
}
