package lockstep.engine.source.sqlalchemy;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import lockstep.engine.json.Json;
import lockstep.engine.source.sqlalchemy.ProbeReport.AttributeFacts;
import lockstep.engine.source.sqlalchemy.ProbeReport.Cardinality;
import lockstep.engine.source.sqlalchemy.ProbeReport.DefaultFacts;
import lockstep.engine.source.sqlalchemy.ProbeReport.EnumFacts;
import lockstep.engine.source.sqlalchemy.ProbeReport.Join;
import lockstep.engine.source.sqlalchemy.ProbeReport.ModelFacts;
import lockstep.engine.source.sqlalchemy.ProbeReport.RelationshipFacts;
import lockstep.engine.source.sqlalchemy.ProbeReport.Spot;
import lockstep.engine.source.sqlalchemy.ProbeReport.Standing;
import lockstep.engine.source.sqlalchemy.ProbeReport.TableFacts;
import lockstep.engine.source.sqlalchemy.ProbeReport.TableName;

/// Takes the probe's JSON apart.
final class ProbeReportReader {
  private ProbeReportReader() {}

  static ProbeReport read(Json json) {
    return new ProbeReport(
        json.text("python").orElse("?"),
        json.text("sqlalchemy").orElse("?"),
        texts(json, "statements"),
        texts(json, "views"),
        texts(json, "schemas"),
        all(json, "repeated", ProbeReportReader::tableName),
        texts(json, "unrecorded"),
        all(json, "tables", ProbeReportReader::table),
        all(json, "models", ProbeReportReader::model),
        all(json, "enums", ProbeReportReader::enumFacts));
  }

  private static TableFacts table(Json json) {
    var name = new TableName(json.text("schema"), required(json, "name"));
    return new TableFacts(name, spot(json), standing(json.text("elsewhere")));
  }

  private static Standing standing(Optional<String> elsewhere) {
    return elsewhere
        .map(it -> it.equals("view") ? Standing.VIEW : Standing.EXTERNAL)
        .orElse(Standing.CREATED);
  }

  private static ModelFacts model(Json json) {
    return new ModelFacts(
        required(json, "name"),
        required(json, "module"),
        spot(json),
        tableName(json.get("table").orElseThrow()),
        json.text("doc"),
        all(json, "attributes", ProbeReportReader::attribute),
        all(json, "relationships", ProbeReportReader::relationship));
  }

  private static AttributeFacts attribute(Json json) {
    return new AttributeFacts(
        required(json, "name"),
        required(json, "column"),
        json.get("default").flatMap(ProbeReportReader::defaultFacts),
        json.get("onupdate").flatMap(ProbeReportReader::defaultFacts),
        json.text("doc"));
  }

  private static Optional<DefaultFacts> defaultFacts(Json json) {
    return json.text("kind")
        .map(
            kind ->
                new DefaultFacts(
                    switch (kind) {
                      case "call" -> DefaultFacts.Kind.CALL;
                      case "sql" -> DefaultFacts.Kind.SQL;
                      default -> DefaultFacts.Kind.VALUE;
                    },
                    required(json, "text"),
                    texts(json, "arguments")));
  }

  private static RelationshipFacts relationship(Json json) {
    var target = texts(json, "target");
    return new RelationshipFacts(
        required(json, "name"),
        target.getFirst(),
        target.getLast(),
        json.isTrue("many") ? Cardinality.COLLECTION : Cardinality.SCALAR,
        join(json),
        json.text("opposite"),
        json.text("doc"));
  }

  private static Join join(Json json) {
    return switch (required(json, "direction")) {
      case "MANYTOONE" -> new Join.ManyToOne(texts(json, "local"), texts(json, "remote"));
      case "MANYTOMANY" ->
          new Join.ManyToMany(
              tableName(json.get("secondary").orElseThrow()),
              texts(json, "near"),
              texts(json, "far"));
      default -> new Join.OneToMany();
    };
  }

  private static EnumFacts enumFacts(Json json) {
    return new EnumFacts(
        new TableName(json.text("schema"), required(json, "name")),
        required(json, "class"),
        spot(json),
        json.text("doc"),
        all(
            json,
            "members",
            it ->
                new EnumFacts.Member(
                    it.items().get(0).text().orElseThrow(),
                    it.items().get(1).text().orElseThrow())));
  }

  private static Spot spot(Json json) {
    return new Spot(json.text("file"), json.integer("line"));
  }

  private static TableName tableName(Json pair) {
    return new TableName(pair.items().get(0).text(), pair.items().get(1).text().orElse(""));
  }

  private static List<String> texts(Json json, String name) {
    return json.items(name).stream().flatMap(it -> it.text().stream()).toList();
  }

  private static <T> List<T> all(Json json, String name, Function<Json, T> read) {
    return json.items(name).stream().map(read).toList();
  }

  private static String required(Json json, String name) {
    return json.text(name)
        .orElseThrow(() -> new IllegalStateException("the probe reported no `" + name + "`"));
  }
}
