package lockstep.psl.rule;

import java.util.List;
import java.util.stream.Collectors;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.Configuration;
import lockstep.psl.analysis.Findings;
import lockstep.psl.analysis.PslModel;
import lockstep.psl.analysis.PslSchema;
import lockstep.psl.analysis.RelationField;
import lockstep.text.Span;

/// What every rule looks at, and where it reports.
record RuleContext(PslSchema schema, Connector connector, Findings findings) {
  Configuration configuration() {
    return schema.configuration();
  }

  PslModel model(String name) {
    return schema.models().get(name);
  }

  Findings.In in(PslModel model) {
    return findings.in(model.file());
  }

  /// Reports at a relation field, as a whole.
  void report(PslCode code, RelationField field, String fact, String advice) {
    report(code, field, field.declaration().span(), fact, advice);
  }

  void report(PslCode code, RelationField field, Span span, String fact, String advice) {
    in(model(field.model())).report(code, span, fact, advice);
  }

  /// Returns names as a sentence lists them.
  static String list(List<String> names) {
    return names.stream().map("`%s`"::formatted).collect(Collectors.joining(", "));
  }
}
