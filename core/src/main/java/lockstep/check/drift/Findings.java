package lockstep.check.drift;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.diagnostic.PlainRenderer;
import lockstep.diff.Change;
import lockstep.plan.Definition;
import lockstep.schema.ObjectPath;
import lockstep.schema.Schema;
import lockstep.sql.Names;

/// Makes findings about two sides: their sentences, their places.
final class Findings {
  /// What a shadow may not make: it needs a superuser, or names roles.
  private static final Set<ObjectPath.Kind> OFTEN_SKIPPED =
      EnumSet.of(
          ObjectPath.Kind.EVENT_TRIGGER,
          ObjectPath.Kind.FOREIGN_SERVER,
          ObjectPath.Kind.POLICY,
          ObjectPath.Kind.PUBLICATION);

  private final Side from;
  private final Side to;
  private final Definition definition;

  Findings(Side from, Side to) {
    this.from = from;
    this.to = to;
    this.definition = new Definition(Names.of(Schema.empty()));
  }

  Definition definition() {
    return definition;
  }

  String fromName() {
    return from.name();
  }

  String toName() {
    return to.name();
  }

  /// An object that only the first side has.
  Drift onlyFrom(ObjectPath object, String definition) {
    var fact = "%s is in %s and not in %s.".formatted(subject(object), from.name(), to.name());
    return drift(DriftCode.MISSING, object, fact, Optional.of(definition), Optional.empty());
  }

  /// An object that only the second side has.
  Drift onlyTo(ObjectPath object, String definition) {
    var fact = "%s is in %s and not in %s.".formatted(subject(object), to.name(), from.name());
    return drift(DriftCode.MISSING, object, fact, Optional.empty(), Optional.of(definition));
  }

  /// An object that both sides have and say something else about.
  ///
  /// @param verb as in `is`
  /// @param before empty where the first side says nothing
  /// @param after empty where the second side says nothing
  Drift differs(DriftCode code, ObjectPath object, String verb, String before, String after) {
    var fact =
        "%s %s %s in %s and %s in %s."
            .formatted(subject(object), verb, words(before), from.name(), words(after), to.name());
    return drift(code, object, fact, given(before), given(after));
  }

  /// An object whose comments differ.
  Drift comment(ObjectPath object, Optional<String> before, Optional<String> after) {
    if (before.isPresent() && after.isPresent()) {
      return differs(DriftCode.COMMENT, object, "is commented", before.get(), after.get());
    }
    var fact =
        "%s %s in %s and %s in %s."
            .formatted(
                subject(object), commented(before), from.name(), commented(after), to.name());
    return drift(DriftCode.COMMENT, object, fact, before, after);
  }

  private static String commented(Optional<String> comment) {
    return comment.map(it -> "is commented " + words(it)).orElse("has no comment");
  }

  /// An object about which the two sides say something that no definition shows.
  Drift differs(ObjectPath object) {
    var fact =
        "%s is not the same in %s and in %s.".formatted(subject(object), from.name(), to.name());
    return drift(DriftCode.DEFINITION, object, fact, Optional.empty(), Optional.empty());
  }

  /// An object that is different, which the project says is nobody's business.
  Drift leftAlone(ObjectPath object) {
    var fact =
        "%s is not the same in %s and in %s and was left alone, as the settings say."
            .formatted(subject(object), from.name(), to.name());
    return drift(DriftCode.LEFT_ALONE, object, fact, Optional.empty(), Optional.empty());
  }

  /// An object that SQL files declare and that the shadow could not make.
  Drift untried(ObjectPath object) {
    var fact =
        "%s is declared in %s and was left alone, as the shadow database could not make it."
            .formatted(subject(object), declares(from, object) ? from.name() : to.name());
    return drift(DriftCode.LEFT_ALONE, object, fact, Optional.empty(), Optional.empty());
  }

  /// Returns whether only one side has an object that the SQL files of the other declare. What is
  /// not made there was skipped: files drop nothing, and what fails in them is an error.
  boolean isUntried(Change change) {
    return switch (change) {
      case Change.CreateObject _, Change.CreateDatabaseObject _ -> declares(from, change.object());
      case Change.DropObject _, Change.DropDatabaseObject _ -> declares(to, change.object());
      default -> false;
    };
  }

  private static boolean declares(Side side, ObjectPath object) {
    return side.kind() == Side.Kind.WRITTEN_WHOLE
        && OFTEN_SKIPPED.contains(object.kind())
        && side.reading().origins().has(object);
  }

  /// Returns whether the first side names any extension.
  boolean namesExtensions() {
    return !from.reading().schema().extensions().isEmpty();
  }

  /// Returns whether a side that people write has the object.
  boolean isDeclared(ObjectPath object) {
    return Stream.of(from, to)
        .filter(it -> it.kind() != Side.Kind.RECORDED)
        .anyMatch(it -> it.reading().origins().has(object));
  }

  Drift drift(
      DriftCode code,
      ObjectPath object,
      String fact,
      Optional<String> before,
      Optional<String> after) {
    var places =
        new Places(from.reading().origins().find(object), to.reading().origins().find(object));
    var isOneSided = code == DriftCode.MISSING || code == DriftCode.LEFT_ALONE;
    var isOnlyInTo = isOneSided && before.isEmpty();
    var place = isOnlyInTo ? places.to().or(places::from) : places.from().or(places::to);
    var diagnostic =
        place.map(it -> Diagnostic.of(code, it, fact)).orElseGet(() -> Diagnostic.of(code, fact));
    return new Drift(object, before, after, withOther(diagnostic, place, places));
  }

  /// Returns as in "Column `users.email`".
  static String subject(ObjectPath object) {
    var word = object.kind().word();
    return Character.toUpperCase(word.charAt(0)) + word.substring(1) + " `" + name(object) + "`";
  }

  /// Returns a name without the default namespace.
  static String name(ObjectPath object) {
    var names = object.names();
    var isDefault = names.size() > 1 && names.getFirst().equals(Schema.DEFAULT_NAMESPACE);
    return String.join(
            ".",
            names.subList(isDefault ? 1 : 0, names.size()).stream().map(it -> it.text()).toList())
        + object.arguments();
  }

  private static Optional<String> given(String text) {
    return Optional.of(text).filter(it -> !it.isEmpty());
  }

  private static String words(String text) {
    return text.isEmpty() ? "nothing" : "`" + text.strip().replaceAll("\\s*\\R\\s*", " ") + "`";
  }

  /// A place in the file that the side is called by names the side already.
  private static String note(Place place, String name) {
    var isNamed = PlainRenderer.place(place).startsWith(name + ":");
    return isNamed ? "compared with" : "in " + name;
  }

  private record Places(Optional<Place> from, Optional<Place> to) {}

  private Diagnostic withOther(Diagnostic diagnostic, Optional<Place> shown, Places places) {
    var other = shown.equals(places.from()) ? places.to() : places.from();
    var name = shown.equals(places.from()) ? to.name() : from.name();
    return other
        .filter(it -> !(it instanceof Place.InSource) && !shown.equals(Optional.of(it)))
        .map(it -> diagnostic.withRelated(it, note(it, name)))
        .orElse(diagnostic);
  }
}
