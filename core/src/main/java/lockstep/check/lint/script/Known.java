package lockstep.check.lint.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.check.lint.statement.Action;
import lockstep.check.lint.statement.ObjectKind;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;
import lockstep.schema.Identifier;
import lockstep.schema.QualifiedName;
import lockstep.sql.SqlToken;

/// What is known of the database at one point of a script: by the statements so far.
///
/// A table that no statement made is taken to be there, with rows and in use.
public final class Known {
  /// The number of what was there before the first script.
  static final int BEFORE_ALL = 0;

  private record Thing(ObjectKind kind, QualifiedName name) {}

  /// An enum and its values.
  ///
  /// @param added the transaction that added a value to it
  public record KnownEnum(List<String> values, int script, Map<String, Integer> added) {}

  private final Map<QualifiedName, KnownTable> tables = new LinkedHashMap<>();
  private final Map<QualifiedName, KnownEnum> enums = new LinkedHashMap<>();
  private final Map<Thing, Integer> madeIn = new LinkedHashMap<>();
  private final Map<QualifiedName, String> volatilities = new LinkedHashMap<>();
  private final Map<QualifiedName, Set<String>> bodies = new LinkedHashMap<>();
  private final Map<QualifiedName, QualifiedName> renamedTypes = new LinkedHashMap<>();
  private final Set<QualifiedName> given = new LinkedHashSet<>();
  private final Identifier home;
  private Identifier defaultNamespace;
  private int script = BEFORE_ALL;
  private boolean isAllRead = true;

  /// @param home the namespace that names without one are in, until a script says another
  public Known(Identifier home) {
    this.home = home;
    this.defaultNamespace = home;
  }

  /// Begins the next script: what the last one made is old from now on.
  public void nextScript() {
    script++;
    defaultNamespace = home;
    renamedTypes.clear();
    enums.values().forEach(it -> it.added().clear());
  }

  public QualifiedName resolve(ObjectName name) {
    return QualifiedName.of(name.namespace().orElse(defaultNamespace), name.name());
  }

  public Optional<KnownTable> table(ObjectName name) {
    return Optional.ofNullable(tables.get(resolve(name)));
  }

  /// Returns whether this very script made a table, so that it has no readers and few rows.
  public boolean isNew(ObjectName table) {
    return table(table).map(it -> it.script() == script).orElse(false);
  }

  /// Returns whether a script's number is that of this very script.
  public boolean isCurrent(int number) {
    return number == script;
  }

  /// Returns whether this very script made a column; its table may be old.
  public boolean isNew(ObjectName table, Identifier column) {
    return table(table)
        .flatMap(it -> it.column(column))
        .map(it -> it.script() == script)
        .orElse(false);
  }

  /// Returns whether this very script made an object.
  public boolean isNew(ObjectKind kind, ObjectName name) {
    return switch (kind) {
      case TABLE -> isNew(name);
      case INDEX ->
          tableOfIndex(name)
              .map(it -> it.script() == script || it.indexes().get(name.name()).script() == script)
              .orElse(false);
      default -> madeIn.getOrDefault(new Thing(kind, resolve(name)), -1) == script;
    };
  }

  /// Returns whether anything in the scripts so far made an object.
  public boolean hasMade(ObjectKind kind, ObjectName name) {
    return madeIn.containsKey(new Thing(kind, resolve(name)));
  }

  /// Returns whether a name has meant the same table all along.
  public boolean isSame(ObjectName table) {
    return !given.contains(resolve(table))
        && table(table).map(it -> it.script() <= BEFORE_ALL).orElse(true)
        && Stream.of(ObjectKind.VIEW, ObjectKind.MATERIALIZED_VIEW)
            .noneMatch(it -> madeIn.getOrDefault(new Thing(it, resolve(table)), 0) > BEFORE_ALL);
  }

  /// Returns the tables of which it is known that they have such a column.
  public List<QualifiedName> tablesWith(Identifier column) {
    return tables.entrySet().stream()
        .filter(it -> it.getValue().column(column).isPresent())
        .map(Map.Entry::getKey)
        .toList();
  }

  /// Returns whether every statement of the scripts so far is one of which we know what it makes.
  public boolean isAllRead() {
    return isAllRead;
  }

  /// Returns the table that has an index.
  public Optional<KnownTable> tableOfIndex(ObjectName index) {
    return tables.values().stream()
        .filter(it -> it.indexes().containsKey(index.name()))
        .findFirst();
  }

  /// Returns the tables of which a foreign key points at a table, as far as they are known.
  public List<QualifiedName> referrers(ObjectName table) {
    var target = resolve(table);
    return tables.entrySet().stream()
        .filter(
            it ->
                it.getValue().constraints().stream()
                    .flatMap(constraint -> constraint.definition().referenced().stream())
                    .anyMatch(to -> resolve(to).equals(target)))
        .map(Map.Entry::getKey)
        .filter(it -> !it.equals(target))
        .toList();
  }

  public Optional<KnownEnum> enumType(ObjectName name) {
    return Optional.ofNullable(enums.get(resolve(name)));
  }

  /// Returns the values that a type's name stood for before it was renamed away in this script.
  public Optional<KnownEnum> formerEnum(ObjectName name) {
    return Optional.ofNullable(renamedTypes.get(resolve(name))).map(enums::get);
  }

  /// Returns what a function was declared to be, as in `stable`.
  public Optional<String> volatility(ObjectName function) {
    return Optional.ofNullable(volatilities.get(resolve(function)));
  }

  /// Returns the functions in whose body all these words are. PostgreSQL keeps no record of what
  /// such a body uses.
  public List<QualifiedName> functionsNaming(List<Identifier> names) {
    return bodies.entrySet().stream()
        .filter(it -> names.stream().allMatch(name -> it.getValue().contains(name.text())))
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Set<String> words(String body) {
    return SqlToken.of(body).stream()
        .map(it -> it.text().replace("\"", ""))
        .collect(Collectors.toSet());
  }

  /// Returns every enum value that a transaction of this script has added.
  public List<String> valuesAddedIn(int transaction) {
    var values = new ArrayList<String>();
    for (var type : enums.values()) {
      type.added()
          .forEach(
              (value, in) -> {
                if (in == transaction && type.script() != script) {
                  values.add(value);
                }
              });
    }
    return values;
  }

  public void apply(Parsed parsed) {
    switch (parsed.statement()) {
      case Statement.CreateTable it -> create(it, parsed);
      case Statement.AlterTable it -> alter(it, parsed);
      case Statement.CreateIndex it -> index(it);
      case Statement.Drop it -> it.names().forEach(name -> drop(it.kind(), name));
      case Statement.Rename(var kind, var name, var to) -> rename(kind, name, to);
      case Statement.CreateEnum(var name, var values) -> {
        made(ObjectKind.TYPE, name);
        enums.put(resolve(name), new KnownEnum(values, script, new LinkedHashMap<>()));
      }
      case Statement.AddEnumValue(var type, var value, var _) -> addValue(type, value, parsed);
      case Statement.CreateDomain(var name) -> made(ObjectKind.DOMAIN, name);
      case Statement.CreateView(var name, var words) ->
          made(
              words.contains(Word.MATERIALIZED) ? ObjectKind.MATERIALIZED_VIEW : ObjectKind.VIEW,
              name);
      case Statement.CreateFunction(var name, var volatility, var body, var _) -> {
        if (!hasMade(ObjectKind.FUNCTION, name)) {
          made(ObjectKind.FUNCTION, name);
        }
        volatilities.put(resolve(name), volatility);
        bodies.put(resolve(name), words(body));
      }
      case Statement.CreatePolicy(var name, var table, var words) ->
          at(table)
              .policy(name, words.contains(Word.RESTRICTIVE) ? Word.RESTRICTIVE : Word.PERMISSIVE);
      case Statement.DropPolicy(var name, var table) -> at(table).dropPolicy(name);
      case Statement.Create(var kind, var name) -> {
        made(kind, name);
        // What an extension brings is not known.
        isAllRead &= kind != ObjectKind.EXTENSION || script == BEFORE_ALL;
      }
      case Statement.SetParameter(var name, var value, var _) -> {
        if (name.equals("search_path")) {
          searchPath(value.stream().map(it -> it.text()).findFirst().orElse(""));
        }
      }
      case Statement.DoBlock _, Statement.MetaCommand _ -> isAllRead = false;
      case Statement.Other _ -> isAllRead &= script == BEFORE_ALL || isComment(parsed);
      default -> {
        // Makes nothing that another statement could be about.
      }
    }
  }

  private static boolean isComment(Parsed parsed) {
    return parsed.tokens().stream().findFirst().filter(it -> it.is("comment")).isPresent();
  }

  private void made(ObjectKind kind, ObjectName name) {
    madeIn.put(new Thing(kind, resolve(name)), script);
  }

  private KnownTable at(ObjectName table) {
    return tables.computeIfAbsent(resolve(table), _ -> KnownTable.unseen());
  }

  private void create(Statement.CreateTable it, Parsed parsed) {
    var name = resolve(it.name());
    if (!it.words().contains(Word.IF_NOT_EXISTS) || !tables.containsKey(name)) {
      tables.put(name, KnownTable.created(it, script, parsed.transaction()));
    }
  }

  private void alter(Statement.AlterTable it, Parsed parsed) {
    var table = at(it.table());
    for (var action : it.actions()) {
      table.apply(action, it.table().name(), script, parsed.transaction());
      switch (action) {
        case Action.RenameTable(var _, var to) -> move(it.table(), it.table().named(to));
        case Action.SetSchema(var _, var to) ->
            move(it.table(), new ObjectName(Optional.of(to), it.table().name()));
        default -> {
          // The table keeps its name.
        }
      }
    }
  }

  private void move(ObjectName from, ObjectName to) {
    given.add(resolve(to));
    Optional.ofNullable(tables.remove(resolve(from))).ifPresent(it -> tables.put(resolve(to), it));
  }

  private void index(Statement.CreateIndex it) {
    it.name().ifPresent(name -> at(it.table()).index(name, new KnownTable.KnownIndex(it, script)));
  }

  private void drop(ObjectKind kind, ObjectName name) {
    switch (kind) {
      case TABLE -> tables.remove(resolve(name));
      case INDEX -> tableOfIndex(name).ifPresent(it -> it.indexes().remove(name.name()));
      case TYPE -> enums.remove(resolve(name));
      case FUNCTION -> {
        madeIn.remove(new Thing(kind, resolve(name)));
        bodies.remove(resolve(name));
      }
      default -> madeIn.remove(new Thing(kind, resolve(name)));
    }
  }

  private void rename(ObjectKind kind, ObjectName name, Identifier to) {
    var from = resolve(name);
    if (kind == ObjectKind.INDEX) {
      tableOfIndex(name).ifPresent(it -> it.index(to, it.indexes().remove(name.name())));
      return;
    }
    var target = QualifiedName.of(from.namespace(), to);
    given.add(target);
    Optional.ofNullable(madeIn.remove(new Thing(kind, from)))
        .ifPresent(it -> madeIn.put(new Thing(kind, target), it));
    Optional.ofNullable(bodies.remove(from)).ifPresent(it -> bodies.put(target, it));
    if (kind == ObjectKind.TYPE) {
      renamedTypes.put(from, target);
      Optional.ofNullable(enums.remove(from)).ifPresent(it -> enums.put(target, it));
      tables.values().forEach(it -> it.renameType(from.name(), to));
    }
  }

  private void addValue(ObjectName type, String value, Parsed parsed) {
    var known =
        enums.computeIfAbsent(
            resolve(type), _ -> new KnownEnum(List.of(), -1, new LinkedHashMap<>()));
    known.added().put(value, parsed.transaction());
    var values = new ArrayList<>(known.values());
    values.add(value);
    enums.put(resolve(type), new KnownEnum(values, known.script(), known.added()));
  }

  private void searchPath(String first) {
    var name = first.replaceAll("[\"']", "");
    defaultNamespace =
        name.isEmpty() || name.equals("default") || name.contains(",") ? home : Identifier.of(name);
  }
}
