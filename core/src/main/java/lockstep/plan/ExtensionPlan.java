package lockstep.plan;

import java.util.ArrayList;
import java.util.List;
import lockstep.diff.Change;
import lockstep.schema.Extension;
import lockstep.schema.Schema;
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

  static Step drop(Change.DropExtension change) {
    var name = Quote.name(change.extension().name());
    return new Step(
        Step.Kind.DROP_EXTENSION,
        change.object(),
        "DROP EXTENSION " + name,
        new Step.Reverse.Statement("CREATE EXTENSION " + name + options(change.extension())),
        Conduct.BRIEF,
        List.of(Loss.of(Loss.Kind.EXTENSION, change.object())));
  }

  static List<Step> alter(Change.AlterExtension change) {
    var alter = "ALTER EXTENSION " + Quote.name(change.to().name()) + " ";
    var steps = new ArrayList<Step>();
    var from = change.from();
    var to = change.to();
    if (to.version().isPresent() && !from.version().equals(to.version())) {
      steps.add(
          new Step(
              Step.Kind.ALTER_EXTENSION,
              change.object(),
              alter + "UPDATE TO " + Quote.version(to.version().get()),
              new Step.Reverse.None("An extension is seldom taken back to an earlier version."),
              Conduct.BRIEF));
    }
    if (to.namespace().isPresent() && !from.namespace().equals(to.namespace())) {
      steps.add(
          new Step(
              Step.Kind.ALTER_EXTENSION,
              change.object(),
              alter + "SET SCHEMA " + Quote.name(to.namespace().get()),
              new Step.Reverse.Statement(
                  alter
                      + "SET SCHEMA "
                      + Quote.name(from.namespace().orElse(Schema.DEFAULT_NAMESPACE))),
              Conduct.BRIEF));
    }
    return steps;
  }

  private static String options(Extension extension) {
    var namespace = extension.namespace().map(it -> " SCHEMA " + Quote.name(it)).orElse("");
    var version = extension.version().map(it -> " VERSION " + Quote.version(it)).orElse("");
    var options = namespace + version;
    return options.isEmpty() ? "" : " WITH" + options;
  }
}
