package lockstep.plan;

import lockstep.diff.Change;
import lockstep.schema.Extension;
import lockstep.sql.Quote;

/// The statements about extensions.
final class ExtensionPlan {
  private ExtensionPlan() {}

  static Step create(Change.CreateExtension change) {
    var name = Quote.name(change.extension().name());
    return new Step(
        Step.Kind.CREATE_EXTENSION,
        change.object(),
        "CREATE EXTENSION IF NOT EXISTS " + name + options(change.extension()),
        new Step.Reverse.Statement("DROP EXTENSION " + name));
  }

  private static String options(Extension extension) {
    var namespace = extension.namespace().map(it -> " SCHEMA " + Quote.name(it)).orElse("");
    var version = extension.version().map(it -> " VERSION " + Quote.version(it)).orElse("");
    var options = namespace + version;
    return options.isEmpty() ? "" : " WITH" + options;
  }
}
