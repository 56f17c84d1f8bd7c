package lockstep.engine.source.sqlalchemy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What the probe reported about models that could be read.
///
/// @param statements the DDL of `create_all`, in order
/// @param elsewhere DDL of the tables that stand for views or for what others create
/// @param schemas the namespaces that tables and types name
/// @param repeated tables that a second MetaData declares again
/// @param unrecorded statements with parameters, which cannot be replayed
record ProbeReport(
    String python,
    String sqlalchemy,
    List<String> statements,
    List<String> elsewhere,
    List<String> schemas,
    List<TableName> repeated,
    List<String> unrecorded,
    List<TableFacts> tables,
    List<ModelFacts> models,
    List<EnumFacts> enums) {

  /// @param schema empty for the default
  record TableName(Optional<String> schema, String name) {}

  record Spot(Optional<String> file, OptionalInt line) {}

  /// Whether create_all makes a table.
  enum Standing {
    CREATED,
    VIEW,
    EXTERNAL
  }

  record TableFacts(TableName name, Spot spot, Standing standing) {}

  record ModelFacts(
      String name,
      String module,
      Spot spot,
      TableName table,
      Optional<String> documentation,
      List<AttributeFacts> attributes,
      List<RelationshipFacts> relationships) {}

  record AttributeFacts(
      String name,
      String column,
      Optional<DefaultFacts> onCreate,
      Optional<DefaultFacts> onUpdate,
      Optional<String> documentation) {}

  /// What a client fills in.
  ///
  /// @param text a function's full name, an SQL expression, or a value as Python prints it
  /// @param arguments of the function, as Python prints them
  record DefaultFacts(Kind kind, String text, List<String> arguments) {
    enum Kind {
      CALL,
      SQL,
      VALUE
    }
  }

  /// @param targetModule where the class that it reaches is defined
  /// @param join what tells how rows are joined, by direction
  record RelationshipFacts(
      String name,
      String targetModule,
      String target,
      Cardinality cardinality,
      Join join,
      Optional<String> opposite,
      Optional<String> documentation) {}

  /// How many rows a relationship can reach.
  enum Cardinality {
    SCALAR,
    COLLECTION
  }

  sealed interface Join {
    record ManyToOne(List<String> local, List<String> remote) implements Join {}

    record OneToMany() implements Join {}

    record ManyToMany(TableName table, List<String> near, List<String> far) implements Join {}
  }

  /// @param members pairs of a member's name and the value stored
  record EnumFacts(
      TableName type,
      String className,
      Spot spot,
      Optional<String> documentation,
      List<Member> members) {
    record Member(String name, String value) {}
  }
}
