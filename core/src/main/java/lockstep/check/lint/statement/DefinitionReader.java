package lockstep.check.lint.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import lockstep.check.lint.statement.ColumnDefinition.Trait;
import lockstep.schema.Identifier;
import lockstep.sql.SqlToken;
import lockstep.text.Span;

/// Reads the columns and constraints of `CREATE TABLE` and `ALTER TABLE`.
final class DefinitionReader {
  private static final Set<String> TYPE_ENDS =
      Set.of(
          "not",
          "null",
          "default",
          "primary",
          "unique",
          "references",
          "check",
          "constraint",
          "collate",
          "generated",
          "using",
          "storage",
          "compression",
          "deferrable",
          "initially");
  private static final Set<String> CONSTRAINT_STARTS =
      Set.of("constraint", "primary", "unique", "foreign", "check", "exclude");

  private DefinitionReader() {}

  /// Returns whether an item of `CREATE TABLE (…)` or of `ADD` is a constraint and no column.
  static boolean isConstraint(Tokens item) {
    var first = item.peek();
    return first.isWord() && CONSTRAINT_STARTS.contains(first.text()) || item.is("not", "null");
  }

  static Optional<ColumnDefinition> column(Tokens item) {
    var span = item.span();
    return item.identifier().map(name -> column(span, name, item));
  }

  private static ColumnDefinition column(Span span, Identifier name, Tokens item) {
    var type = type(item);
    var traits = EnumSet.noneOf(Trait.class);
    var defaults = new ArrayList<SqlToken>();
    var constraints = new ArrayList<TableConstraint>();
    var constraintName = Optional.<Identifier>empty();
    while (!item.isAtEnd()) {
      if (item.take("constraint")) {
        constraintName = item.identifier();
        continue;
      }
      if (item.take("not", "null")) {
        traits.add(Trait.NOT_NULL);
      } else if (item.take("set", "default") || item.take("set", "null")) {
        // What a foreign key does belongs to it.
        continue;
      } else if (item.take("default")) {
        defaults.addAll(expression(item));
      } else if (item.take("collate")) {
        item.name();
        traits.add(Trait.COLLATED);
      } else if (item.take("generated")) {
        generated(item, traits);
      } else {
        var constraint = ofColumn(item, name, constraintName);
        constraint.ifPresent(constraints::add);
        if (constraint.isEmpty()) {
          item.take();
        }
      }
      constraintName = Optional.empty();
    }
    return new ColumnDefinition(span, name, type, traits, defaults, constraints);
  }

  private static void generated(Tokens item, Set<Trait> traits) {
    if (!item.take("always")) {
      item.take("by", "default");
    }
    item.take("as");
    if (item.take("identity")) {
      traits.add(Trait.IDENTITY);
      traits.add(Trait.NOT_NULL);
    } else {
      item.group();
      traits.add(item.take("stored") ? Trait.STORED : Trait.VIRTUAL);
    }
  }

  private static Optional<TableConstraint> ofColumn(
      Tokens item, Identifier column, Optional<Identifier> name) {
    var span = item.peek().span();
    var kind = kind(item);
    if (kind.isEmpty() && !item.take("references")) {
      return Optional.empty();
    }
    var referenced = kind.isEmpty() ? item.name() : Optional.<ObjectName>empty();
    var isCheck = kind.equals(Optional.of(TableConstraint.Kind.CHECK));
    return Optional.of(
        new TableConstraint(
            span,
            kind.orElse(TableConstraint.Kind.FOREIGN_KEY),
            name,
            isCheck ? List.of() : List.of(column),
            Optional.empty(),
            referenced,
            referenced.isPresent() ? item.columns() : List.of(),
            isCheck ? text(item.group()) : "",
            Set.of()));
  }

  static Optional<TableConstraint> constraint(Tokens item) {
    var span = item.span();
    var name = item.take("constraint") ? item.identifier() : Optional.<Identifier>empty();
    var kind = kind(item);
    if (kind.isEmpty()) {
      return Optional.empty();
    }
    var columns = List.<Identifier>of();
    var expression = "";
    var referenced = Optional.<ObjectName>empty();
    var referencedColumns = List.<Identifier>of();
    var index = Optional.<Identifier>empty();
    switch (kind.get()) {
      case PRIMARY_KEY, UNIQUE -> {
        if (item.take("using", "index")) {
          index = item.identifier();
        }
        item.take("nulls", "not", "distinct");
        columns = item.columns();
      }
      case FOREIGN_KEY -> {
        columns = item.columns();
        referenced = item.take("references") ? item.name() : Optional.empty();
        referencedColumns = item.columns();
      }
      case CHECK -> expression = text(item.group());
      case NOT_NULL -> columns = item.identifier().stream().toList();
      case EXCLUDE -> {
        // What it excludes does not matter.
      }
    }
    var words = EnumSet.noneOf(Word.class);
    if (item.has("not", "valid")) {
      words.add(Word.NOT_VALID);
    }
    return Optional.of(
        new TableConstraint(
            span,
            kind.get(),
            name,
            columns,
            index,
            referenced,
            referencedColumns,
            expression,
            words));
  }

  private static Optional<TableConstraint.Kind> kind(Tokens item) {
    if (item.take("primary", "key")) {
      return Optional.of(TableConstraint.Kind.PRIMARY_KEY);
    }
    if (item.take("unique")) {
      return Optional.of(TableConstraint.Kind.UNIQUE);
    }
    if (item.take("foreign", "key")) {
      return Optional.of(TableConstraint.Kind.FOREIGN_KEY);
    }
    if (item.take("check")) {
      return Optional.of(TableConstraint.Kind.CHECK);
    }
    if (item.take("exclude")) {
      return Optional.of(TableConstraint.Kind.EXCLUDE);
    }
    return item.take("not", "null") ? Optional.of(TableConstraint.Kind.NOT_NULL) : Optional.empty();
  }

  /// Takes a type: its words, modifiers and brackets, up to what can stand behind one.
  static TypeName type(Tokens item) {
    var name = new StringBuilder();
    var modifiers = new ArrayList<Integer>();
    var dimensions = 0;
    while (!item.isAtEnd()) {
      var token = item.peek();
      if (token.text().equals("(")) {
        item.group().stream()
            .filter(it -> it.text().matches("[0-9]{1,9}"))
            .forEach(it -> modifiers.add(Integer.valueOf(it.text())));
      } else if (token.text().equals("[")) {
        item.group();
        dimensions++;
      } else if (item.take("array")) {
        dimensions++;
      } else if (token.isWord() && TYPE_ENDS.contains(token.text())) {
        break;
      } else {
        var isFirst = name.isEmpty() || name.charAt(name.length() - 1) == '.';
        name.append(isFirst || token.text().equals(".") ? "" : " ");
        name.append(unquoted(item.take()));
      }
    }
    return new TypeName(name.toString(), modifiers, dimensions);
  }

  private static String unquoted(SqlToken token) {
    var text = token.text();
    return text.length() > 2 && text.startsWith("\"")
        ? text.substring(1, text.length() - 1).replace("\"\"", "\"")
        : text;
  }

  /// Takes the expression of a column's default, up to the next constraint of the column.
  private static List<SqlToken> expression(Tokens item) {
    var tokens = new ArrayList<SqlToken>();
    while (!item.isAtEnd()) {
      var isEnd =
          !tokens.isEmpty()
              && item.peek().isWord()
              && TYPE_ENDS.contains(item.peek().text())
              && !item.peek().is("collate");
      if (isEnd) {
        break;
      }
      if (item.isSymbol('(') || item.isSymbol('[')) {
        tokens.addAll(item.group());
      } else {
        tokens.add(item.take());
      }
    }
    return tokens;
  }

  static String text(List<SqlToken> tokens) {
    return tokens.stream().map(DefinitionReader::unquoted).collect(Collectors.joining(" "));
  }
}
