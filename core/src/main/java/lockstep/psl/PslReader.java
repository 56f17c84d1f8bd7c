package lockstep.psl;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Origins;
import lockstep.diagnostic.Place;
import lockstep.mapping.Mapping;
import lockstep.mapping.Reading;
import lockstep.psl.analysis.Analysis;
import lockstep.psl.analysis.Findings;
import lockstep.psl.analysis.PslSchema;
import lockstep.psl.lowering.Lowering;
import lockstep.psl.rule.Rules;
import lockstep.psl.syntax.PslParser;
import lockstep.schema.Schema;
import lockstep.text.Order;
import lockstep.text.SourceText;

/// Reads Prisma schema files, of which several make one schema.
public final class PslReader {
  private PslReader() {}

  /// Returns what the files describe; with errors an empty schema.
  ///
  /// @param files in the order in which their blocks shall count
  public static Reading read(List<SourceText> files) {
    var findings = new Findings();
    var schema = check(files, findings);
    var diagnostics = sorted(files, findings.all());
    if (findings.hasErrors()) {
      return new Reading(Schema.empty(), Mapping.empty(), Origins.none(), diagnostics);
    }
    var lowered = Lowering.lower(schema);
    return new Reading(
        lowered.schema(), Optional.of(lowered.mapping()), lowered.origins(), diagnostics);
  }

  /// What can be said of files without lowering them.
  ///
  /// @param models how many models and views there are; 0 where the files are not valid
  public record Validity(int models, int enums, List<Diagnostic> diagnostics) {
    public Validity {
      diagnostics = List.copyOf(diagnostics);
    }
  }

  /// Returns whether the files are valid, with the same diagnostics as when they are read.
  public static Validity validate(List<SourceText> files) {
    var findings = new Findings();
    var schema = check(files, findings);
    var diagnostics = sorted(files, findings.all());
    return findings.hasErrors()
        ? new Validity(0, 0, diagnostics)
        : new Validity(schema.models().size(), schema.enums().size(), diagnostics);
  }

  private static PslSchema check(List<SourceText> files, Findings findings) {
    var parsed = files.stream().map(PslParser::parse).toList();
    parsed.forEach(file -> file.diagnostics().forEach(findings::add));
    var schema = Analysis.analyze(parsed, findings);
    if (!findings.hasErrors()) {
      Rules.check(schema, findings);
    }
    return schema;
  }

  private static List<Diagnostic> sorted(List<SourceText> files, List<Diagnostic> diagnostics) {
    var order = new IdentityHashMap<SourceText, Integer>();
    files.forEach(it -> order.putIfAbsent(it, order.size()));
    return diagnostics.stream()
        .sorted(
            Order.<Diagnostic, Integer>by(it -> order.getOrDefault(source(it), 0))
                .then(Order.by(PslReader::start)))
        .toList();
  }

  private static SourceText source(Diagnostic diagnostic) {
    return switch (diagnostic.place().orElseThrow()) {
      case Place.InText(var source, _) -> source;
      case Place.InFile _, Place.File _, Place.InSource _ ->
          throw new IllegalStateException("not in a schema file: " + diagnostic);
    };
  }

  private static int start(Diagnostic diagnostic) {
    return diagnostic.place().orElseThrow() instanceof Place.InText(_, var span) ? span.start() : 0;
  }
}
