package lockstep.psl.rule;

import java.util.HashMap;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.Datasource;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.SchemaAttribute;
import lockstep.psl.syntax.SyntaxFile;
import lockstep.text.Closest;
import lockstep.text.Span;

/// What must hold of `@@schema`, and of the names of tables in a namespace.
final class NamespaceRules {
  private NamespaceRules() {}

  /// A table's full name.
  private record TableName(Optional<String> schema, String name) {}

  static void tablesHaveNamesOfTheirOwn(RuleContext context) {
    var taken = new HashMap<TableName, PslModel>();
    var models = context.schema().models().values();
    var inOrder =
        Stream.concat(
            models.stream().filter(it -> !it.isView()), models.stream().filter(PslModel::isView));
    inOrder.forEach(
        model -> {
          var name = new TableName(model.schema().map(SchemaAttribute::name), model.databaseName());
          var earlier = taken.put(name, model);
          if (earlier != null) {
            // One of the two is mapped, or their own names would be equal.
            var mapped = model.mappedName().isPresent() ? model : earlier;
            reportTaken(mapped, mapped == model ? earlier : model, context);
          }
        });
  }

  private static void reportTaken(PslModel mapped, PslModel other, RuleContext context) {
    var span =
        mapped
            .declaration()
            .attribute("map")
            .map(it -> it.span())
            .orElse(mapped.declaration().name().span());
    context
        .in(mapped)
        .report(
            PslCode.TABLE_NAME_TAKEN,
            span,
            "The %s `%s` has the same name in the database as the %s `%s`: `%s`."
                .formatted(
                    mapped.keyword(),
                    mapped.name(),
                    other.keyword(),
                    other.name(),
                    mapped.databaseName()),
            "Map one of them to another name.");
  }

  static void check(PslModel model, RuleContext context) {
    check(
        model.keyword(),
        model.name(),
        model.file(),
        model.declaration().span(),
        model.schema(),
        context);
  }

  /// @param block what is reported where the attribute is missing
  static void check(
      String keyword,
      String name,
      SyntaxFile file,
      Span block,
      Optional<SchemaAttribute> schema,
      RuleContext context) {
    var in = context.findings().in(file);
    var datasource = context.configuration().datasource();
    if (datasource.isEmpty()) {
      schema.ifPresent(
          it ->
              in.report(
                  PslCode.INVALID_SCHEMA_ATTRIBUTE,
                  it.span(),
                  "`@@schema` needs a datasource that lists its schemas.",
                  "Add a datasource with `schemas = [\"%s\"]`.".formatted(it.name())));
      return;
    }
    schema
        .filter(it -> !datasource.get().lists(it.name()))
        .ifPresent(
            it ->
                in.report(
                    PslCode.INVALID_SCHEMA_ATTRIBUTE,
                    it.span(),
                    "The datasource does not list the schema `%s`.".formatted(it.name()),
                    advice(it.name(), datasource.get())));
    if (schema.isEmpty() && datasource.get().schemasSpan().isPresent()) {
      in.report(
          PslCode.MISSING_SCHEMA_ATTRIBUTE,
          block,
          "The %s `%s` does not say in which schema it stands.".formatted(keyword, name),
          "Add `@@schema(\"%s\")`.".formatted(datasource.get().schemas().getFirst().name()));
    }
  }

  private static String advice(String name, Datasource datasource) {
    return Closest.to(name, datasource.schemas().stream().map(SchemaAttribute::name).toList())
        .map("Did you mean `%s`?"::formatted)
        .orElse("Add it to `schemas` of the datasource.");
  }
}
