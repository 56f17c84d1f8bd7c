package lockstep.emit.sqlalchemy;

import java.util.ArrayList;
import java.util.Optional;
import lockstep.emit.Names;
import lockstep.emit.sqlalchemy.SqlAlchemyOptions.Layout;
import lockstep.mapping.Mapping;
import lockstep.schema.Schema;

/// Answers what models will be called, without writing them.
public final class PythonNames {
  private PythonNames() {}

  public static Names of(Schema schema, Mapping mapping, SqlAlchemyOptions options) {
    return of(Blueprint.of(schema, mapping, options));
  }

  static Names of(Blueprint blueprint) {
    var models = new ArrayList<Names.OfModel>();
    for (var model : blueprint.mapping().models()) {
      var entity = blueprint.entity(model.name());
      entity
          .map(it -> ofEntity(blueprint, it))
          .or(() -> blueprint.table(model.relation()).flatMap(it -> ofTable(blueprint, it)))
          .ifPresent(models::add);
    }
    var enums = new ArrayList<Names.OfEnum>();
    for (var type : blueprint.enums()) {
      enums.add(
          new Names.OfEnum(
              type.name(),
              type.typeName(),
              module(blueprint, "enums"),
              type.className(),
              type.members().stream()
                  .map(it -> new Names.OfMember(it.name(), it.symbol(), it.value()))
                  .toList()));
    }
    return new Names(models, enums);
  }

  private static Names.OfModel ofEntity(Blueprint blueprint, Entity entity) {
    var fields = new ArrayList<Names.OfField>();
    entity.byField().forEach((field, name) -> fields.add(new Names.OfField(field, name)));
    return new Names.OfModel(
        entity.model().name(),
        entity.relation(),
        module(blueprint, entity.module()),
        entity.className(),
        Names.Form.CLASS,
        fields);
  }

  /// A plain table calls its columns as the database does.
  private static Optional<Names.OfModel> ofTable(Blueprint blueprint, CoreTable table) {
    return table
        .model()
        .map(
            it ->
                new Names.OfModel(
                    it.name(),
                    table.name(),
                    module(blueprint, "tables"),
                    table.variable(),
                    Names.Form.TABLE,
                    it.scalars()
                        .map(field -> new Names.OfField(field.name(), field.column().text()))
                        .toList()));
  }

  private static String module(Blueprint blueprint, String name) {
    var packageName = blueprint.options().packageName();
    return blueprint.options().layout() == Layout.SINGLE_FILE
        ? packageName
        : packageName + "." + name;
  }
}
