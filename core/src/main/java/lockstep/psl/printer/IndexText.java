package lockstep.psl.printer;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lockstep.schema.Index.Order;

/// The attribute that stands for an index.
///
/// @param isUnique whether it is `@@unique`, else `@@index`
/// @param method as in `Gin`; empty for a B-tree
/// @param where its condition in SQL; empty for an index over all rows
/// @param map its name, where that is not the usual one
record IndexText(
    boolean isUnique,
    List<Key> keys,
    Optional<String> method,
    Optional<String> where,
    Optional<String> map) {

  /// @param operatorClass as a schema writes it; empty for the default of its type
  record Key(String field, Optional<String> operatorClass, Order order) {
    private String text() {
      var arguments = String.join(", ", arguments().toList());
      return arguments.isEmpty() ? field : field + "(" + arguments + ")";
    }

    private Stream<String> arguments() {
      return Stream.concat(operatorClass.map("ops: "::concat).stream(), sort());
    }

    private Stream<String> sort() {
      return order == Order.DESCENDING ? Stream.of("sort: Desc") : Stream.empty();
    }
  }

  /// Returns whether it can be `@unique` behind its only field.
  boolean canStandAtField() {
    return isUnique
        && keys.size() == 1
        && method.isEmpty()
        && keys.getFirst().operatorClass().isEmpty();
  }

  /// Returns `@unique` with its arguments, to stand behind its field.
  String atField() {
    var arguments =
        Stream.of(keys.getFirst().sort(), mapArgument(), whereArgument())
            .flatMap(it -> it)
            .collect(Collectors.joining(", "));
    return arguments.isEmpty() ? "@unique" : "@unique(" + arguments + ")";
  }

  /// Returns the attribute in a line of its own.
  ///
  /// @param clientName what a client calls the criterion, where that is not the usual name
  String line(Optional<String> clientName) {
    var fields = PslText.list(keys.stream().map(Key::text).toList());
    return Stream.of(
            Stream.of(fields),
            clientName.map(it -> "name: " + PslText.quoted(it)).stream(),
            mapArgument(),
            method.map("type: "::concat).stream(),
            whereArgument())
        .flatMap(it -> it)
        .collect(Collectors.joining(", ", isUnique ? "@@unique(" : "@@index(", ")"));
  }

  private Stream<String> mapArgument() {
    return map.map(it -> "map: " + PslText.quoted(it)).stream();
  }

  private Stream<String> whereArgument() {
    return where.map(it -> "where: raw(" + PslText.quoted(it) + ")").stream();
  }
}
