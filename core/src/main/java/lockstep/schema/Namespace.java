package lockstep.schema;

import java.util.List;
import java.util.Optional;

/// A PostgreSQL schema (`pg_namespace`) and the objects in it.
public record Namespace(
    Identifier name,
    List<EnumType> enums,
    List<Domain> domains,
    List<Sequence> sequences,
    List<Table> tables,
    List<View> views,
    Optional<String> comment) {
  public Namespace {
    enums = List.copyOf(enums);
    domains = List.copyOf(domains);
    sequences = List.copyOf(sequences);
    tables = List.copyOf(tables);
    views = List.copyOf(views);
  }

  public static Namespace empty(Identifier name) {
    return new Namespace(
        name, List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
  }

  public Optional<Table> table(Identifier table) {
    return tables.stream().filter(it -> it.name().equals(table)).findFirst();
  }

  public Optional<View> view(Identifier view) {
    return views.stream().filter(it -> it.name().equals(view)).findFirst();
  }

  public Optional<EnumType> enumType(Identifier type) {
    return enums.stream().filter(it -> it.name().equals(type)).findFirst();
  }
}
