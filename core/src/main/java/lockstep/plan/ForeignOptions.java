package lockstep.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lockstep.schema.ObjectPath;
import lockstep.schema.SqlExpression;
import lockstep.sql.DefinitionText;

/// Other options of what is foreign and there: a server that is dropped takes along its tables and
/// whom it knows (`CREATE USER MAPPING`).
final class ForeignOptions {
  private ForeignOptions() {}

  /// Returns the step that changes the options; empty where anything else differs too.
  ///
  /// @param kind of the step
  /// @param alter as in `ALTER SERVER "archive" `
  static Optional<Step> alter(
      Step.Kind kind, ObjectPath path, String alter, SqlExpression from, SqlExpression to) {
    var before = DefinitionText.before(from.text(), "options");
    var after = DefinitionText.before(to.text(), "options");
    return before.before().equals(after.before())
        ? Optional.of(
            new Step(
                kind,
                path,
                alter + changed(options(before), options(after)),
                new Step.Reverse.Statement(alter + changed(options(after), options(before)))))
        : Optional.empty();
  }

  /// Returns by name what is said of each option, name and value.
  private static Map<String, String> options(DefinitionText.Halves halves) {
    var options = new LinkedHashMap<String, String>();
    halves
        .list()
        .forEach(
            it -> options.put(DefinitionText.before(it, DefinitionText::isString).before(), it));
    return options;
  }

  private static String changed(Map<String, String> from, Map<String, String> to) {
    var words = new ArrayList<String>();
    to.forEach(
        (name, said) -> {
          if (!from.containsKey(name)) {
            words.add("ADD " + said);
          } else if (!from.get(name).equals(said)) {
            words.add("SET " + said);
          }
        });
    from.keySet().stream().filter(it -> !to.containsKey(it)).forEach(it -> words.add("DROP " + it));
    return "OPTIONS (" + String.join(", ", words) + ")";
  }
}
