package lockstep.check.lint.script;

import java.util.List;
import lockstep.check.lint.statement.Statement;
import lockstep.sql.SqlToken;
import lockstep.text.Span;

/// A statement of a script, recognised.
///
/// @param span where it stands, without the semicolon
/// @param gap the offset behind the statement before it, from which comments belong to this one
/// @param transaction statements with the same number run in one transaction
/// @param isInBlock whether it stands between `BEGIN` and `COMMIT`
public record Parsed(
    Statement statement,
    Span span,
    int gap,
    List<SqlToken> tokens,
    int transaction,
    boolean isInBlock) {
  public Parsed {
    tokens = List.copyOf(tokens);
  }
}
