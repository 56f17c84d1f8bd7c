package lockstep.check.lint.rule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.check.lint.statement.TypeName;

/// What it takes to give a column another type (PostgreSQL 18, ALTER TABLE).
final class TypeChange {
  private static final String VARCHAR = "character varying";
  private static final String TEXT = "text";
  private static final String NUMERIC = "numeric";
  private static final List<String> INTEGERS = List.of("smallint", "integer", "bigint");

  /// Types of which a longer modifier needs no rewrite.
  private static final Set<String> GROWING =
      Set.of(
          VARCHAR,
          "bit varying",
          "timestamp with time zone",
          "timestamp without time zone",
          "time with time zone",
          "time without time zone",
          "interval");

  private TypeChange() {}

  /// Returns whether every row is written anew; also where the type before is not known and the new
  /// one does not settle it.
  static boolean rewrites(Optional<TypeName> from, TypeName to) {
    return from.map(it -> !isFree(it, to)).orElse(true);
  }

  private static boolean isFree(TypeName from, TypeName to) {
    if (from.equals(to)) {
      return true;
    }
    if (from.dimensions() != to.dimensions()) {
      return false;
    }
    if (isText(to)
        && (isText(from) || from.name().equals(VARCHAR) || from.name().equals("citext"))) {
      return true;
    }
    if (isText(from) && to.name().equals("citext")) {
      return true;
    }
    if (from.name().equals("cidr") && to.name().equals("inet")) {
      return true;
    }
    if (!from.name().equals(to.name())) {
      return false;
    }
    return GROWING.contains(to.name())
        ? limit(from) <= limit(to)
        : to.name().equals(NUMERIC) && growsByDigits(from, to);
  }

  private static boolean isText(TypeName it) {
    return it.name().equals(TEXT) || it.name().equals(VARCHAR) && it.modifiers().isEmpty();
  }

  private static int limit(TypeName it) {
    return it.modifiers().isEmpty() ? Integer.MAX_VALUE : it.modifiers().getFirst();
  }

  private static int scale(TypeName it) {
    return it.modifiers().size() > 1 ? it.modifiers().get(1) : 0;
  }

  private static boolean growsByDigits(TypeName from, TypeName to) {
    return to.modifiers().isEmpty()
        || !from.modifiers().isEmpty() && scale(from) == scale(to) && limit(from) <= limit(to);
  }

  /// Returns whether values of the type before may not fit the new one.
  static boolean narrows(TypeName from, TypeName to) {
    if (from.dimensions() != to.dimensions()) {
      return false;
    }
    var isIntegers = INTEGERS.contains(from.name()) && INTEGERS.contains(to.name());
    if (isIntegers) {
      return INTEGERS.indexOf(from.name()) > INTEGERS.indexOf(to.name());
    }
    if (from.name().equals(NUMERIC)) {
      return INTEGERS.contains(to.name())
          || to.name().equals(NUMERIC)
              && (digits(from) > digits(to)
                  || !to.modifiers().isEmpty() && scale(from) > scale(to));
    }
    var isBounded = to.name().equals(VARCHAR) || to.name().equals("character");
    if (isBounded && (isText(from) || from.name().equals(VARCHAR) || from.is("character"))) {
      return limit(from) > limit(to);
    }
    return from.name().startsWith("timestamp") && to.is("date")
        || from.is("double precision") && to.is("real")
        || GROWING.contains(to.name()) && from.name().equals(to.name()) && limit(from) > limit(to);
  }

  private static int digits(TypeName it) {
    return it.modifiers().isEmpty() ? Integer.MAX_VALUE : limit(it) - scale(it);
  }
}
