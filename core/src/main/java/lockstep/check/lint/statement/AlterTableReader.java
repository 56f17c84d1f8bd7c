package lockstep.check.lint.statement;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.check.lint.statement.Action.Protection;
import lockstep.schema.Identifier;
import lockstep.text.Span;

/// Reads the actions of `ALTER TABLE`.
final class AlterTableReader {
  private AlterTableReader() {}

  static List<Action> actions(Tokens tokens) {
    var actions = new ArrayList<Action>();
    do {
      var item = tokens.item();
      actions.add(action(item).orElse(new Action.Other(item.span())));
    } while (tokens.takeSymbol(','));
    return actions;
  }

  private static Optional<Action> action(Tokens item) {
    var span = item.span();
    if (item.take("add")) {
      return add(item, span);
    }
    if (item.take("drop")) {
      return drop(item, span);
    }
    if (item.take("alter")) {
      item.take("column");
      return item.identifier().flatMap(it -> column(item, span, it));
    }
    if (item.take("validate", "constraint")) {
      return item.identifier().map(it -> new Action.ValidateConstraint(span, it));
    }
    if (item.take("rename")) {
      return rename(item, span);
    }
    if (item.take("set")) {
      return set(item, span);
    }
    if (item.isSymbol('(') || item.take("reset")) {
      return Optional.of(new Action.SetParameters(span, item.group()));
    }
    if (item.take("replica", "identity")) {
      return Optional.of(new Action.ReplicaIdentity(span, item.peek().text()));
    }
    if (item.take("attach", "partition")) {
      return item.name().map(it -> new Action.AttachPartition(span, it));
    }
    if (item.take("detach", "partition")) {
      return item.name().map(it -> new Action.DetachPartition(span, it, words(item)));
    }
    return guard(item, span);
  }

  private static Optional<Action> guard(Tokens item, Span span) {
    if (item.take("disable", "trigger")) {
      var isAll = item.is("all") || item.is("user");
      var trigger = isAll ? Optional.<Identifier>empty() : item.identifier();
      return Optional.of(new Action.DisableTrigger(span, trigger));
    }
    if (item.take("enable", "row", "level", "security")) {
      return Optional.of(new Action.RowSecurity(span, Protection.ENABLE));
    }
    if (item.take("disable", "row", "level", "security")) {
      return Optional.of(new Action.RowSecurity(span, Protection.DISABLE));
    }
    if (item.take("force", "row", "level", "security")) {
      return Optional.of(new Action.RowSecurity(span, Protection.FORCE));
    }
    if (item.take("no", "force", "row", "level", "security")) {
      return Optional.of(new Action.RowSecurity(span, Protection.NO_FORCE));
    }
    return Optional.empty();
  }

  private static Optional<Action> add(Tokens item, Span span) {
    if (DefinitionReader.isConstraint(item)) {
      return DefinitionReader.constraint(item).map(it -> new Action.AddConstraint(span, it));
    }
    item.take("column");
    var words = words(item);
    return DefinitionReader.column(item).map(it -> new Action.AddColumn(span, it, words));
  }

  private static Optional<Action> drop(Tokens item, Span span) {
    var isConstraint = item.take("constraint");
    if (!isConstraint) {
      item.take("column");
    }
    var words = words(item);
    var name = item.identifier();
    words.addAll(words(item));
    return name.map(
        it ->
            isConstraint
                ? new Action.DropConstraint(span, it, words)
                : new Action.DropColumn(span, it, words));
  }

  private static Optional<Action> column(Tokens item, Span span, Identifier column) {
    if (item.take("type") || item.take("set", "data", "type")) {
      var type = DefinitionReader.type(item);
      return Optional.of(new Action.SetType(span, column, type, item.is("collate")));
    }
    if (item.take("set", "default")) {
      return Optional.of(new Action.SetDefault(span, column, item.rest()));
    }
    if (item.take("drop", "default")) {
      return Optional.of(new Action.DropDefault(span, column));
    }
    if (item.take("set", "not", "null")) {
      return Optional.of(new Action.SetNotNull(span, column));
    }
    if (item.take("drop", "not", "null")) {
      return Optional.of(new Action.DropNotNull(span, column));
    }
    return Optional.empty();
  }

  private static Optional<Action> rename(Tokens item, Span span) {
    if (item.take("to")) {
      return item.identifier().map(it -> new Action.RenameTable(span, it));
    }
    var isConstraint = item.take("constraint");
    item.take("column");
    var from = item.identifier();
    item.take("to");
    var to = item.identifier();
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        isConstraint
            ? new Action.RenameConstraint(span, from.get(), to.get())
            : new Action.RenameColumn(span, from.get(), to.get()));
  }

  private static Optional<Action> set(Tokens item, Span span) {
    if (item.take("schema")) {
      return item.identifier().map(it -> new Action.SetSchema(span, it));
    }
    if (item.take("logged") || item.take("unlogged")) {
      return Optional.of(new Action.SetPersistence(span));
    }
    if (item.take("tablespace")) {
      return Optional.of(new Action.SetStorage(span, "tablespace"));
    }
    if (item.take("access", "method")) {
      return Optional.of(new Action.SetStorage(span, "access method"));
    }
    return item.isSymbol('(')
        ? Optional.of(new Action.SetParameters(span, item.group()))
        : Optional.empty();
  }

  static Set<Word> words(Tokens item) {
    var words = EnumSet.noneOf(Word.class);
    item.take(words, Word.IF_NOT_EXISTS, "if", "not", "exists");
    item.take(words, Word.IF_EXISTS, "if", "exists");
    item.take(words, Word.CONCURRENTLY, "concurrently");
    item.take(words, Word.CASCADE, "cascade");
    return words;
  }
}
