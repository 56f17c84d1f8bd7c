package lockstep.engine.postgres.spelling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import lockstep.schema.Column;
import lockstep.schema.Constraint;
import lockstep.schema.Index;
import lockstep.schema.Namespace;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Table;
import lockstep.schema.View;

/// A schema that people wrote and further SQL has changed, as they wrote it wherever it has not.
public final class KeptSpelling {
  private KeptSpelling() {}

  /// Returns `after` with each part that is as it was before in the words and at the place that it
  /// was written with.
  ///
  /// @param before what PostgreSQL made of `written`
  /// @param after what further SQL made of that
  public static Schema of(Schema written, Schema before, Schema after) {
    return after.withNamespaces(
        merge(
            new Lists<>(written.namespaces(), before.namespaces(), after.namespaces()),
            Namespace::name,
            KeptSpelling::namespace));
  }

  private record Lists<T>(List<T> written, List<T> before, List<T> after) {}

  private record Versions<T>(T written, T before, T after) {
    T kept() {
      return after.equals(before) ? written : after;
    }

    <P> P kept(Function<T, P> part) {
      return new Versions<>(part.apply(written), part.apply(before), part.apply(after)).kept();
    }

    <P> Lists<P> lists(Function<T, List<P>> parts) {
      return new Lists<>(parts.apply(written), parts.apply(before), parts.apply(after));
    }
  }

  private static <K, T> List<T> merge(
      Lists<T> lists, Function<T, K> key, Function<Versions<T>, T> choice) {
    var before = byKey(lists.before(), key);
    var after = byKey(lists.after(), key);
    var merged = new ArrayList<T>();
    for (var written : lists.written()) {
      var now = after.remove(key.apply(written));
      // What could not be made before is compared as it is written.
      var then = before.getOrDefault(key.apply(written), written);
      if (now != null) {
        merged.add(choice.apply(new Versions<>(written, then, now)));
      }
    }
    merged.addAll(after.values());
    return merged;
  }

  private static <K, T> Map<K, T> byKey(List<T> all, Function<T, K> key) {
    var map = new LinkedHashMap<K, T>();
    all.forEach(it -> map.put(key.apply(it), it));
    return map;
  }

  private static Namespace namespace(Versions<Namespace> of) {
    var name = of.after().name();
    var objects =
        new ArrayList<SchemaObject>(
            merge(of.lists(Namespace::objects), it -> it.path(name), KeptSpelling::object));
    objects.replaceAll(it -> it instanceof View view ? view(view, of.written()) : it);
    return new Namespace(name, objects, of.kept(Namespace::comment));
  }

  private static View view(View view, Namespace written) {
    return written
        .view(view.name())
        .map(
            it ->
                new View(
                    view.name(),
                    view.columns().stream().map(column -> column(column, it)).toList(),
                    view.query(),
                    view.options(),
                    view.materialized(),
                    view.comment()))
        .orElse(view);
  }

  /// Which columns of a view can be NULL only people know.
  private static Column column(Column column, View written) {
    return written.column(column.name()).map(it -> column.with(it.nullability())).orElse(column);
  }

  private static SchemaObject object(Versions<SchemaObject> of) {
    return of.written() instanceof Table written
            && of.before() instanceof Table before
            && of.after() instanceof Table after
        ? table(new Versions<>(written, before, after))
        : of.kept();
  }

  private static Table table(Versions<Table> of) {
    return new Table(
        of.after().name(),
        merge(of.lists(Table::columns), Column::name, Versions::kept),
        merge(of.lists(Table::constraints), Constraint::name, Versions::kept),
        merge(of.lists(Table::indexes), Index::name, Versions::kept),
        of.kept(Table::storage),
        of.kept(Table::lineage),
        of.kept(Table::partitionKey),
        of.kept(Table::rowSecurity),
        of.kept(Table::comment));
  }
}
