package lockstep.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.diff.Change;
import lockstep.schema.Access;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.ColumnValue;
import lockstep.schema.CompositeType;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.OptionsObject;
import lockstep.schema.Policy;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Routine;
import lockstep.schema.Rule;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Statistics;
import lockstep.schema.Table;
import lockstep.schema.Trigger;
import lockstep.schema.View;
import lockstep.sql.Quote;

/// The plan for a database in which something is already.
///
/// First it is settled what can be changed in place and what must be made anew, with all that
/// stands in the way of either; then every change says its steps, and what these need and free puts
/// them in order.
final class LivePlan {
  private final Situation situation;
  private final Needs from;
  private final Needs to;
  private final List<Change> changes;
  private final Set<ObjectPath> replaced = new LinkedHashSet<>();
  private final Set<ObjectPath> dropped = new LinkedHashSet<>();
  private final Set<ObjectPath> touched = new LinkedHashSet<>();
  private final Rebuilds rebuilds;
  private final List<List<Task>> chains = new ArrayList<>();

  private LivePlan(Situation situation, List<Change> changes) {
    this.situation = situation;
    this.changes = changes;
    from = new Needs(situation.from());
    to = new Needs(situation.to());
    rebuilds = new Rebuilds(situation, from);
  }

  static Plan of(Situation situation, List<Change> all) {
    var renamed = SameButForName.find(all);
    var changes =
        all.stream().filter(it -> renamed.stream().noneMatch(pair -> pair.has(it))).toList();
    var plan = new LivePlan(situation, changes);
    renamed.forEach(plan::rename);
    changes.forEach(plan::settle);
    changes.forEach(plan::add);
    plan.rebuilds.paths().stream().filter(it -> !plan.isChanged(it)).forEach(plan::remake);
    plan.comments();
    plan.settings();
    plan.access();
    return new Plan(StepOrder.sort(plan.chains));
  }

  /// A part that only has another name keeps what it is.
  private void rename(SameButForName pair) {
    dropped.add(pair.dropped().object());
    pair.added().object().parent().ifPresent(touched::add);
    chains.add(List.of(Task.using(RenamePlan.step(pair.rename(), situation.names()), List.of())));
  }

  /// Finds what goes, and what has to go for a while.
  private void settle(Change change) {
    touched.add(change.object());
    change.object().parent().ifPresent(touched::add);
    switch (change) {
      case Change.Removal it -> drop(it.object());
      case Change.DropColumn it -> drop(it.object());
      case Change.DropConstraint it -> drop(it.object());
      case Change.DropIndex it -> drop(it.object());
      case Change.AlterObject it -> {
        if (alterations(it).isEmpty()) {
          replace(it);
        }
      }
      case Change.AlterColumn it -> {
        if (ColumnPlan.isReplaced(it.from(), it.to(), situation)) {
          replaced.add(it.object());
          rebuilds.dropped(it.object());
        } else if (!ColumnPlan.sameType(it.from(), it.to())) {
          rebuilds.retyped(it.object());
        }
      }
      case Change.AlterConstraint it -> {
        if (ConstraintPlan.alter(it.table(), it.from(), it.to(), situation).isEmpty()) {
          replaced.add(it.object());
          rebuilds.dropped(it.object());
        }
      }
      case Change.AlterIndex it -> {
        var isInPlace = IndexPlan.alter(it.table(), it.from(), it.to(), situation).isPresent();
        if (!isInPlace
            && (!situation.isInUse(it.table()) || !from.usersOf(it.object()).isEmpty())) {
          replaced.add(it.object());
          rebuilds.dropped(it.object());
        }
      }
      case Change.Creation _,
          Change.AlterExtension _,
          Change.AlterNamespace _,
          Change.AddColumn _,
          Change.AddConstraint _,
          Change.AddIndex _,
          Change.ExpectView _,
          Change.AlterAccess _,
          Change.AlterDatabaseObject _,
          Change.ReorderColumns _ -> {}
    }
  }

  private void drop(ObjectPath path) {
    for (var part : from.withParts(path)) {
      dropped.add(part);
      rebuilds.dropped(part);
    }
  }

  /// A type that must be made anew takes its columns along; everything else goes and comes back.
  private void replace(Change.AlterObject change) {
    replaced.add(change.object());
    if (isType(change.to())) {
      for (var user : from.usersOf(change.object())) {
        if (isTyped(user)) {
          rebuilds.retyped(user);
        }
      }
    }
    rebuilds.dropped(change.object());
  }

  private static boolean isType(SchemaObject object) {
    return object instanceof EnumType
        || object instanceof Domain
        || object instanceof CompositeType;
  }

  private boolean isInColumns(ObjectPath type) {
    return from.usersOf(type).stream().anyMatch(this::isTyped);
  }

  private boolean isTyped(ObjectPath user) {
    return user.kind() == Kind.COLUMN;
  }

  private boolean isRemade(ObjectPath path) {
    return replaced.contains(path) || rebuilds.paths().contains(path);
  }

  private boolean isChanged(ObjectPath path) {
    return replaced.contains(path)
        || dropped.contains(path)
        || changes.stream().anyMatch(it -> it.object().equals(path) && isAltering(it));
  }

  private static boolean isAltering(Change change) {
    return !(change instanceof Change.ReorderColumns || change instanceof Change.AlterAccess);
  }

  private Optional<List<Step>> alterations(Change.AlterObject change) {
    var name = change.name();
    return switch (change.to()) {
      case EnumType it -> EnumPlan.alter(name, (EnumType) change.from(), it, situation.names());
      case CompositeType it -> {
        var before = (CompositeType) change.from();
        yield CompositeTypePlan.keepsTypes(before, it) || !isInColumns(change.object())
            ? Optional.of(CompositeTypePlan.alter(name, before, it, situation.names()))
            : Optional.empty();
      }
      case OptionsObject it ->
          ((OptionsObject) change.from()).definition().equals(it.definition())
                  && ((OptionsObject) change.from()).additions().equals(it.additions())
              ? Optional.of(List.of())
              : Optional.empty();
      case Domain it -> DomainPlan.alter(name, (Domain) change.from(), it, situation);
      case Sequence it ->
          Optional.of(SequencePlan.alter(name, (Sequence) change.from(), it, situation.names()));
      case Table it -> Optional.of(TablePlan.alter(name, (Table) change.from(), it, situation));
      case View it -> ViewPlan.alter(name, (View) change.from(), it, situation);
      case PrintedObject it -> alterations(change.namespace(), (PrintedObject) change.from(), it);
    };
  }

  private Optional<List<Step>> alterations(
      Identifier in, PrintedObject before, PrintedObject after) {
    var names = situation.names();
    return switch (after) {
      case Routine it ->
          RoutinePlan.alter(QualifiedName.of(in, it.name()), (Routine) before, it, names);
      case Trigger it ->
          TriggerPlan.alter(QualifiedName.of(in, it.relation()), (Trigger) before, it, names);
      case Rule it ->
          TriggerPlan.alter(QualifiedName.of(in, it.relation()), (Rule) before, it, names);
      case Policy it ->
          PolicyPlan.alter(QualifiedName.of(in, it.relation()), (Policy) before, it, names);
      case Statistics it -> StatisticsPlan.alter(in, (Statistics) before, it, names);
    };
  }

  private void add(Change change) {
    switch (change) {
      case Change.CreateExtension it -> create(List.of(ExtensionPlan.create(it)));
      case Change.DropExtension it -> drop(ExtensionPlan.drop(it));
      case Change.AlterExtension it -> alter(ExtensionPlan.alter(it));
      case Change.CreateNamespace it -> create(List.of(NamespacePlan.create(it)));
      case Change.DropNamespace it -> drop(NamespacePlan.drop(it));
      case Change.CreateDatabaseObject it -> create(DatabaseObjectPlan.create(it.created()));
      case Change.DropDatabaseObject it -> drop(DatabaseObjectPlan.drop(it.dropped()));
      case Change.AlterDatabaseObject it -> {
        if (DatabaseObjectPlan.isReplaced(it.from(), it.to())) {
          drop(DatabaseObjectPlan.drop(it.from()));
          create(DatabaseObjectPlan.create(it.to()));
        } else {
          alter(DatabaseObjectPlan.alter(it.from(), it.to()));
        }
      }
      case Change.AlterNamespace _,
          Change.ReorderColumns _,
          Change.ExpectView _,
          Change.AlterAccess _ -> {}
      case Change.CreateObject it -> create(Planner.create(it, situation.names()));
      case Change.DropObject it -> dropObject(it.namespace(), it.dropped());
      case Change.AlterObject it -> alterObject(it);
      case Change.AddColumn it -> alter(ColumnPlan.add(it.table(), it.column(), situation));
      case Change.DropColumn it -> drop(ColumnPlan.drop(it.table(), it.column(), situation));
      case Change.AlterColumn it -> {
        if (isRemade(it.object()) && !isDefaultOnly(it)) {
          remakeColumn(it.table(), it.from(), it.to());
        } else {
          if (rebuilds.paths().contains(it.object())) {
            resetDefault(it.object(), it.from(), it.to());
          }
          alter(ColumnPlan.alter(it, situation));
        }
      }
      case Change.AddConstraint it ->
          create(ConstraintPlan.add(it.table(), it.constraint(), situation));
      case Change.DropConstraint it ->
          drop(ConstraintPlan.drop(it.table(), it.constraint(), situation));
      case Change.AlterConstraint it -> {
        if (isRemade(it.object())) {
          remakeConstraint(it.table(), it.from(), it.to());
        } else {
          ConstraintPlan.alter(it.table(), it.from(), it.to(), situation).ifPresent(this::alter);
        }
      }
      case Change.AddIndex it -> create(List.of(IndexPlan.add(it.table(), it.index(), situation)));
      case Change.DropIndex it -> drop(IndexPlan.drop(it.table(), it.index(), situation));
      case Change.AlterIndex it -> {
        if (isRemade(it.object())) {
          remakeIndex(it.table(), it.from(), it.to());
        } else {
          alter(
              IndexPlan.alter(it.table(), it.from(), it.to(), situation)
                  .orElseGet(() -> IndexPlan.replace(it.table(), it.from(), it.to(), situation)));
        }
      }
    }
  }

  private boolean isDefaultOnly(Change.AlterColumn it) {
    return !replaced.contains(it.object()) && !(it.from().value() instanceof ColumnValue.Generated);
  }

  private void dropObject(Identifier namespace, SchemaObject object) {
    var path = object.path(namespace);
    if (goesWithItsOwner(path, object)) {
      return;
    }
    switch (object) {
      case Table it -> dropTable(QualifiedName.of(namespace, it.name()), it);
      case EnumType _,
          CompositeType _,
          OptionsObject _,
          Domain _,
          Sequence _,
          View _,
          PrintedObject _ ->
          drop(dropStep(namespace, object));
    }
  }

  /// PostgreSQL drops what belongs to a table or a column with it.
  private boolean goesWithItsOwner(ObjectPath path, SchemaObject object) {
    var owner =
        object instanceof Sequence it
            ? it.ownedBy().map(by -> ObjectPath.column(by.table(), by.column()))
            : path.parent().filter(parent -> parent.kind() != Kind.NAMESPACE);
    return owner.filter(dropped::contains).isPresent();
  }

  /// References between tables that both go are dropped first: they may go round in a circle.
  private void dropTable(QualifiedName name, Table table) {
    for (var key : table.foreignKeys()) {
      var isOther = !key.referencedTable().equals(name);
      if (isOther && dropped.contains(ObjectPath.table(key.referencedTable()))) {
        drop(ConstraintPlan.drop(name, key, situation));
      }
    }
    drop(TablePlan.drop(name, situation));
  }

  /// What undoes the making of an object drops it.
  private Step dropStep(Identifier namespace, SchemaObject object) {
    var path = object.path(namespace);
    var made = make(namespace, object);
    var first =
        made.stream().filter(it -> it.object().equals(path)).findFirst().orElse(made.getFirst());
    var sql =
        switch (first.reverse()) {
          case Step.Reverse.Statement(var statement) -> statement;
          case Step.Reverse.None(var reason) ->
              throw new IllegalStateException(path + ": " + reason);
        };
    var losses =
        object instanceof Sequence ? List.of(Loss.of(Loss.Kind.SEQUENCE, path)) : List.<Loss>of();
    return new Step(
        dropKind(object),
        path,
        sql,
        new Step.Reverse.Statement(first.sql()),
        Conduct.BRIEF,
        losses);
  }

  private List<Step> make(Identifier namespace, SchemaObject object) {
    return Planner.create(new Change.CreateObject(namespace, object), situation.names());
  }

  private static Step.Kind dropKind(SchemaObject object) {
    return switch (object) {
      case EnumType _ -> Step.Kind.DROP_ENUM;
      case CompositeType _, OptionsObject _ -> Step.Kind.DROP_TYPE;
      case Domain _ -> Step.Kind.DROP_DOMAIN;
      case Sequence _ -> Step.Kind.DROP_SEQUENCE;
      case Table _ -> Step.Kind.DROP_TABLE;
      case View _ -> Step.Kind.DROP_VIEW;
      case PrintedObject _ -> Step.Kind.DROP_OBJECT;
    };
  }

  private void alterObject(Change.AlterObject it) {
    if (!isRemade(it.object())) {
      alterations(it).ifPresent(this::alter);
    } else if (isType(it.to())) {
      retype(it);
    } else {
      drop(dropStep(it.namespace(), it.from()));
      create(make(it.namespace(), it.to()));
    }
  }

  /// The old type makes room under another name, columns move to the new one with their values, and
  /// the old one goes.
  private void retype(Change.AlterObject change) {
    var names = situation.names();
    var path = change.object();
    var name = change.name();
    var old =
        QualifiedName.of(
            name.namespace(), Identifier.of(Identifier.truncate(name.name().text(), 58) + "_old"));
    var word = change.to() instanceof Domain ? "ALTER DOMAIN " : "ALTER TYPE ";
    var kind = change.to() instanceof Domain ? Step.Kind.ALTER_DOMAIN : Step.Kind.ALTER_ENUM;
    var steps = new ArrayList<Step>();
    steps.add(
        new Step(
            kind,
            path,
            word + names.of(name) + " RENAME TO " + Quote.name(old.name()),
            new Step.Reverse.Statement(
                word + names.of(old) + " RENAME TO " + Quote.name(name.name())),
            Conduct.QUIET,
            enumLosses(change)));
    make(change.namespace(), change.to())
        .forEach(it -> steps.add(new Step(kind, path, it.sql(), it.reverse())));
    for (var user : from.usersOf(path)) {
      if (user.kind() == Kind.COLUMN && !dropped.contains(user)) {
        retype(user, path, kind).forEach(steps::add);
      }
    }
    var drop = change.to() instanceof Domain ? "DROP DOMAIN " : "DROP TYPE ";
    steps.add(
        new Step(
            kind,
            path,
            drop + names.of(old),
            new Step.Reverse.Statement(
                ((Step.Reverse.Statement) dropStep(change.namespace(), change.from()).reverse())
                    .sql()
                    .replaceFirst(
                        java.util.regex.Pattern.quote(names.of(name)),
                        java.util.regex.Matcher.quoteReplacement(names.of(old)))),
            Conduct.QUIET));
    alter(steps);
  }

  private static List<Loss> enumLosses(Change.AlterObject change) {
    if (change.from() instanceof EnumType before && change.to() instanceof EnumType after) {
      return before.values().stream()
          .filter(it -> !after.values().contains(it))
          .map(it -> new Loss(Loss.Kind.ENUM_VALUE, change.object(), Optional.of(it)))
          .toList();
    }
    return List.of();
  }

  /// Moves a column to the new version of its type.
  private List<Step> retype(ObjectPath path, ObjectPath type, Step.Kind kind) {
    var table = Needs.nameOf(path);
    var before = situation.from().table(table).flatMap(it -> it.column(path.names().getLast()));
    var after = situation.to().table(table).flatMap(it -> it.column(path.names().getLast()));
    if (before.isEmpty() || after.isEmpty() || !uses(before.get().type(), type)) {
      return List.of();
    }
    var column = situation.alterColumn(table, path.names().getLast());
    var steps = new ArrayList<Step>();
    // A default that names the type goes and comes back by itself.
    var isReset = rebuilds.paths().contains(path);
    var defaultBefore = isReset ? Optional.<String>empty() : ColumnPlan.defaultOf(before.get());
    defaultBefore.ifPresent(
        it ->
            steps.add(
                new Step(
                    kind,
                    path,
                    column + "DROP DEFAULT",
                    new Step.Reverse.Statement(column + "SET DEFAULT " + it),
                    Conduct.BRIEF)));
    var sameType = ColumnPlan.sameType(before.get(), after.get());
    if (sameType) {
      var quoted = Quote.name(path.names().getLast());
      steps.add(
          new Step(
              kind,
              path,
              column
                  + "SET DATA TYPE "
                  + ColumnSql.collatedType(after.get(), situation.names())
                  + " USING "
                  + moved(quoted, before.get(), after.get(), type),
              new Step.Reverse.None("The old type is gone by then."),
              Conduct.of(Conduct.Lock.ACCESS_EXCLUSIVE, Conduct.Work.REWRITE)));
      ColumnPlan.defaultOf(after.get())
          .filter(_ -> !isReset)
          .ifPresent(
              it ->
                  steps.add(
                      new Step(
                          kind,
                          path,
                          column + "SET DEFAULT " + it,
                          new Step.Reverse.Statement(column + "DROP DEFAULT"),
                          Conduct.BRIEF)));
    }
    return steps;
  }

  /// Returns a value of the old version of a type as one of the new version.
  private String moved(String value, Column before, Column after, ObjectPath type) {
    return situation.from().object(type).orElseThrow() instanceof CompositeType old
            && situation.to().object(type).orElseThrow() instanceof CompositeType later
            && after.type() instanceof ColumnType.Composite
        ? CompositeTypePlan.moved(value, old, later, Needs.nameOf(type), situation.names())
        : ColumnPlan.cast(value, before.type(), after.type(), situation.names());
  }

  private static boolean uses(ColumnType type, ObjectPath path) {
    return switch (type) {
      case ColumnType.Enumerated(var name) -> ObjectPath.of(Kind.ENUM, name).equals(path);
      case ColumnType.OfDomain(var name) -> ObjectPath.of(Kind.DOMAIN, name).equals(path);
      case ColumnType.Array(var element, var _) -> uses(element, path);
      case ColumnType.Composite(var name) -> ObjectPath.of(Kind.COMPOSITE_TYPE, name).equals(path);
      case ColumnType.Range(var name) -> ObjectPath.of(Kind.RANGE_TYPE, name).equals(path);
      case ColumnType.Scalar _, ColumnType.Opaque _ -> false;
    };
  }

  /// Takes away what has not changed itself and makes it again.
  private void remake(ObjectPath path) {
    touched.add(path);
    path.parent().ifPresent(touched::add);
    switch (path.kind()) {
      case COLUMN -> {
        var before = column(situation.from().table(Needs.nameOf(path)), path);
        var after = column(situation.to().table(Needs.nameOf(path)), path);
        if (before.isPresent() && after.isPresent()) {
          if (before.get().value() instanceof ColumnValue.Generated) {
            remakeColumn(Needs.nameOf(path), before.get(), after.get());
          } else {
            resetDefault(path, before.get(), after.get());
          }
        }
      }
      case CONSTRAINT -> {
        var before = constraint(situation.from().table(Needs.nameOf(path)), path);
        var after = constraint(situation.to().table(Needs.nameOf(path)), path);
        if (before.isPresent() && after.isPresent()) {
          remakeConstraint(Needs.nameOf(path), before.get(), after.get());
        }
      }
      case INDEX -> {
        var before = index(situation.from().table(Needs.nameOf(path)), path);
        var after = index(situation.to().table(Needs.nameOf(path)), path);
        if (before.isPresent() && after.isPresent()) {
          remakeIndex(Needs.nameOf(path), before.get(), after.get());
        }
      }
      default -> {
        var before = situation.from().object(path);
        var after = situation.to().object(path);
        if (before.isPresent() && after.isPresent()) {
          drop(dropStep(path.names().getFirst(), before.get()));
          create(make(path.names().getFirst(), after.get()));
        }
      }
    }
  }

  private static Optional<Column> column(Optional<Table> table, ObjectPath path) {
    return table.flatMap(it -> it.column(path.names().getLast()));
  }

  private static Optional<Constraint> constraint(Optional<Table> table, ObjectPath path) {
    return table.stream()
        .flatMap(it -> it.constraints().stream())
        .filter(it -> it.name().equals(path.names().getLast()))
        .findFirst();
  }

  private static Optional<Index> index(Optional<Table> table, ObjectPath path) {
    return table.stream()
        .flatMap(it -> it.indexes().stream())
        .filter(it -> it.name().equals(path.names().getLast()))
        .findFirst();
  }

  private void remakeColumn(QualifiedName table, Column before, Column after) {
    drop(ColumnPlan.drop(table, before, situation));
    create(ColumnPlan.add(table, after, situation));
  }

  private void remakeConstraint(QualifiedName table, Constraint before, Constraint after) {
    drop(ConstraintPlan.drop(table, before, situation));
    create(ConstraintPlan.add(table, after, situation));
  }

  private void remakeIndex(QualifiedName table, Index before, Index after) {
    drop(IndexPlan.drop(table, before, situation));
    create(List.of(IndexPlan.add(table, after, situation)));
  }

  /// The default goes before what it names, and comes back after.
  private void resetDefault(ObjectPath path, Column before, Column after) {
    var column = situation.alterColumn(Needs.nameOf(path), after.name());
    var was = ColumnPlan.defaultOf(before);
    was.ifPresent(
        it ->
            chains.add(
                List.of(
                    new Task(
                        new Step(
                            Step.Kind.ALTER_TABLE,
                            path,
                            column + "DROP DEFAULT",
                            new Step.Reverse.Statement(column + "SET DEFAULT " + it),
                            Conduct.BRIEF),
                        Set.of(),
                        Set.of(),
                        Set.of(),
                        from.of(path)))));
    if (was.isPresent() && before.value().equals(after.value())) {
      ColumnPlan.defaultOf(after)
          .ifPresent(
              it ->
                  chains.add(
                      List.of(
                          Task.using(
                              new Step(
                                  Step.Kind.ALTER_TABLE,
                                  path,
                                  column + "SET DEFAULT " + it,
                                  new Step.Reverse.Statement(column + "DROP DEFAULT"),
                                  Conduct.BRIEF),
                              to.of(path)))));
    }
  }

  private void create(List<Step> steps) {
    var parts = new LinkedHashSet<ObjectPath>();
    steps.forEach(it -> parts.add(it.object()));
    var chain = new ArrayList<Task>();
    for (var step : steps) {
      var task =
          switch (step.kind()) {
            case OWN_SEQUENCE, ATTACH_PARTITION, USE_INDEX, COMMENT ->
                Task.using(step, Set.of(step.object()));
            default -> {
              var made = to.withParts(step.object());
              made.removeIf(it -> !it.equals(step.object()) && parts.contains(it));
              yield Task.creating(step, made, to.of(step.object()));
            }
          };
      if (isOneAfterTheOther(chain, task)) {
        chain.add(task);
      } else {
        chains.add(chain);
        chain = new ArrayList<>(List.of(task));
      }
    }
    chains.add(chain);
  }

  /// The steps of one object follow each other; those of its parts wait for what they need.
  private static boolean isOneAfterTheOther(List<Task> chain, Task next) {
    return chain.isEmpty() || chain.getLast().step().object().equals(next.step().object());
  }

  private void drop(Step step) {
    var parts = from.withParts(step.object());
    var frees = new LinkedHashSet<ObjectPath>();
    for (var part : parts) {
      if (part.kind() != Kind.CONSTRAINT || part.equals(step.object())) {
        frees.addAll(from.of(part));
      }
    }
    // What goes with it without a statement of its own is done with what it needed, too.
    for (var attached : from.attachedTo(step.object())) {
      frees.addAll(from.of(attached));
    }
    frees.removeAll(parts);
    chains.add(List.of(Task.dropping(step, parts, frees)));
  }

  private void alter(List<Step> steps) {
    chains.add(
        steps.stream()
            .map(it -> Task.altering(it, to.of(it.object()), from.of(it.object())))
            .toList());
  }

  /// What is made anew has lost its comments; everything else keeps those that it had.
  private void comments() {
    var namespaces = new LinkedHashSet<Identifier>();
    touched.forEach(it -> namespaces.add(it.names().getFirst()));
    for (var name : namespaces) {
      situation.to().namespace(name).ifPresent(it -> comments(it));
    }
  }

  private void comments(Namespace after) {
    var before = situation.from().namespace(after.name());
    if (touched.contains(ObjectPath.namespace(after.name()))) {
      add(
          CommentPlan.diff(
              before.map(it -> CommentPlan.of(it, situation.names())).orElse(List.of()),
              CommentPlan.of(after, situation.names())));
    }
    for (var object : after.objects()) {
      var path = object.path(after.name());
      if (touched.contains(path)) {
        var name = QualifiedName.of(after.name(), object.name());
        var kept =
            before.flatMap(it -> it.object(path)).stream()
                .flatMap(it -> CommentPlan.of(name, it, situation.names()).stream())
                .filter(it -> isKept(it.object(), path))
                .toList();
        add(CommentPlan.diff(kept, CommentPlan.of(name, object, situation.names())));
      }
    }
  }

  /// A function is made though its body names what comes later.
  private void settings() {
    chains.stream()
        .flatMap(List::stream)
        .map(Task::step)
        .filter(it -> it.kind() == Step.Kind.CREATE_ROUTINE)
        .findFirst()
        .ifPresent(
            it -> chains.add(List.of(Task.using(RoutinePlan.setting(it.object()), Set.of()))));
  }

  /// What is made anew has lost its owner and all that was granted.
  private void access() {
    var plan = new AccessPlan(situation.to(), situation.names());
    var settled = new LinkedHashSet<ObjectPath>();
    for (var change : changes) {
      if (change instanceof Change.AlterAccess it && !isAnew(it.object())) {
        settled.add(it.object());
        add(plan.alter(it.object(), it.from(), it.to()));
      }
    }
    var access =
        situation.to().access().isSaid() ? situation.to().access() : situation.from().access();
    access
        .all()
        .forEach(
            (path, it) -> {
              if (isAnew(path) && settled.add(path)) {
                add(plan.alter(path, Access.Privileges.USUAL, it));
              }
            });
  }

  private boolean isAnew(ObjectPath path) {
    return isRemade(path) || path.parent().filter(this::isRemade).isPresent();
  }

  private boolean isKept(ObjectPath commented, ObjectPath object) {
    return !isRemade(commented) && !isRemade(object) && !dropped.contains(commented);
  }

  private void add(List<Step> comments) {
    comments.forEach(it -> chains.add(List.of(Task.using(it, Set.of(it.object())))));
  }
}
