package lockstep.check.lint.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.schema.Identifier;

/// Reads what `CREATE` makes.
final class CreateReader {
  private static final String DEFAULT_METHOD = "btree";

  private final Tokens tokens;
  private final Set<Word> words = EnumSet.noneOf(Word.class);

  private CreateReader(Tokens tokens) {
    this.tokens = tokens;
  }

  /// @param tokens behind `CREATE`
  static Optional<Statement> read(Tokens tokens) {
    return new CreateReader(tokens).read();
  }

  /// Takes the words that say what kind of object a statement is about.
  static ObjectKind kind(Tokens tokens) {
    if (tokens.take("materialized", "view")) {
      return ObjectKind.MATERIALIZED_VIEW;
    }
    if (tokens.take("foreign", "table")) {
      return ObjectKind.TABLE;
    }
    if (tokens.take("event", "trigger")) {
      return ObjectKind.OTHER;
    }
    return switch (tokens.take().text()) {
      case "table" -> ObjectKind.TABLE;
      case "index" -> ObjectKind.INDEX;
      case "view" -> ObjectKind.VIEW;
      case "sequence" -> ObjectKind.SEQUENCE;
      case "type" -> ObjectKind.TYPE;
      case "domain" -> ObjectKind.DOMAIN;
      case "function", "procedure", "routine", "aggregate" -> ObjectKind.FUNCTION;
      case "schema" -> ObjectKind.SCHEMA;
      case "database" -> ObjectKind.DATABASE;
      case "extension" -> ObjectKind.EXTENSION;
      case "trigger" -> ObjectKind.TRIGGER;
      case "policy" -> ObjectKind.POLICY;
      default -> ObjectKind.OTHER;
    };
  }

  private Optional<Statement> read() {
    tokens.take(words, Word.REPLACE, "or", "replace");
    if (!tokens.take("global")) {
      tokens.take("local");
    }
    tokens.take(words, Word.TEMPORARY, "temporary");
    tokens.take(words, Word.TEMPORARY, "temp");
    tokens.take("unlogged");
    tokens.take("constraint");
    tokens.take("recursive");
    tokens.take(words, Word.UNIQUE, "unique");
    var kind = kind(tokens);
    words.addAll(AlterTableReader.words(tokens));
    words.addAll(AlterTableReader.words(tokens));
    return switch (kind) {
      case TABLE -> table();
      case INDEX -> index();
      case VIEW -> tokens.name().map(it -> new Statement.CreateView(it, words));
      case MATERIALIZED_VIEW -> {
        words.add(Word.MATERIALIZED);
        yield tokens.name().map(it -> new Statement.CreateView(it, words));
      }
      case TYPE -> type();
      case DOMAIN -> tokens.name().map(Statement.CreateDomain::new);
      case FUNCTION -> function();
      case TRIGGER -> trigger();
      case POLICY -> policy();
      case SEQUENCE, SCHEMA, DATABASE, EXTENSION ->
          tokens.name().map(it -> new Statement.Create(kind, it));
      case OTHER -> Optional.empty();
    };
  }

  private Optional<Statement> table() {
    var name = tokens.name();
    var partitionOf = tokens.take("partition", "of") ? tokens.name() : Optional.<ObjectName>empty();
    var columns = new ArrayList<ColumnDefinition>();
    var constraints = new ArrayList<TableConstraint>();
    for (var item : tokens.items()) {
      if (DefinitionReader.isConstraint(item)) {
        DefinitionReader.constraint(item).ifPresent(constraints::add);
      } else if (!item.is("like")) {
        DefinitionReader.column(item).ifPresent(columns::add);
      }
    }
    if (tokens.has("partition", "by")) {
      words.add(Word.PARTITIONED);
    }
    return name.map(it -> new Statement.CreateTable(it, columns, constraints, partitionOf, words));
  }

  private Optional<Statement> index() {
    var name = tokens.is("on") ? Optional.<Identifier>empty() : tokens.identifier();
    if (!tokens.take("on")) {
      return Optional.empty();
    }
    tokens.take(words, Word.ONLY, "only");
    var table = tokens.name();
    var method = tokens.take("using") ? tokens.take().text() : DEFAULT_METHOD;
    var keys = tokens.items();
    var columns = keys.stream().map(CreateReader::key).toList();
    if (keys.stream().anyMatch(it -> !it.isAtEnd() && !it.is("asc"))) {
      words.add(Word.ORDERED);
    }
    if (tokens.has("where")) {
      words.add(Word.WHERE);
    }
    return table.map(it -> new Statement.CreateIndex(name, it, method, columns, words));
  }

  /// Returns the column of an index's key; empty for an expression.
  private static Optional<Identifier> key(Tokens item) {
    var column = item.identifier();
    return item.isSymbol('(') || item.isSymbol('.') ? Optional.empty() : column;
  }

  private Optional<Statement> type() {
    var name = tokens.name();
    if (!tokens.take("as", "enum")) {
      return name.map(it -> new Statement.Create(ObjectKind.TYPE, it));
    }
    var values = tokens.items().stream().map(it -> StatementReader.text(it.peek().text())).toList();
    return name.map(it -> new Statement.CreateEnum(it, values));
  }

  private Optional<Statement> function() {
    var name = tokens.name();
    var volatility = volatility(tokens).orElse("volatile");
    var body = tokens.skipTo("as") ? tokens.literal() : "";
    return name.map(it -> new Statement.CreateFunction(it, volatility, body, words));
  }

  static Optional<String> volatility(Tokens tokens) {
    return List.of("immutable", "stable", "volatile").stream()
        .filter(it -> tokens.rest().stream().anyMatch(token -> token.is(it)))
        .findFirst();
  }

  private Optional<Statement> trigger() {
    var name = tokens.identifier();
    if (!tokens.skipTo("on")) {
      return Optional.empty();
    }
    return name.flatMap(it -> tokens.name().map(table -> new Statement.CreateTrigger(it, table)));
  }

  private Optional<Statement> policy() {
    var name = tokens.identifier();
    tokens.take("on");
    var table = tokens.name();
    words.add(tokens.take("as", "restrictive") ? Word.RESTRICTIVE : Word.PERMISSIVE);
    return name.flatMap(it -> table.map(on -> new Statement.CreatePolicy(it, on, words)));
  }
}
