package lockstep.check.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diff.Change;
import lockstep.mapping.Reading;
import lockstep.schema.CompositeType;
import lockstep.schema.Domain;
import lockstep.schema.EnumType;
import lockstep.schema.Identifier;
import lockstep.schema.Namespace;
import lockstep.schema.ObjectPath;
import lockstep.schema.OptionsObject;
import lockstep.schema.PrintedObject;
import lockstep.schema.QualifiedName;
import lockstep.schema.Schema;
import lockstep.schema.SchemaObject;
import lockstep.schema.Sequence;
import lockstep.schema.Table;
import lockstep.schema.View;

/// What a project leaves alone, by name: whatever is different about it is counted, not mended.
public final class Ignored {
  /// Nothing.
  public static final Ignored NONE = new Ignored(List.of());

  private final List<Rule> rules;

  /// @param patterns names as messages write them, as in `audit_*`, `reporting.*`, `users.legacy`;
  ///   `*` stands for anything, and a kind may stand in front, as in `trigger users.*`
  public Ignored(List<String> patterns) {
    rules = patterns.stream().map(Rule::of).toList();
  }

  /// One pattern, understood.
  ///
  /// @param kind what stands in front, as messages call it
  private record Rule(Optional<String> kind, Predicate<String> name) {
    static Rule of(String pattern) {
      var kind = Ignored.kind(pattern);
      var name = pattern.substring(kind.map(it -> it.length() + 1).orElse(0));
      return new Rule(kind, glob(name).asMatchPredicate());
    }

    boolean matches(ObjectPath object) {
      return kind.map(object.kind().word()::equals).orElse(true)
          && names(object).stream().anyMatch(name);
    }
  }

  /// Returns whether an object, or what it is a part of, is left alone.
  public boolean has(ObjectPath object) {
    return rules.stream().anyMatch(it -> it.matches(object))
        || object.parent().filter(this::has).isPresent();
  }

  /// A sequence goes with the table of the column that it is for.
  boolean has(SchemaObject object, Identifier namespace) {
    return has(object.path(namespace))
        || object instanceof Sequence it
            && it.ownedBy().filter(by -> has(ObjectPath.table(by.table()))).isPresent();
  }

  boolean has(Change change) {
    return switch (change) {
      case Change.CreateObject(var namespace, var it) -> has(it, namespace);
      case Change.DropObject(var namespace, var it) -> has(it, namespace);
      default -> has(change.object());
    };
  }

  /// Returns what a database says without such objects, for code that is generated from it; a note
  /// names them. Types stay, and so does a table that another one refers to.
  ///
  /// @param name what messages call the database
  public Reading leaveOut(Reading reading, String name) {
    var schema = reading.schema();
    var left = new ArrayList<ObjectPath>();
    var namespaces = new ArrayList<Namespace>();
    for (var in : schema.namespaces()) {
      var objects = new ArrayList<SchemaObject>();
      for (var it : in.objects()) {
        if (has(it, in.name()) && canGo(it, in.name(), schema)) {
          left.add(it.path(in.name()));
        } else {
          objects.add(it);
        }
      }
      namespaces.add(in.withObjects(objects));
    }
    if (left.isEmpty()) {
      return reading;
    }
    var diagnostics = new ArrayList<>(reading.diagnostics());
    diagnostics.add(leftOut(left, name));
    return new Reading(
        schema.withNamespaces(namespaces),
        reading
            .said()
            .map(
                said ->
                    said.then(
                        mapping ->
                            mapping.without(it -> left.stream().anyMatch(path -> isOf(path, it))))),
        reading.origins(),
        diagnostics);
  }

  private static boolean canGo(SchemaObject object, Identifier namespace, Schema schema) {
    return switch (object) {
      case Table it -> !Bystanders.isReferredTo(QualifiedName.of(namespace, it.name()), schema);
      case View _, PrintedObject _, Sequence _ -> true;
      case EnumType _, CompositeType _, OptionsObject _, Domain _ -> false;
    };
  }

  private static boolean isOf(ObjectPath path, QualifiedName relation) {
    return path.names().equals(List.of(relation.namespace(), relation.name()));
  }

  private static Diagnostic leftOut(List<ObjectPath> left, String name) {
    var names = String.join(", ", left.stream().map(ObjectPath::toString).toList());
    return Diagnostic.of(
        DriftCode.LEFT_ALONE,
        "Left out of %s, as the settings say (%d): %s.".formatted(name, left.size(), names));
  }

  private static Optional<String> kind(String pattern) {
    return Stream.of(ObjectPath.Kind.values())
        .map(ObjectPath.Kind::word)
        .filter(it -> pattern.startsWith(it + " "))
        .findFirst();
  }

  /// Returns the names of an object, with its namespace and, in the default one, without.
  private static List<String> names(ObjectPath object) {
    var texts = object.names().stream().map(Identifier::text).toList();
    var names = new ArrayList<String>();
    names.add(String.join(".", texts));
    if (texts.size() > 1 && texts.getFirst().equals(Schema.DEFAULT_NAMESPACE.text())) {
      names.add(String.join(".", texts.subList(1, texts.size())));
    }
    return names;
  }

  private static Pattern glob(String name) {
    var regex = new StringBuilder();
    for (var part : name.split("((?=\\*)|(?<=\\*))")) {
      regex.append(part.equals("*") ? ".*" : Pattern.quote(part));
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
