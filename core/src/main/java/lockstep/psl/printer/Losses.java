package lockstep.psl.printer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.diagnostic.Diagnostic;
import lockstep.psl.PslCode;
import lockstep.schema.Identifier;
import lockstep.schema.ObjectPath;

/// Collects what cannot be said, or only differently.
final class Losses {
  private final List<Diagnostic> all = new ArrayList<>();
  private final Set<List<Identifier>> named = new HashSet<>();
  private boolean areRenamed;

  List<Diagnostic> all() {
    return List.copyOf(all);
  }

  /// Reports something that the text does not have.
  ///
  /// @param what a noun, as in `a comment`
  void lost(ObjectPath object, String what) {
    named.add(object.names());
    all.add(
        Diagnostic.of(
            PslCode.NO_WORD_FOR_IT,
            "A Prisma schema has no word for %s: %s is left out.".formatted(what, object)));
  }

  /// Reports a part of an object that the text does not have, though it has the object.
  void lostPart(ObjectPath object, String what) {
    named.add(object.names());
    all.add(
        Diagnostic.of(
            PslCode.NO_WORD_FOR_IT,
            "A Prisma schema has no word for %s: %s is written without.".formatted(what, object)));
  }

  void lostPart(boolean isThere, ObjectPath object, String what) {
    if (isThere) {
      lostPart(object, what);
    }
  }

  /// Reports something that the text says as if it were something else.
  void changed(ObjectPath object, String fact) {
    named.add(object.names());
    all.add(Diagnostic.of(PslCode.SAID_DIFFERENTLY, "%s: %s".formatted(object, fact)));
  }

  void comment(ObjectPath object, Optional<String> comment, Optional<String> documentation) {
    if (comment.isEmpty()) {
      return;
    }
    if (documentation.equals(comment)) {
      changed(object, "the comment becomes documentation, which the database does not have.");
    } else {
      lostPart(object, "a comment in the database");
    }
  }

  /// Reports an object that does not come back as it was, unless it was named before.
  void notSaid(ObjectPath object) {
    if (!named.contains(object.names())) {
      changed(object, "a Prisma schema cannot say it as it is.");
    }
  }

  /// Reports what clients see of an object and does not come back, unless names had to change.
  void notSaidToClients(ObjectPath object) {
    if (!areRenamed) {
      notSaid(object);
    }
  }

  /// Reports a field that does not come back as it was, unless its object or its model was named.
  void notSaid(ObjectPath model, ObjectPath object, String field) {
    if (!areRenamed && !named.contains(model.names()) && !named.contains(object.names())) {
      changed(object, "a Prisma schema cannot say the field `%s` as it is.".formatted(field));
    }
  }

  /// Reports something that has no path.
  void notSaid(String what) {
    all.add(Diagnostic.of(PslCode.SAID_DIFFERENTLY, "It does not say " + what + "."));
  }

  void invalid(String fact) {
    all.add(
        Diagnostic.of(
            PslCode.SAID_DIFFERENTLY, "What is printed is no valid Prisma schema: " + fact));
  }

  /// Returns whether neither the object nor anything in it was named.
  boolean nameNothingIn(ObjectPath object) {
    var names = object.names();
    return named.stream()
        .noneMatch(it -> it.size() >= names.size() && it.subList(0, names.size()).equals(names));
  }

  void renamed(String what, String from, String to) {
    areRenamed = true;
    all.add(
        Diagnostic.of(
            PslCode.RENAMED,
            "A Prisma schema cannot call %s `%s`; it is `%s` there.".formatted(what, from, to)));
  }
}
