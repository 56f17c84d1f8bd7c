package lockstep.psl.printer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.psl.PslCode;
import lockstep.schema.ObjectPath;

/// Collects what cannot be said, or only differently.
final class Losses {
  private final List<Diagnostic> all = new ArrayList<>();

  List<Diagnostic> all() {
    return List.copyOf(all);
  }

  /// Reports something that the text does not have.
  ///
  /// @param what a noun, as in `a comment`
  void lost(ObjectPath object, String what) {
    all.add(
        Diagnostic.of(
            PslCode.NO_WORD_FOR_IT,
            "A Prisma schema has no word for %s: %s is left out.".formatted(what, object)));
  }

  /// Reports a part of an object that the text does not have, though it has the object.
  void lostPart(ObjectPath object, String what) {
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

  void renamed(String what, String from, String to) {
    all.add(
        Diagnostic.of(
            PslCode.RENAMED,
            "A Prisma schema cannot call %s `%s`; it is `%s` there.".formatted(what, from, to)));
  }
}
