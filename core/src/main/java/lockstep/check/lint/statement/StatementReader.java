package lockstep.check.lint.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import lockstep.check.lint.statement.Statement.DomainChange;
import lockstep.sql.SqlToken;
import lockstep.text.Span;

/// Recognises a statement by its tokens.
public final class StatementReader {
  private final Tokens tokens;

  private StatementReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /// Returns the tokens of a statement, with spans in its script.
  public static List<SqlToken> tokens(String script, Span statement) {
    var start = statement.start();
    return SqlToken.of(script.substring(start, statement.end())).stream()
        .map(it -> it.at(start))
        .toList();
  }

  /// Returns what a statement does; `Other` for what is not known, and for what is broken.
  public static Statement read(List<SqlToken> tokens) {
    return new StatementReader(new Tokens(tokens)).read().orElse(new Statement.Other());
  }

  private Optional<Statement> read() {
    return switch (tokens.take().text()) {
      case "create" -> CreateReader.read(tokens);
      case "alter" -> alter();
      case "drop" -> drop();
      case "grant" -> grant();
      case "revoke" -> Optional.of(new Statement.Revoke(until("from")));
      case "truncate" -> truncate();
      case "lock" -> lock();
      case "update" -> change().map(it -> new Statement.Update(it, bounds()));
      case "delete" -> tokens.take("from") ? deleted() : Optional.empty();
      case "insert" ->
          tokens.take("into") ? tokens.name().map(Statement.Insert::new) : Optional.empty();
      case "vacuum" -> Optional.of(vacuum());
      case "analyze", "analyse" -> Optional.of(new Statement.Analyze(analyzed()));
      case "cluster" -> Optional.of(cluster());
      case "reindex" -> Optional.of(reindex());
      case "refresh" -> refresh();
      case "do" -> Optional.of(new Statement.DoBlock(tokens.literal()));
      case "begin" -> Optional.of(new Statement.Begin());
      case "start" ->
          tokens.is("transaction") ? Optional.of(new Statement.Begin()) : Optional.empty();
      case "commit", "end" ->
          tokens.is("prepared") ? Optional.empty() : Optional.of(new Statement.Commit());
      case "rollback", "abort" -> rollback();
      case "set" -> set();
      case "select" -> setConfig();
      default -> Optional.empty();
    };
  }

  private Optional<Statement> alter() {
    var kind = CreateReader.kind(tokens);
    return switch (kind) {
      case TABLE -> alterTable();
      case TYPE -> alterType();
      case DOMAIN -> alterDomain();
      case EXTENSION -> alterExtension();
      case FUNCTION -> alterFunction();
      case INDEX, VIEW, MATERIALIZED_VIEW, SEQUENCE, SCHEMA -> renamed(kind);
      case DATABASE, TRIGGER, POLICY, OTHER -> Optional.empty();
    };
  }

  private Optional<Statement> alterTable() {
    var words = AlterTableReader.words(tokens);
    tokens.take(words, Word.ONLY, "only");
    var table = tokens.name();
    tokens.takeSymbol('*');
    return table.map(it -> new Statement.AlterTable(it, AlterTableReader.actions(tokens), words));
  }

  private Optional<Statement> alterType() {
    var name = tokens.name();
    if (name.isPresent() && tokens.take("add", "value")) {
      var words = AlterTableReader.words(tokens);
      var value = tokens.take().text();
      if (tokens.is("before") || tokens.is("after")) {
        words.add(Word.PLACED);
      }
      return Optional.of(new Statement.AddEnumValue(name.get(), text(value), words));
    }
    return name.flatMap(it -> renamed(ObjectKind.TYPE, it));
  }

  private Optional<Statement> alterDomain() {
    var name = tokens.name();
    var words = EnumSet.noneOf(Word.class);
    var change = DomainChange.OTHER;
    if (tokens.take("add")) {
      change = DomainChange.ADD_CONSTRAINT;
      if (tokens.has("not", "valid")) {
        words.add(Word.NOT_VALID);
      }
    } else if (tokens.take("set", "not", "null")) {
      change = DomainChange.SET_NOT_NULL;
    }
    var read = change;
    return name.map(it -> new Statement.AlterDomain(it, read, words));
  }

  private Optional<Statement> alterExtension() {
    var name = tokens.identifier();
    return tokens.is("update") ? name.map(Statement.UpdateExtension::new) : Optional.empty();
  }

  private Optional<Statement> alterFunction() {
    var name = tokens.name();
    if (tokens.isSymbol('(')) {
      tokens.group();
    }
    return name.map(it -> new Statement.AlterFunction(it, CreateReader.volatility(tokens)));
  }

  private Optional<Statement> renamed(ObjectKind kind) {
    AlterTableReader.words(tokens);
    return tokens.name().flatMap(it -> renamed(kind, it));
  }

  private Optional<Statement> renamed(ObjectKind kind, ObjectName name) {
    return tokens.take("rename", "to")
        ? tokens.identifier().map(it -> new Statement.Rename(kind, name, it))
        : Optional.empty();
  }

  private Optional<Statement> drop() {
    var kind = CreateReader.kind(tokens);
    var words = AlterTableReader.words(tokens);
    words.addAll(AlterTableReader.words(tokens));
    if (kind == ObjectKind.POLICY) {
      var name = tokens.identifier();
      tokens.take("on");
      return name.flatMap(it -> tokens.name().map(on -> new Statement.DropPolicy(it, on)));
    }
    var names = tokens.names();
    if (tokens.has("cascade")) {
      words.add(Word.CASCADE);
    }
    return Optional.of(new Statement.Drop(kind, names, words));
  }

  private Optional<Statement> grant() {
    var what = until("to");
    if (!tokens.isAtEnd() || what.contains(" on ")) {
      var words = EnumSet.noneOf(Word.class);
      if (what.startsWith("all ")) {
        words.add(Word.ALL);
      }
      if (tokens.rest().stream().anyMatch(it -> it.is("public"))) {
        words.add(Word.PUBLIC);
      }
      return Optional.of(new Statement.Grant(what, words));
    }
    return Optional.empty();
  }

  private String until(String end) {
    var taken = new ArrayList<SqlToken>();
    while (!tokens.isAtEnd() && !tokens.take(end)) {
      taken.add(tokens.take());
    }
    return DefinitionReader.text(taken).replace(" , ", ", ").replace(" . ", ".");
  }

  private Optional<Statement> truncate() {
    tokens.take("table");
    var words = EnumSet.noneOf(Word.class);
    var tables = tokens.names();
    if (tokens.has("cascade")) {
      words.add(Word.CASCADE);
    }
    return Optional.of(new Statement.Truncate(tables, words));
  }

  private Optional<Statement> lock() {
    tokens.take("table");
    var tables = tokens.names();
    var mode = tokens.take("in") ? until("mode") : "access exclusive";
    return Optional.of(new Statement.LockTable(tables, mode.toLowerCase(Locale.ROOT)));
  }

  private Optional<ObjectName> change() {
    tokens.take("only");
    return tokens.name();
  }

  private Optional<Statement> deleted() {
    return change().map(it -> new Statement.Delete(it, bounds()));
  }

  /// What keeps an `UPDATE` or `DELETE` from touching every row: a limit somewhere below it, or a
  /// place in the table.
  private Set<Word> bounds() {
    var words = EnumSet.noneOf(Word.class);
    var rest = tokens.rest();
    if (rest.stream().anyMatch(it -> it.is("where"))) {
      words.add(Word.WHERE);
    }
    if (rest.stream().anyMatch(it -> it.is("limit") || it.is("ctid"))) {
      words.add(Word.LIMITED);
    }
    return words;
  }

  private Statement vacuum() {
    var words = EnumSet.noneOf(Word.class);
    if (tokens.isSymbol('(')) {
      if (tokens.group().stream().anyMatch(it -> it.is("full"))) {
        words.add(Word.FULL);
      }
    }
    while (tokens.is("full")
        || tokens.is("freeze")
        || tokens.is("verbose")
        || tokens.is("analyze")) {
      if (tokens.take().is("full")) {
        words.add(Word.FULL);
      }
    }
    return new Statement.Vacuum(tokens.names(), words);
  }

  private List<ObjectName> analyzed() {
    if (tokens.isSymbol('(')) {
      tokens.group();
    }
    tokens.take("verbose");
    return tokens.names();
  }

  private Statement cluster() {
    if (tokens.isSymbol('(')) {
      tokens.group();
    }
    tokens.take("verbose");
    return new Statement.Cluster(tokens.name());
  }

  private Statement reindex() {
    var words = EnumSet.noneOf(Word.class);
    if (tokens.isSymbol('(')) {
      if (tokens.group().stream().anyMatch(it -> it.is("concurrently"))) {
        words.add(Word.CONCURRENTLY);
      }
    }
    var kind = tokens.take().text();
    words.addAll(AlterTableReader.words(tokens));
    return new Statement.Reindex(kind, tokens.name(), words);
  }

  private Optional<Statement> refresh() {
    if (!tokens.take("materialized", "view")) {
      return Optional.empty();
    }
    var words = AlterTableReader.words(tokens);
    return tokens.name().map(it -> new Statement.Refresh(it, words));
  }

  private Optional<Statement> rollback() {
    if (!tokens.take("work")) {
      tokens.take("transaction");
    }
    return tokens.is("to") || tokens.is("prepared")
        ? Optional.empty()
        : Optional.of(new Statement.Rollback());
  }

  private Optional<Statement> set() {
    var words = EnumSet.noneOf(Word.class);
    tokens.take(words, Word.LOCAL, "local");
    tokens.take("session");
    var name = tokens.name();
    if (!tokens.takeSymbol('=')) {
      tokens.take("to");
    }
    return name.map(it -> setting(it.toString(), tokens.rest(), words));
  }

  private static Statement setting(String name, List<SqlToken> value, Set<Word> words) {
    return new Statement.SetParameter(name.toLowerCase(Locale.ROOT), value, words);
  }

  /// `SELECT pg_catalog.set_config('search_path', '', false)`, as pg_dump writes it.
  private Optional<Statement> setConfig() {
    var function = tokens.name();
    if (function.isEmpty() || !function.get().name().text().equals("set_config")) {
      return Optional.empty();
    }
    var arguments = tokens.items();
    if (arguments.size() != 3) {
      return Optional.empty();
    }
    var name = text(arguments.get(0).peek().text());
    return Optional.of(setting(name, arguments.get(1).rest(), Set.of()));
  }

  /// Returns what a text in quotes or dollars says; anything else as it is.
  static String text(String token) {
    if (token.length() >= 2 && token.startsWith("'") && token.endsWith("'")) {
      return token.substring(1, token.length() - 1).replace("''", "'");
    }
    var tag = token.startsWith("$") ? token.indexOf('$', 1) + 1 : 0;
    return tag > 0 && token.length() >= 2 * tag
        ? token.substring(tag, token.length() - tag)
        : token;
  }
}
