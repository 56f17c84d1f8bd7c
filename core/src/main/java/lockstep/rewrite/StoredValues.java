package lockstep.rewrite;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import lockstep.mapping.Field;
import lockstep.rewrite.Results.Renamed;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.schema.ColumnType;
import lockstep.schema.ScalarType;
import lockstep.text.Span;

/// What attributes of rows hold that fields of the client's rows held otherwise.
///
/// A `uuid` was a text there and is a `UUID` now (SQLAlchemy 2.0): `str(…)` makes the text again,
/// except where the value goes into a column of the same kind, or is compared with another of them.
/// Bytes were a `Base64`, of which `decode()` made bytes. A member of an enum was called by its
/// name, and is what is stored: where the two differ, the reader is told. A list that is NULL was
/// an empty one.
final class StoredValues {
  private final PythonFile file;
  private final Vocabulary words;
  private final Map<Expr, Expr> parents = new IdentityHashMap<>();
  private final ListReads lists;
  private Predicate<Expr> isRow = _ -> false;
  private final List<ClientCall> converted;

  /// What is given to a column of its own kind.
  private final Set<Expr> given = Collections.newSetFromMap(new IdentityHashMap<>());

  /// What is asked whether there is any.
  private final Set<Expr> tests = Collections.newSetFromMap(new IdentityHashMap<>());

  StoredValues(PythonFile file, Vocabulary words, List<ClientCall> converted) {
    this.file = file;
    this.words = words;
    this.converted = converted;
    file.statements().flatMap(it -> it.expressions().stream()).forEach(this::learn);
    file.statements().forEach(this::learnStatement);
    this.lists = new ListReads(file, parents);
    for (var call : converted) {
      if (call.target() instanceof ClientCall.Target.OfModel(var entity, var _)) {
        call.node().arguments().stream()
            .map(Argument::value)
            .flatMap(Expr::all)
            .filter(Expr.Dict.class::isInstance)
            .flatMap(it -> ((Expr.Dict) it).entries().stream())
            .filter(
                it -> it.name().flatMap(entity::field).filter(f -> isKept(f, entity)).isPresent())
            .forEach(it -> give(it.value()));
      }
    }
  }

  /// Says what is known to be a row.
  void know(Predicate<Expr> known) {
    isRow = known;
  }

  PythonFile file() {
    return file;
  }

  private void learn(Expr expression) {
    for (var part : expression.parts()) {
      parents.put(part, expression);
      learn(part);
    }
  }

  /// What is assigned to is no value.
  private void learnStatement(Stmt statement) {
    switch (statement) {
      case Stmt.Assign it -> given.addAll(it.targets());
      case Stmt.If it -> tests.add(it.test());
      default -> {}
    }
  }

  private boolean isKept(Field field, Entity entity) {
    return field instanceof Field.Scalar scalar
        && (isUuid(entity.type(scalar))
            || isBytes(entity.type(scalar))
            || words.enumOf(entity.type(scalar)).isPresent());
  }

  private void give(Expr value) {
    given.add(value);
    switch (value) {
      case Expr.Dict it -> it.entries().forEach(entry -> give(entry.value()));
      case Expr.Display it -> it.elements().forEach(this::give);
      case Expr.Comprehension it -> it.results().forEach(this::give);
      case Expr.Other(var _, var kind, var parts) when kind.equals("IfExp") ->
          parts.forEach(this::give);
      default -> {}
    }
  }

  /// Returns how an attribute is read now.
  ///
  /// @param name of the attribute, in the text
  List<Renamed> read(Expr.Attribute read, Span name, Entity entity, Field field) {
    var attribute = entity.attribute(field);
    var decoded = decoded(read, entity, field);
    if (decoded.isPresent()) {
      return List.of(new Renamed(new Span(name.start(), decoded.get().end()), attribute));
    }
    var text = madeText(read, entity, field);
    if (text.isPresent()) {
      return List.of(new Renamed(name, attribute), new Renamed(text.get(), "decode"));
    }
    var plain =
        attribute.equals(read.name()) ? List.<Renamed>of() : List.of(new Renamed(name, attribute));
    var first = new Span(read.span().start(), read.span().start() + 1);
    var letter = file.text().text(first);
    if (isPerhapsNoList(read, entity, field)
        && mayBeWrapped(read)
        && lists.change(read).isEmpty()) {
      var isAlone =
          lists.standsAlone(read)
              && converted.stream().noneMatch(it -> it.span().contains(read.span()));
      return isAlone
          ? List.of(new Renamed(name, attribute + " or []"))
          : List.of(new Renamed(first, "(" + letter), new Renamed(name, attribute + " or [])"));
    }
    if (!(field instanceof Field.Scalar scalar)
        || !isUuid(entity.type(scalar))
        || isComparedWithAlike(read)
        || given.contains(read)
        || isPrinted(read)
        || !mayBeWrapped(read)) {
      return plain;
    }
    if (!entity.isNullable(scalar)) {
      var edits =
          new ArrayList<>(
              List.of(new Renamed(first, "str(" + letter), new Renamed(name, attribute + ")")));
      perhapsAlike(read).ifPresent(it -> edits.addAll(asText(it)));
      return edits;
    }
    var whole = file.text(read.of()) + "." + attribute;
    return List.of(
        new Renamed(first, "(%s and str(%s".formatted(whole, letter)),
        new Renamed(name, attribute + "))"));
  }

  /// A text takes a `uuid` in as it takes one's text, where it says nothing of its form.
  private boolean isPrinted(Expr.Attribute read) {
    return parents.get(read) instanceof Expr.Other(var _, var kind, var _)
        && kind.equals("FormattedValue")
        && file.text().content().startsWith("}", read.span().end());
  }

  private boolean isPerhapsNoList(Expr.Attribute read, Entity entity, Field field) {
    return field instanceof Field.Scalar scalar
        && entity.mayBeNoList(scalar)
        && !lists.isNone(read);
  }

  /// Returns the call that made bytes of a `Base64`, where an attribute that holds bytes now is
  /// read so; theirs would make a text.
  private Optional<Span> decoded(Expr.Attribute read, Entity entity, Field field) {
    return field instanceof Field.Scalar scalar
            && isBytes(entity.type(scalar))
            && parents.get(read) instanceof Expr.Attribute method
            && method.name().equals("decode")
            && parents.get(method) instanceof Expr.Call(var span, var function, var arguments)
            && function == method
            && arguments.isEmpty()
        ? Optional.of(span)
        : Optional.empty();
  }

  /// Returns where the method is named that made a text of a `Base64`, which is one of bytes now.
  private Optional<Span> madeText(Expr.Attribute read, Entity entity, Field field) {
    return field instanceof Field.Scalar scalar
            && isBytes(entity.type(scalar))
            && parents.get(read) instanceof Expr.Attribute(var span, var _, var method)
            && method.equals("decode_str")
        ? Optional.of(new Span(span.end() - method.length(), span.end()))
        : Optional.empty();
  }

  private static boolean isBytes(ColumnType type) {
    return type.isOneOf(Set.of(ScalarType.BYTEA));
  }

  /// Returns whether nothing but whether there is any is asked.
  private boolean isTested(Expr.Attribute read) {
    return tests.contains(read)
        || isCompared(read, Expr::isNone)
        || parents.get(read) instanceof Expr.Other(var _, var kind, var parts)
            && (kind.equals("Not") || kind.equals("IfExp") && parts.getFirst() == read);
  }

  /// Returns what its reader has to know of an attribute that is read.
  Optional<Remark> remark(Expr.Attribute read, Span name, Entity entity, Field field) {
    if (isPerhapsNoList(read, entity, field)
        && (!mayBeWrapped(read) || lists.change(read).isPresent())) {
      return Optional.of(
          new Remark(
              RewriteCode.USED_OTHERWISE,
              name,
              "`%s` is `None` where the row has NULL; the client made an empty list of it."
                  .formatted(entity.attribute(field)),
              "Say `or []` where a list is wanted."));
    }
    if (!(field instanceof Field.Scalar scalar) || given.contains(read)) {
      return Optional.empty();
    }
    if (isBytes(entity.type(scalar))
        && decoded(read, entity, field).isEmpty()
        && madeText(read, entity, field).isEmpty()
        && !isTested(read)) {
      return Optional.of(
          new Remark(
              RewriteCode.USED_OTHERWISE,
              name,
              "`%s` holds `bytes` now, where the client had a `Base64`."
                  .formatted(entity.attribute(field)),
              "Say `base64.b64encode(…).decode()` where its text is wanted."));
    }
    if (holdsUuids(entity.type(scalar)) && !isCompared(read) && !mayBeWrapped(read)) {
      return Optional.of(
          new Remark(
              RewriteCode.USED_OTHERWISE,
              name,
              "`%s` holds a `UUID` now, and no text.".formatted(entity.attribute(field)),
              "Make a text of it by `str(…)` where one is wanted."));
    }
    if (entity.type(scalar).isOneOf(Set.of(ScalarType.DATE))
        && parents.get(read) instanceof Expr.Attribute) {
      return Optional.of(
          new Remark(
              RewriteCode.USED_OTHERWISE,
              name,
              "`%s` is a `date` now, where the client had a `datetime` at midnight in UTC."
                  .formatted(entity.attribute(field)),
              "Look at what is asked of it: `.date()` goes, and `.isoformat()` has no time."));
    }
    return words
        .enumOf(entity.type(scalar))
        .flatMap(it -> it.members().stream().filter(m -> !m.member().equals(m.value())).findFirst())
        .filter(_ -> !isNamed(read) && !isComparedWithMember(read))
        .map(
            it ->
                new Remark(
                    RewriteCode.USED_OTHERWISE,
                    name,
                    "`%s` reads as what is stored now: `%s` where the client had `%s`."
                        .formatted(entity.attribute(field), it.value(), it.member()),
                    "Say `.name` where the client's word is wanted, or compare with the member."));
  }

  private static boolean isUuid(ColumnType type) {
    return type.isOneOf(Set.of(ScalarType.UUID));
  }

  private static boolean holdsUuids(ColumnType type) {
    return isUuid(type) || type instanceof ColumnType.Array(var element, var _) && isUuid(element);
  }

  /// Only what begins with a name can be put into a call without touching what else is converted.
  private static boolean mayBeWrapped(Expr.Attribute read) {
    return switch (read.of()) {
      case Expr.Name _ -> true;
      case Expr.Attribute it -> mayBeWrapped(it);
      case Expr.Subscript it ->
          it.of() instanceof Expr.Name
              || it.of() instanceof Expr.Attribute inner && mayBeWrapped(inner);
      default -> false;
    };
  }

  /// With another row's that holds the like, or with nothing.
  private boolean isComparedWithAlike(Expr.Attribute read) {
    return isCompared(
        read, it -> it.isNone() || it instanceof Expr.Attribute one && isRow.test(one.of()));
  }

  /// With what may be another row's that holds the like: it is not known what it is.
  private boolean isCompared(Expr.Attribute read) {
    return isCompared(
        read,
        it ->
            it.isNone() || it instanceof Expr.Attribute other && other.name().equals(read.name()));
  }

  private boolean isCompared(Expr.Attribute read, Predicate<Expr> with) {
    return parents.get(read) instanceof Expr.Other(var _, var kind, var parts)
        && kind.equals("Compare")
        && parts.stream().allMatch(it -> it == read || with.test(it));
  }

  /// Returns what a row's `uuid` is compared with that may be another row's, or a text: as texts
  /// they are equal in either case.
  private Optional<Expr.Attribute> perhapsAlike(Expr.Attribute read) {
    return parents.get(read) instanceof Expr.Other(var _, var kind, var parts)
            && kind.equals("Compare")
            && parts.size() == 2
            && parts.getFirst() != parts.getLast()
        ? parts.stream()
            .filter(it -> it != read)
            .filter(Expr.Attribute.class::isInstance)
            .map(Expr.Attribute.class::cast)
            .filter(it -> it.name().equals(read.name()))
            .filter(it -> !Results.isOfSelf(it) && mayBeWrapped(it))
            .findFirst()
        : Optional.empty();
  }

  private List<Renamed> asText(Expr.Attribute value) {
    var first = new Span(value.span().start(), value.span().start() + 1);
    var last = new Span(value.span().end() - 1, value.span().end());
    return List.of(
        new Renamed(first, "str(" + file.text().text(first)),
        new Renamed(last, file.text().text(last) + ")"));
  }

  private boolean isNamed(Expr.Attribute read) {
    return parents.get(read) instanceof Expr.Attribute(var _, var _, var name)
        && name.equals("name");
  }

  /// With members of an enum, which are called the same as before.
  private boolean isComparedWithMember(Expr.Attribute read) {
    if (!(parents.get(read) instanceof Expr.Other(var _, var kind, var parts))
        || !kind.equals("Compare")) {
      return false;
    }
    var others = new ArrayList<Expr>();
    for (var part : parts) {
      if (part instanceof Expr.Display it) {
        others.addAll(it.elements());
      } else if (part != read) {
        others.add(part);
      }
    }
    return others.stream().allMatch(it -> it instanceof Expr.Attribute || it.isNone());
  }
}
