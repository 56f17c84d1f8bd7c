package lockstep.check.lint.script;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.StatementReader;
import lockstep.schema.Identifier;
import lockstep.sql.ScriptPart;
import lockstep.sql.StatementSplitter;
import lockstep.text.SourceText;

/// A script's statements in order.
public final class Script {
  private final SourceText source;
  private final Runner runner;
  private final List<Parsed> statements;
  private final boolean isApart;
  private final Map<Identifier, List<Integer>> bySubject = new HashMap<>();

  private Script(SourceText source, Runner runner, List<Parsed> statements) {
    this.source = source;
    this.runner = runner;
    this.statements = List.copyOf(statements);
    this.isApart = statements.stream().anyMatch(it -> OutsideTransaction.mustRun(it.statement()));
    for (var i = 0; i < statements.size(); i++) {
      for (var name : Subjects.of(statements.get(i).statement())) {
        bySubject.computeIfAbsent(name.name(), _ -> new ArrayList<>()).add(i);
      }
    }
  }

  public SourceText source() {
    return source;
  }

  public Runner runner() {
    return runner;
  }

  public List<Parsed> statements() {
    return statements;
  }

  /// Returns whether a statement in it cannot run in a transaction, so that none holds it together.
  public boolean isApart() {
    return isApart;
  }

  /// Returns the places of the statements about what is called so, in any namespace.
  List<Integer> about(Identifier name) {
    return bySubject.getOrDefault(name, List.of());
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
      // What a wrapped script did before its `BEGIN` becomes part of that transaction.
      if (!runner.wrapsScript() && (begins || !isInBlock)) {
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
