package lockstep.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import lockstep.diff.Change;
import lockstep.schema.Access;
import lockstep.schema.Column;
import lockstep.schema.ColumnValue;
import lockstep.schema.CompositeType;
import lockstep.schema.Constraint;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.Lineage;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.OptionsObject;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;

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
  private final Settlement settled;
  private final Draft draft;
  private final Set<ObjectPath> retyped = new LinkedHashSet<>();

  private LivePlan(Situation situation, List<Change> changes) {
    this.situation = situation;
    this.changes = changes;
    from = new Needs(situation.from());
    to = new Needs(situation.to());
    settled = new Settlement(situation, from);
    draft = new Draft(from, to);
  }

  static Plan of(Situation situation, List<Change> all) {
    var renamed = SameButForName.find(all);
    var changes =
        all.stream().filter(it -> renamed.stream().noneMatch(pair -> pair.has(it))).toList();
    var plan = new LivePlan(situation, changes);
    renamed.forEach(plan::rename);
    changes.forEach(plan.settled::add);
    changes.forEach(plan::add);
    BoundPlan.of(changes, situation, plan.to).forEach(plan.draft::add);
    plan.persistence();
    new TypedTablePlan(situation, plan.from, plan.to)
        .tasks(plan.settled.touched())
        .forEach(plan.draft::add);
    plan.settled.rebuilt().stream().filter(it -> !plan.settled.isChanged(it)).forEach(plan::remake);
    IndexUses.again(changes, situation, plan.settled, plan.draft);
    plan.comments();
    plan.settings();
    plan.access();
    return plan.draft.plan();
  }

  /// A part that only has another name keeps what it is.
  private void rename(SameButForName pair) {
    settled.add(pair);
    draft.use(RenamePlan.step(pair.rename(), situation.names()), Set.of());
  }

  private void persistence() {
    var steps = PersistencePlan.of(changes, situation);
    draft.alterTogether(steps, Set.copyOf(steps.stream().map(Step::object).toList()));
  }

  private void add(Change change) {
    switch (change) {
      case Change.CreateExtension it -> draft.create(List.of(ExtensionPlan.create(it)));
      case Change.DropExtension it -> draft.drop(ExtensionPlan.drop(it));
      case Change.AlterExtension it -> draft.alter(ExtensionPlan.alter(it));
      case Change.CreateNamespace it -> draft.create(List.of(NamespacePlan.create(it)));
      case Change.DropNamespace it -> draft.drop(NamespacePlan.drop(it));
      case Change.CreateDatabaseObject it -> draft.create(DatabaseObjectPlan.create(it.created()));
      case Change.DropDatabaseObject it -> draft.drop(DatabaseObjectPlan.drop(it.dropped()));
      case Change.AlterDatabaseObject it -> {
        if (DatabaseObjectPlan.isReplaced(it.from(), it.to())) {
          draft.drop(DatabaseObjectPlan.drop(it.from()));
          draft.create(DatabaseObjectPlan.create(it.to()));
        } else {
          draft.alter(DatabaseObjectPlan.alter(it.from(), it.to()));
          publication(it.object());
        }
      }
      case Change.AlterNamespace _,
          Change.ReorderColumns _,
          Change.ExpectView _,
          Change.AlterAccess _ -> {}
      case Change.CreateObject it ->
          draft.create(TablePlan.inParts(it, to, situation), settled.namesakes(it.object()));
      case Change.DropObject it -> dropObject(it.namespace(), it.dropped());
      case Change.AlterObject it -> alterObject(it);
      case Change.AddColumn it -> GivenColumn.add(it, situation, draft);
      case Change.DropColumn it ->
          dropPart(ColumnPlan.drop(it.table(), it.column(), situation), it.object());
      case Change.AlterColumn it -> {
        if (settled.isRemade(it.object()) && !isDefaultOnly(it)) {
          remakeColumn(it.table(), it.from(), it.to());
        } else {
          alterColumn(it);
        }
      }
      case Change.AddConstraint it ->
          draft.create(ConstraintPlan.add(it.table(), it.constraint(), situation));
      case Change.DropConstraint it ->
          dropPart(ConstraintPlan.drop(it.table(), it.constraint(), situation), it.object());
      case Change.AlterConstraint it -> {
        if (settled.isRemade(it.object())) {
          remakeConstraint(it.table(), it.from(), it.to());
        } else {
          ConstraintPlan.alter(it.table(), it.from(), it.to(), situation).ifPresent(draft::alter);
        }
      }
      case Change.AddIndex it -> draft.create(addIndex(it.table(), it.index()));
      case Change.DropIndex it ->
          dropPart(IndexPlan.drop(it.table(), it.index(), situation), it.object());
      case Change.AlterIndex it -> {
        if (settled.isRemade(it.object())) {
          remakeIndex(it.table(), it.from(), it.to());
        } else {
          draft.alter(
              IndexPlan.alter(it.table(), it.from(), it.to(), situation)
                  .orElseGet(() -> IndexPlan.replace(it.table(), it.from(), it.to(), situation)));
        }
      }
    }
  }

  /// A part that a table has because a parent has it goes once the table no longer follows that; so
  /// does any part of a table that leaves a parent, which may have the same.
  private void dropPart(Step step, ObjectPath part) {
    var name = part.names().getLast();
    var table = ObjectPath.table(Needs.nameOf(part));
    var isFromParent =
        situation
            .from()
            .table(Needs.nameOf(part))
            .map(it -> it.lineage().inherited())
            .filter(it -> it.constraints().contains(name) || it.indexes().contains(name))
            .isPresent();
    var isLeaving = !to.parentsOf(table).containsAll(from.parentsOf(table));
    if (isFromParent || isLeaving) {
      draft.dropOnceAlone(step);
    } else {
      draft.drop(step);
    }
  }

  private void publication(ObjectPath path) {
    PublicationPlan.of(path, situation, settled.rebuilt())
        .ifPresent(
            plan -> {
              plan.letGo().forEach(draft::release);
              plan.then().forEach(it -> draft.use(it, to.of(path)));
            });
  }

  private void alterColumn(Change.AlterColumn it) {
    var isReset = settled.rebuilt().contains(it.object());
    if (isReset && isOtherDefault(it.from(), it.to())) {
      resetDefault(it.object(), it.from(), ColumnPlan.defaultOf(it.to()));
      return;
    }
    if (isReset) {
      resetDefault(it.object(), it.from(), it.to());
    }
    GivenColumn.alter(it, situation, draft);
  }

  private boolean isDefaultOnly(Change.AlterColumn it) {
    return !settled.isReplaced(it.object())
        && !(it.from().value() instanceof ColumnValue.Generated);
  }

  private void dropObject(Identifier namespace, SchemaObject object) {
    var path = object.path(namespace);
    if (goesWithItsOwner(path, object) || isMadeElsewhere(object)) {
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
          draft.drop(dropStep(namespace, object));
    }
  }

  /// A view whose query nobody knows is not ours to make, nor to drop.
  private static boolean isMadeElsewhere(SchemaObject object) {
    return object instanceof View it && it.query().isEmpty();
  }

  /// PostgreSQL drops what belongs to a table or a column with it.
  private boolean goesWithItsOwner(ObjectPath path, SchemaObject object) {
    var owner =
        object instanceof Sequence it
            ? it.ownedBy().map(by -> ObjectPath.column(by.table(), by.column()))
            : path.parent().filter(parent -> parent.kind() != Kind.NAMESPACE);
    return owner.filter(settled::isDropped).isPresent();
  }

  /// References between tables that both go are dropped first: they may go round in a circle.
  private void dropTable(QualifiedName name, Table table) {
    for (var key : table.foreignKeys()) {
      var isOther = !key.referencedTable().equals(name);
      if (isOther && settled.isDropped(ObjectPath.table(key.referencedTable()))) {
        draft.drop(ConstraintPlan.drop(name, key, situation));
      }
    }
    table.constraints().stream()
        .filter(it -> from.isOfWholeRow(name, it))
        .forEach(it -> draft.drop(ConstraintPlan.drop(name, it, situation)));
    table.indexes().stream()
        .filter(it -> from.isOfWholeRow(name, it))
        .forEach(it -> draft.drop(IndexPlan.drop(name, it, situation)));
    var drop = TablePlan.drop(name, situation);
    if (table.lineage() instanceof Lineage.PartitionOf it
        && !settled.isDropped(ObjectPath.table(it.parent()))
        && BoundPlan.isReferred(it.parent(), situation.from())) {
      draft.drop(List.of(TableFacetChange.leave(name, it, situation), drop));
    } else {
      draft.drop(drop);
    }
  }

  private Step dropStep(Identifier namespace, SchemaObject object) {
    return ObjectPlan.drop(namespace, object, situation.names());
  }

  private List<Step> make(Identifier namespace, SchemaObject object) {
    return Planner.create(new Change.CreateObject(namespace, object), situation.names());
  }

  private void alterObject(Change.AlterObject it) {
    if (!settled.isRemade(it.object())) {
      settled.alterations(letGo(it)).ifPresent(draft::alter);
    } else if (settled.isRetyped(it)) {
      retype(settled.family(it.object()));
    } else {
      draft.drop(dropStep(it.namespace(), it.from()));
      draft.create(make(it.namespace(), known(it.from(), it.to())));
    }
  }

  /// A sequence would go with the column that owns it, and so belongs to none first.
  private Change.AlterObject letGo(Change.AlterObject it) {
    var step =
        it.from() instanceof Sequence before
            ? SequencePlan.letGo(it.name(), before, situation.names())
                .filter(one -> settled.isDropped(one.object()))
            : Optional.<Step>empty();
    step.ifPresent(one -> draft.release(one, Set.of(one.object())));
    return step.isPresent()
        ? new Change.AlterObject(it.namespace(), ((Sequence) it.from()).ofNobody(), it.to())
        : it;
  }

  /// A view of which only the columns are wanted keeps the query that it has.
  private static SchemaObject known(SchemaObject before, SchemaObject after) {
    return after instanceof View it && it.query().isEmpty() ? before : after;
  }

  /// Makes types anew that are made of each other, once.
  private void retype(Set<ObjectPath> family) {
    if (retyped.addAll(family)) {
      var columns = new LinkedHashSet<ObjectPath>();
      family.forEach(it -> columns.addAll(from.usersOf(it)));
      columns.removeIf(it -> !Settlement.isTyped(it) || settled.isDropped(it));
      draft.alterTogether(Retyping.steps(situation, family, columns, settled.rebuilt()), family);
    }
  }

  /// Takes away what has not changed itself and makes it again.
  private void remake(ObjectPath path) {
    settled.touch(path);
    switch (path.kind()) {
      case COLUMN ->
          forBoth(
              path,
              it -> it.column(path.names().getLast()),
              (before, after) -> {
                if (before.value() instanceof ColumnValue.Generated) {
                  remakeColumn(Needs.nameOf(path), before, after);
                } else {
                  resetDefault(path, before, after);
                }
              });
      case CONSTRAINT ->
          forBoth(
              path,
              it -> it.constraint(path.names().getLast()),
              (before, after) -> remakeConstraint(Needs.nameOf(path), before, after));
      case INDEX ->
          forBoth(
              path,
              it -> it.index(path.names().getLast()),
              (before, after) -> remakeIndex(Needs.nameOf(path), before, after));
      case PUBLICATION -> publication(path);
      default -> {
        var before = situation.from().object(path);
        var after = situation.to().object(path);
        if (before.isPresent() && after.isPresent()) {
          draft.drop(dropStep(path.names().getFirst(), before.get()));
          draft.create(make(path.names().getFirst(), known(before.get(), after.get())));
        }
      }
    }
  }

  /// Does something with a part of a table that is there before and after.
  private <P> void forBoth(
      ObjectPath path, Function<Table, Optional<P>> part, BiConsumer<P, P> action) {
    var before = situation.from().table(Needs.nameOf(path)).flatMap(part);
    var after = situation.to().table(Needs.nameOf(path)).flatMap(part);
    if (before.isPresent() && after.isPresent()) {
      action.accept(before.get(), after.get());
    }
  }

  private void remakeColumn(QualifiedName table, Column before, Column after) {
    draft.drop(ColumnPlan.drop(table, before, situation));
    draft.create(ColumnPlan.add(table, after, situation));
  }

  private void remakeConstraint(QualifiedName table, Constraint before, Constraint after) {
    dropPart(
        ConstraintPlan.drop(table, before, situation),
        ObjectPath.of(Kind.CONSTRAINT, table, before.name()));
    draft.create(ConstraintPlan.add(table, after, situation));
  }

  private void remakeIndex(QualifiedName table, Index before, Index after) {
    dropPart(
        IndexPlan.drop(table, before, situation), ObjectPath.of(Kind.INDEX, table, before.name()));
    draft.create(addIndex(table, after));
  }

  private List<Step> addIndex(QualifiedName table, Index index) {
    var steps =
        new ArrayList<>(
            PartitionedIndexPlan.add(table, index, situation)
                .orElseGet(() -> List.of(IndexPlan.add(table, index, situation))));
    steps.addAll(IndexPlan.facets(table, index, situation.names()));
    return steps;
  }

  /// The default goes before what it names, and comes back after.
  private void resetDefault(ObjectPath path, Column before, Column after) {
    var isSame = before.value().equals(after.value());
    resetDefault(path, before, ColumnPlan.defaultOf(after).filter(_ -> isSame));
  }

  private void resetDefault(ObjectPath path, Column column, Optional<String> then) {
    var was = ColumnPlan.defaultOf(column);
    if (was.isEmpty()) {
      return;
    }
    var set = situation.alterColumn(Needs.nameOf(path), column.name()) + "SET DEFAULT ";
    var drop = situation.alterColumn(Needs.nameOf(path), column.name()) + "DROP DEFAULT";
    draft.release(
        new Step(
            Step.Kind.ALTER_TABLE,
            path,
            drop,
            new Step.Reverse.Statement(set + was.get()),
            Conduct.BRIEF));
    then.ifPresent(
        it ->
            draft.use(
                new Step(
                    Step.Kind.ALTER_TABLE,
                    path,
                    set + it,
                    new Step.Reverse.Statement(drop),
                    Conduct.BRIEF),
                to.of(path)));
  }

  /// Whether the default is all that is different.
  private static boolean isOtherDefault(Column before, Column after) {
    return ColumnPlan.defaultOf(before).isPresent()
        && ColumnPlan.defaultOf(after).isPresent()
        && before.with(after.value()).equals(after);
  }

  /// What is made anew has lost its comments; everything else keeps those that it had.
  private void comments() {
    var namespaces = new LinkedHashSet<Identifier>();
    settled.touched().forEach(it -> namespaces.add(it.names().getFirst()));
    for (var name : namespaces) {
      // Every database has the default one, whether or not there is anything to say of it.
      var empty =
          Optional.of(Namespace.empty(name)).filter(_ -> name.equals(Schema.DEFAULT_NAMESPACE));
      situation.to().namespace(name).or(() -> empty).ifPresent(this::comments);
    }
  }

  private void comments(Namespace after) {
    var before = situation.from().namespace(after.name());
    if (settled.touched().contains(ObjectPath.namespace(after.name()))) {
      draft.follow(
          CommentPlan.diff(
              before.map(it -> CommentPlan.of(it, situation.names())).orElse(List.of()),
              CommentPlan.of(after, situation.names())));
    }
    for (var object : after.objects()) {
      var path = object.path(after.name());
      if (settled.touched().contains(path)) {
        // A part that the plan leaves alone though it shall not be there keeps what it has.
        var alone = from.withParts(path);
        alone.removeAll(to.withParts(path));
        var name = QualifiedName.of(after.name(), object.name());
        var kept =
            before.flatMap(it -> it.object(path)).stream()
                .map(it -> CommentPlan.kept(it, object))
                .flatMap(it -> CommentPlan.of(name, it, situation.names()).stream())
                .filter(it -> isKept(it.object(), path) && !alone.contains(it.object()))
                .toList();
        draft.follow(CommentPlan.diff(kept, CommentPlan.of(name, object, situation.names())));
      }
    }
  }

  /// A function is made though its body names what comes later.
  private void settings() {
    draft
        .steps()
        .filter(it -> it.kind() == Step.Kind.CREATE_ROUTINE)
        .findFirst()
        .ifPresent(it -> draft.use(RoutinePlan.setting(it.object()), Set.of()));
  }

  /// What is made has what default privileges give; what is made anew has lost its owner and all
  /// that was granted.
  private void access() {
    var plan = new AccessPlan(situation.to(), situation.names());
    var before = situation.from().access();
    var wanted = situation.to().access().isSaid() ? situation.to().access() : before;
    var made = made(wanted);
    for (var change : changes) {
      if (change instanceof Change.AlterAccess it) {
        var was = made.remove(it.object()) ? before.ofNew(it.object()) : it.from();
        draft.follow(plan.alter(it.object(), was, it.to()));
      }
    }
    made.forEach(it -> draft.follow(plan.alter(it, before.ofNew(it), wanted.of(it))));
  }

  /// Returns what is new, as far as somebody says who may use it, and what is made anew.
  private Set<ObjectPath> made(Access wanted) {
    var made = new LinkedHashSet<ObjectPath>();
    for (var change : changes) {
      if (change instanceof Change.Creation && situation.to().access().isSaid()) {
        made.add(change.object());
      }
    }
    made.addAll(settled.remade());
    wanted.all().keySet().stream().filter(settled::isAnew).forEach(made::add);
    made.removeIf(settled::isDropped);
    return made;
  }

  private boolean isKept(ObjectPath commented, ObjectPath object) {
    return !settled.isAnother(commented)
        && !settled.isRemade(object)
        && !settled.isDropped(commented);
  }
}
