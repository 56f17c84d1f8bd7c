package lockstep.engine.source.sqlalchemy;

import java.util.ArrayList;
import java.util.List;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Severity;
import lockstep.engine.postgres.Shadow;
import lockstep.engine.postgres.ShadowDatabase;
import lockstep.engine.postgres.introspection.IntrospectionOptions;
import lockstep.engine.postgres.introspection.Introspector;
import lockstep.engine.project.Environment;
import lockstep.mapping.Mapping;
import lockstep.mapping.Reading;
import lockstep.schema.Schema;

/// Turns what the probe reported into a reading, with PostgreSQL's help.
final class ReportReader {
  private final ProbeReport report;
  private final String label;
  private final PythonFiles files = new PythonFiles();
  private final ModelOrigins origins;

  ReportReader(ProbeReport report, Environment environment, String label) {
    this.report = report;
    this.label = label;
    this.origins = new ModelOrigins(environment, report, files);
  }

  /// @param beside whose functions the models may call
  Reading read(Shadow shadow, Schema beside) {
    try (var database = shadow.create()) {
      var outcome = Replay.atOnce(database, report, origins);
      if (outcome.isPresent()) {
        return read(database, outcome.get());
      }
    }
    try (var database = shadow.create()) {
      return read(database, Replay.oneByOne(database, report, origins, beside));
    }
  }

  private Reading read(ShadowDatabase database, Replay.Outcome outcome) {
    var diagnostics = new ArrayList<>(repeated());
    if (report.tables().isEmpty()) {
      // A base without models yet; or the wrong package, and then this helps.
      diagnostics.add(ProbeFailure.noTables(label).withSeverity(Severity.WARNING));
    }
    diagnostics.addAll(outcome.diagnostics());
    if (diagnostics.stream().anyMatch(Diagnostic::isError)) {
      return new Reading(Schema.empty(), Mapping.empty(), origins.all(), diagnostics);
    }
    var options = IntrospectionOptions.everything(label);
    var read = Introspector.read(database.session(), options);
    diagnostics.addAll(read.diagnostics());
    var schema = Created.schema(read.schema(), report, outcome.assumed());
    var mapping = MappingReader.read(report, schema, files);
    return new Reading(schema, mapping, origins.all(), diagnostics);
  }

  private List<Diagnostic> repeated() {
    return report.repeated().stream()
        .distinct()
        .map(
            it ->
                Diagnostic.of(
                        ProbeCode.REPEATED_TABLE,
                        "Two MetaData objects declare the table `%s`; `create_all` makes the first."
                            .formatted(ModelOrigins.qualified(it)))
                    .withAdvice("Read one of them, as in `python:app.models:Base`."))
        .toList();
  }
}
