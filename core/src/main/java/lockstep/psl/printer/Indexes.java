package lockstep.psl.printer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import lockstep.psl.analysis.ConstraintNames;
import lockstep.psl.analysis.IndexMethod;
import lockstep.psl.analysis.KnownOperatorClass;
import lockstep.schema.Column;
import lockstep.schema.ColumnType;
import lockstep.schema.Identifier;
import lockstep.schema.Index;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import lockstep.sql.Names;
import lockstep.sql.OperatorClassSql;

/// Turns the indexes of one table into attributes, as far as the language has words for them.
final class Indexes {
  private static final Map<String, IndexMethod> METHODS =
      Map.of(
          "btree", IndexMethod.BTREE,
          "hash", IndexMethod.HASH,
          "gist", IndexMethod.GIST,
          "gin", IndexMethod.GIN,
          "spgist", IndexMethod.SP_GIST,
          "brin", IndexMethod.BRIN);

  private final Backing.OfTable in;
  private final PrintedNames names;
  private final Losses losses;

  Indexes(Backing.OfTable in, PrintedNames names, Losses losses) {
    this.in = in;
    this.names = names;
    this.losses = losses;
  }

  /// Returns nothing, and reports that, where the language has no word for the index.
  Optional<IndexText> text(ObjectPath path, Index index) {
    var columns = index.columns();
    if (columns.isEmpty()) {
      losses.lost(path, "an index over an expression");
      return Optional.empty();
    }
    var method = Optional.ofNullable(METHODS.get(index.method().text()));
    if (method.isEmpty()) {
      losses.lost(path, "an index of the type `%s`".formatted(index.method()));
      return Optional.empty();
    }
    check(path, index);
    return Optional.of(
        new IndexText(
            index.isUnique(),
            index.keys().stream().map(it -> key(path, it, method.get())).toList(),
            method.filter(it -> it != IndexMethod.BTREE).map(IndexMethod::word),
            index.where().map(it -> it.text()),
            map(index, columns.get())));
  }

  private void check(ObjectPath path, Index index) {
    losses.lostPart(!index.include().isEmpty(), path, "included columns");
    losses.lostPart(
        !index.built().placement().equals(Index.Placement.STANDARD), path, "the place of an index");
    losses.lostPart(!index.parameters().isEmpty(), path, "the parameters of an index");
    losses.lostPart(
        index.uniqueness() == Index.Uniqueness.UNIQUE_NULLS_NOT_DISTINCT,
        path,
        "NULLs that count as equal");
    losses.comment(path, index.comment(), Optional.empty());
  }

  private IndexText.Key key(ObjectPath path, Index.Key key, IndexMethod method) {
    var column = ((Index.Target.OfColumn) key.target()).column();
    losses.lostPart(key.collation().isPresent(), path, "the collation of an index");
    losses.lostPart(
        key.nulls() != key.order().defaultNulls(), path, "the place of NULLs in an index");
    var operatorClass = key.operatorClass();
    return new IndexText.Key(
        names.column(in.model(), column),
        operatorClass.map(it -> operatorClass(it, method, in.column(column))),
        key.order());
  }

  /// The language's own word where it fits the field, else the class in SQL.
  private static String operatorClass(
      Index.OperatorClass operatorClass, IndexMethod method, Optional<Column> column) {
    return KnownOperatorClass.all().stream()
        .filter(it -> Index.OperatorClass.of(it.sql()).equals(operatorClass))
        .filter(it -> it.methods().contains(method))
        .filter(it -> column.filter(at -> fits(it, at.type())).isPresent())
        .map(KnownOperatorClass::word)
        .findFirst()
        .orElseGet(() -> "raw(" + PslText.quoted(sql(operatorClass)) + ")");
  }

  private static String sql(Index.OperatorClass operatorClass) {
    return OperatorClassSql.of(operatorClass, Names.of(Schema.empty()));
  }

  private static boolean fits(KnownOperatorClass operatorClass, ColumnType type) {
    return type instanceof ColumnType.Scalar(var scalar, _)
        && operatorClass.nativeTypes().stream().anyMatch(it -> it.scalar() == scalar);
  }

  private Optional<String> map(Index index, List<Identifier> columns) {
    var table = in.table().name().text();
    var texts = columns.stream().map(Identifier::text).toList();
    var usual =
        index.isUnique()
            ? ConstraintNames.unique(table, texts)
            : ConstraintNames.index(table, texts);
    return Optional.of(index.name().text()).filter(it -> !it.equals(usual));
  }
}
