package lockstep.check.lint.script;

import java.util.ArrayList;
import java.util.List;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.StatementReader;
import lockstep.sql.ScriptPart;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;

/// A script's statements in order.
public record Script(SourceText source, Runner runner, List<Parsed> statements) {
  public Script {
    statements = List.copyOf(statements);
  }

  public static Script of(SourceText source) {
    var runner = Runner.of(source.name());
    var statements = new ArrayList<Parsed>();
    var gap = 0;
    var transaction = 0;
    var isInBlock = false;
    for (var part : StatementSplitter.split(source.content())) {
      var tokens = StatementReader.tokens(source.content(), part.span());
      var statement =
          switch (part) {
            case ScriptPart.MetaCommand(var _, var name) -> new Statement.MetaCommand(name);
            case ScriptPart.Statement _, ScriptPart.Copy _ -> StatementReader.read(tokens);
          };
      var begins = statement instanceof Statement.Begin;
      if (begins || !isInBlock && !runner.wrapsScript()) {
        transaction++;
      }
      isInBlock |= begins;
      statements.add(new Parsed(statement, part.span(), gap, tokens, transaction, isInBlock));
      if (statement instanceof Statement.Commit || statement instanceof Statement.Rollback) {
        transaction++;
        isInBlock = false;
      }
      gap = part instanceof ScriptPart.Copy(var _, var data) ? data.end() : part.span().end();
    }
    return new Script(source, runner, statements);
  }

  /// Returns the offset behind the last statement, from which only comments follow.
  public int end() {
    return statements.isEmpty() ? 0 : statements.getLast().span().end();
  }
}
