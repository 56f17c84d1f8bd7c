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
    enums = ByName.copyOf(enums, EnumType::name);
    domains = List.copyOf(domains);
    sequences = List.copyOf(sequences);
    tables = ByName.copyOf(tables, Table::name);
    views = ByName.copyOf(views, View::name);
  }

  public static Namespace empty(Identifier name) {
    return new Namespace(
        name, List.of(), List.of(), List.of(), List.of(), List.of(), Optional.empty());
  }

  public Optional<Table> table(Identifier table) {
    return ByName.find(tables, table);
  }

  public Optional<View> view(Identifier view) {
    return ByName.find(views, view);
  }

  public Optional<EnumType> enumType(Identifier type) {
    return ByName.find(enums, type);
  }
}
