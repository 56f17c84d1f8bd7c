package lockstep.engine.postgres.introspection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lockstep.diagnostic.Diagnostic;
import lockstep.engine.postgres.Row;

/// What a schema has no place for yet, as `unmodelled.sql` lists it.
final class Unmodelled implements Consumer<Row> {
  private final String sourceName;
  private final Namespaces namespaces;
  private final Map<String, List<String>> namesByKind = new LinkedHashMap<>();

  Unmodelled(String sourceName, Namespaces namespaces) {
    this.sourceName = sourceName;
    this.namespaces = namespaces;
  }

  @Override
  public void accept(Row row) {
    if (row.optionalText(3).map(Long::valueOf).filter(it -> !namespaces.isRead(it)).isEmpty()) {
      namesByKind.computeIfAbsent(row.text(1), _ -> new ArrayList<>()).add(row.text(2));
    }
  }

  /// Returns one note for each kind, with every name.
  List<Diagnostic> notes() {
    return namesByKind.entrySet().stream().map(it -> note(it.getKey(), it.getValue())).toList();
  }

  private Diagnostic note(String kind, List<String> names) {
    return Diagnostic.of(
        IntrospectionCode.NOT_MODELLED,
        "Not read from %s: %s (%d): %s."
            .formatted(sourceName, kind, names.size(), String.join(", ", names)));
  }
}
