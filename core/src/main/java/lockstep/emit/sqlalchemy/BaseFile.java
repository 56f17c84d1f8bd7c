package lockstep.emit.sqlalchemy;

import static lockstep.emit.python.Expression.call;
import static lockstep.emit.python.Expression.dict;
import static lockstep.emit.python.Expression.entry;
import static lockstep.emit.python.Expression.text;
import static lockstep.emit.python.Expression.verbatim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Arguments;
import lockstep.emit.python.Expression.Item;
import lockstep.emit.python.Module.ClassBody;
import lockstep.schema.ColumnType;
import lockstep.schema.Extension;
import lockstep.schema.Identifier;
import lockstep.schema.Nullability;
import lockstep.schema.ObjectPath;
import lockstep.schema.ObjectPath.Kind;
import lockstep.schema.QualifiedName;
import lockstep.schema.Sequence;
import lockstep.sql.Quote;
import lockstep.text.Order;

/// Writes the module that all models stand on: the metadata with its naming convention, what has to
/// be there before tables are created, types that several tables share, the base classes.
final class BaseFile {
  private final Blueprint blueprint;
  private final Usage usage;
  private final Types types;
  private final Findings findings;
  private final ColumnValues values;

  BaseFile(Blueprint blueprint, Usage usage, Types types, Findings findings) {
    this.blueprint = blueprint;
    this.usage = usage;
    this.types = types;
    this.findings = findings;
    this.values = new ColumnValues(types, findings);
  }

  void write(PythonFile file) {
    file.need(Symbol.SA);
    file.need(Symbol.DECLARATIVE_BASE);
    metadata(file);
    prerequisites(file);
    if (hasOwnSequences()) {
      ownSequences(file);
    }
    if (blueprint.enums().iterator().hasNext()) {
      enumType(file);
    }
    blueprint.domains().forEach(it -> domain(file, it));
    base(file);
    sequences(file);
    views(file);
  }

  private static void metadata(PythonFile file) {
    var conventions =
        List.of(
            entry(text("fk"), text(Conventions.FOREIGN_KEY)),
            entry(text("ix"), text(Conventions.INDEX)),
            entry(text("pk"), text(Conventions.PRIMARY_KEY)),
            entry(text("uq"), text(Conventions.UNIQUE)));
    var arguments = new Arguments().add("naming_convention", dict(conventions));
    file.module().paragraph();
    file.module().assign("metadata", arguments.of("sa.MetaData"));
  }

  /// `create_all` makes neither schemas nor extensions by itself.
  private void prerequisites(PythonFile file) {
    var namespaces = blueprint.namespacesToCreate();
    var extensions = blueprint.schema().extensions();
    if (namespaces.isEmpty() && extensions.isEmpty()) {
      return;
    }
    file.need(Symbol.EVENT);
    file.need(Symbol.ANY);
    var module = file.module();
    module.definition();
    module.source(
        """
        @event.listens_for(metadata, "before_create")
        def create_prerequisites(_: sa.MetaData, connection: sa.Connection, **__: Any) -> None:
            \"""Create what tables need and ``create_all`` does not create.\"""
        """);
    if (!namespaces.isEmpty()) {
      var names = Expression.tuple(namespaces.stream().map(it -> text(it.text())).toList());
      module.expression(4, "for schema in ", names, ":");
      module.source(
          """
                  connection.execute(sa.schema.CreateSchema(schema, if_not_exists=True))
          """);
    }
    for (var extension : extensions) {
      module.expression(
          4, "", call("connection.exec_driver_sql", text(createExtension(extension))), "");
    }
  }

  private static String createExtension(Extension extension) {
    var sql = new StringBuilder("CREATE EXTENSION IF NOT EXISTS ");
    sql.append(Quote.name(extension.name()));
    extension.namespace().ifPresent(it -> sql.append(" SCHEMA ").append(Quote.name(it)));
    extension.version().ifPresent(it -> sql.append(" VERSION ").append(Quote.version(it)));
    return sql.toString().replace("%", "%%");
  }

  /// Serials that are no keys: their columns have sequences of their own.
  private boolean hasOwnSequences() {
    for (var entity : blueprint.entities()) {
      if (entity
          .table()
          .filter(it -> ColumnValues.hasOwnSequence(entity.relation(), it))
          .isPresent()) {
        return true;
      }
    }
    for (var table : blueprint.tables()) {
      if (table.table().filter(it -> ColumnValues.hasOwnSequence(table.name(), it)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static void ownSequences(PythonFile file) {
    file.need(Symbol.EVENT);
    file.need(Symbol.ANY);
    file.module().definition();
    file.module()
        .source(
            """
            @event.listens_for(metadata, "after_create")
            def own_sequences(_: sa.MetaData, connection: sa.Connection, **options: Any) -> None:
                \"""Let columns count by their sequences, which are dropped with them (SERIAL).\"""
                names = connection.dialect.identifier_preparer
                for table in options["tables"]:
                    for column in table.columns:
                        if isinstance(column.default, sa.Sequence):
                            own = names.format_table(table)
                            sequence = names.format_sequence(column.default)
                            number = sequence.replace("'", "''")
                            change = f"ALTER TABLE {own} ALTER {names.format_column(column)}"
                            owner = f"{own}.{names.format_column(column)}"
                            connection.exec_driver_sql(f"{change} SET DEFAULT nextval('{number}')")
                            connection.exec_driver_sql(
                                f"ALTER SEQUENCE {sequence} OWNED BY {owner}"
                            )
            """);
  }

  private static void enumType(PythonFile file) {
    file.need(Symbol.ENUM);
    file.module().definition();
    file.module()
        .source(
            """
            def enum_values(members: type[enum.Enum]) -> list[str]:
                \"""Return what the database stores, which is not the members' names.\"""
                return [str(member.value) for member in members]


            def enum_type(
                members: type[enum.Enum], name: str, schema: str | None = None
            ) -> sa.Enum:
                \"""Return the database's type for an enumeration.\"""
                return sa.Enum(
                    members,
                    name=name,
                    schema=schema,
                    metadata=metadata,
                    values_callable=enum_values,
                )
            """);
  }

  private void domain(PythonFile file, PythonDomain domain) {
    var base = types.beneath(domain);
    file.type(base);
    var arguments = new Arguments().add(text(domain.name().name().text())).add(base.type());
    Blueprint.schemaName(domain.name().namespace())
        .ifPresent(it -> arguments.add("schema", text(it)));
    domain.domain().collation().ifPresent(it -> arguments.add("collation", text(it.name().text())));
    domain
        .domain()
        .defaultValue()
        .ifPresent(it -> arguments.add("default", SqlText.sql(it.text())));
    if (domain.domain().nullability() == Nullability.NOT_NULL) {
      arguments.add("not_null", "True");
    }
    var checks = domain.domain().checks();
    if (!checks.isEmpty()) {
      checkName(domain, checks.getFirst().name(), arguments);
      arguments.add("check", SqlText.sql(checks.getFirst().condition().text()));
    }
    if (checks.size() > 1 || domain.domain().comment().isPresent()) {
      findings.add(
          SqlAlchemyCode.CONSTRAINT_OPTION,
          ObjectPath.of(Kind.DOMAIN, domain.name()),
          "has several checks or a comment, and SQLAlchemy knows one check and no comment",
          "Add them by SQL.");
    }
    arguments.add("metadata", "metadata");
    file.module().paragraph();
    file.module().assign(domain.variable(), file.use(arguments.of("pg.DOMAIN")));
  }

  /// SQLAlchemy writes the name before `NOT NULL`, where it is that constraint's (SQLAlchemy 2.1,
  /// `visit_create_domain_type`).
  private void checkName(PythonDomain domain, Identifier check, Arguments arguments) {
    var isNotNull = domain.domain().nullability() == Nullability.NOT_NULL;
    if (!isNotNull) {
      arguments.add("constraint_name", text(check.text()));
    } else if (!check.text().equals(domain.name().name() + "_check")) {
      findings.add(
          SqlAlchemyCode.CONSTRAINT_OPTION,
          ObjectPath.of(Kind.DOMAIN, domain.name()),
          "is NOT NULL and names its check, and SQLAlchemy would give that name to NOT NULL",
          "Call the check `%s_check`.".formatted(domain.name().name()));
    }
  }

  private void base(PythonFile file) {
    file.module().definition();
    var body =
        file.module()
            .openClass(
                "Base",
                List.of("DeclarativeBase"),
                Optional.of("What all models are; finds column types by their annotations."));
    body.paragraph();
    body.assign("metadata", verbatim("metadata"));
    typeMap(file, body);
    body.close();
  }

  private void typeMap(PythonFile file, ClassBody body) {
    blueprint
        .enums()
        .forEach(it -> usage.recognise(types.of(new ColumnType.Enumerated(it.typeName()))));
    var recognised = new ArrayList<>(usage.recognised().values());
    if (recognised.isEmpty()) {
      return;
    }
    recognised.sort(Order.by(BaseFile::rank).then(Order.by(PythonType::annotation)));
    var entries = new ArrayList<Item>();
    for (var type : recognised) {
      file.annotation(type);
      file.type(type);
      entries.add(entry(verbatim(type.annotation()), type.type()));
    }
    file.need(Symbol.ANY);
    file.need(Symbol.CLASS_VAR);
    body.declare(
        "type_annotation_map", "ClassVar[dict[Any, Any]]", Optional.of(file.use(dict(entries))));
  }

  /// Plain types first, then enumerations, then lists.
  private static int rank(PythonType type) {
    if (type.annotation().startsWith("list[")) {
      return 2;
    }
    return type.type() instanceof Expression.Call(var function, var _)
            && function.equals("enum_type")
        ? 1
        : 0;
  }

  private void sequences(PythonFile file) {
    for (var namespace : blueprint.schema().namespaces()) {
      for (var sequence : namespace.sequences()) {
        sequence(file, QualifiedName.of(namespace.name(), sequence.name()), sequence);
      }
    }
  }

  private void sequence(PythonFile file, QualifiedName name, Sequence sequence) {
    var arguments = values.sequence(name, sequence.options()).add("metadata", "metadata");
    file.module().paragraph();
    file.module()
        .assign(
            NameRules.variable(name.name().text(), "_sequence"),
            file.use(arguments.of("sa.Sequence")));
    if (sequence.ownedBy().isPresent() || sequence.comment().isPresent()) {
      findings.add(
          SqlAlchemyCode.SEQUENCE,
          ObjectPath.of(Kind.SEQUENCE, name),
          "belongs to a column or has a comment, which SQLAlchemy cannot say",
          "Add it by SQL.");
    }
  }

  private void views(PythonFile file) {
    if (!usage.hasAny(Symbol.VIEW_BASE, Symbol.VIEW_METADATA)) {
      return;
    }
    file.module().paragraph();
    // Whoever reads the models, Lockstep among them, sees that these are no tables.
    var mark = dict(List.of(entry(text("is_view"), verbatim("True"))));
    file.module().assign("view_metadata", new Arguments().add("info", mark).of("sa.MetaData"));
    if (usage.has(Symbol.VIEW_BASE)) {
      file.module().definition();
      var body =
          file.module()
              .openClass(
                  "ViewBase",
                  List.of("Base"),
                  Optional.of("What models of views are; ``create_all`` leaves them alone."));
      body.paragraph();
      body.assign("__abstract__", verbatim("True"));
      body.assign("metadata", verbatim("view_metadata"));
      body.close();
    }
  }
}
