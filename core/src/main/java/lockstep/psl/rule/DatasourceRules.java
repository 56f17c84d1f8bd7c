package lockstep.psl.rule;

import lockstep.psl.PslCode;
import lockstep.psl.analysis.Datasource;
import lockstep.psl.analysis.PreviewFeature;

/// What must hold of the datasource.
final class DatasourceRules {
  private DatasourceRules() {}

  static void check(RuleContext context) {
    context.configuration().datasource().ifPresent(it -> extensions(it, context));
  }

  private static void extensions(Datasource datasource, RuleContext context) {
    if (!context.configuration().has(PreviewFeature.POSTGRESQL_EXTENSIONS)) {
      extensionsAreSwitchedOn(datasource, context);
      return;
    }
    namesAreWellFormed(datasource, context);
  }

  private static void extensionsAreSwitchedOn(Datasource datasource, RuleContext context) {
    datasource
        .extensionsSpan()
        .ifPresent(
            it ->
                context
                    .findings()
                    .in(datasource.file())
                    .report(
                        PslCode.EXTENSIONS_NOT_SWITCHED_ON,
                        it,
                        "The extensions of a datasource are a preview feature.",
                        "Add `postgresqlExtensions` to the generator's `previewFeatures`."));
  }

  private static void namesAreWellFormed(Datasource datasource, RuleContext context) {
    for (var extension : datasource.extensions()) {
      var name = extension.name();
      if (name.isEmpty() || Character.isDigit(name.codePointAt(0)) || name.indexOf('-') >= 0) {
        context
            .findings()
            .in(datasource.file())
            .report(
                PslCode.INVALID_NAME,
                extension.span(),
                "`%s` is no name of an extension.".formatted(name),
                "Write a name and map it, as in `uuidOssp(map: \"uuid-ossp\")`.");
      }
    }
  }
}
