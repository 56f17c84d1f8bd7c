package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.Argument;
import lockstep.psl.syntax.ArgumentList;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.Expression;
import lockstep.text.Closest;

/// The attributes of one field, value or block while they are read: what nobody asks for is
/// unknown.
final class AttributeSet {
  private final Findings.In findings;
  private final List<Attribute> unread;

  AttributeSet(Findings.In findings, List<Attribute> attributes) {
    this.findings = findings;
    this.unread = new ArrayList<>(attributes);
  }

  /// Reads an attribute that may stand here once, with all of its arguments.
  <T> Optional<T> single(String name, Function<AttributeArguments, Optional<T>> read) {
    return take(name)
        .flatMap(
            arguments -> {
              var result = read.apply(arguments);
              arguments.rejectUnread();
              return result;
            });
  }

  /// Reads an attribute that may stand here once and takes no arguments; returns whether it does.
  boolean flag(String name) {
    return single(name, _ -> Optional.of(true)).isPresent();
  }

  /// Reads an attribute that may stand here once, with all of its arguments.
  void visit(String name, Consumer<AttributeArguments> read) {
    take(name)
        .ifPresent(
            arguments -> {
              read.accept(arguments);
              arguments.rejectUnread();
            });
  }

  /// Refuses an attribute that cannot stand here, whatever its arguments say.
  void refuse(String name, Consumer<AttributeArguments> report) {
    take(name).ifPresent(report);
  }

  /// Reads an attribute that may stand here any number of times.
  <T> List<T> repeated(String name, Function<AttributeArguments, T> read) {
    var results = new ArrayList<T>();
    if (!has(name)) {
      return results;
    }
    for (var attribute : remove(it -> it.name().text().equals(name))) {
      open(attribute)
          .ifPresent(
              arguments -> {
                results.add(read.apply(arguments));
                arguments.rejectUnread();
              });
    }
    return results;
  }

  /// Reads the attribute that names a database type, as in `@db.VarChar(20)`.
  Optional<ScalarField.NativeTypeAttribute> nativeType() {
    if (unread.isEmpty()) {
      return Optional.empty();
    }
    var scoped = remove(it -> it.name().text().indexOf('.') >= 0);
    scoped.stream().skip(1).forEach(this::reportDuplicate);
    return scoped.isEmpty() ? Optional.empty() : Optional.of(nativeType(scoped.getLast()));
  }

  /// Reports all attributes that nobody asked for.
  ///
  /// @param known what may stand here
  void rejectUnread(Collection<String> known) {
    if (unread.isEmpty()) {
      return;
    }
    for (var attribute : unread) {
      var at = attribute.span().length() > 1 && text(attribute).startsWith("@@") ? "@@" : "@";
      var name = at + attribute.name();
      var advice =
          Closest.to(attribute.name().text(), known)
              .map(it -> "Did you mean `%s%s`?".formatted(at, it))
              .orElse("Remove it.");
      findings.report(
          PslCode.UNKNOWN_ATTRIBUTE,
          attribute.span(),
          "There is no attribute `%s` here.".formatted(name),
          advice);
    }
    unread.clear();
  }

  private ScalarField.NativeTypeAttribute nativeType(Attribute attribute) {
    var text = attribute.name().text();
    var dot = text.indexOf('.');
    return new ScalarField.NativeTypeAttribute(
        text.substring(0, dot),
        text.substring(dot + 1),
        attribute.arguments().stream().map(it -> text(it.value())).toList(),
        attribute.span());
  }

  private Optional<AttributeArguments> take(String name) {
    if (!has(name)) {
      return Optional.empty();
    }
    var found = remove(it -> it.name().text().equals(name));
    if (found.size() > 1) {
      found.forEach(this::reportDuplicate);
      return Optional.empty();
    }
    return open(found.getFirst());
  }

  /// Asked for every attribute that could stand somewhere, and mostly answered no.
  private boolean has(String name) {
    for (var i = 0; i < unread.size(); i++) {
      if (unread.get(i).name().text().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private List<Attribute> remove(Predicate<Attribute> isMeant) {
    var found = new ArrayList<Attribute>();
    for (var rest = unread.iterator(); rest.hasNext(); ) {
      var attribute = rest.next();
      if (isMeant.test(attribute)) {
        found.add(attribute);
        rest.remove();
      }
    }
    return found;
  }

  private void reportDuplicate(Attribute attribute) {
    findings.report(
        PslCode.DUPLICATE_ATTRIBUTE,
        attribute.span(),
        "`%s` may stand here only once.".formatted(AttributeArguments.word(attribute, findings)),
        "Keep one of them.");
  }

  /// Looks for faults that no attribute may have; returns nothing where it cannot be read then.
  private Optional<AttributeArguments> open(Attribute attribute) {
    var isReadable = true;
    if (attribute.list().isPresent()) {
      isReadable = isReadable(attribute.list().get(), attribute);
      for (var argument : attribute.arguments()) {
        if (argument.value() instanceof Expression.FunctionCall call) {
          isReadable &= isReadable(call.arguments(), attribute);
        }
      }
    }
    return isReadable ? Optional.of(new AttributeArguments(findings, attribute)) : Optional.empty();
  }

  private boolean isReadable(ArgumentList list, Attribute attribute) {
    haveValues(list);
    list.arguments().forEach(this::elementsHaveValues);
    list.trailingComma()
        .ifPresent(
            it ->
                findings.report(
                    PslCode.TRAILING_COMMA,
                    it,
                    "A comma follows the last argument of `%s`."
                        .formatted(AttributeArguments.word(attribute, findings)),
                    "Remove it."));
    return list.emptyArguments().isEmpty();
  }

  private void elementsHaveValues(Argument argument) {
    if (argument.value() instanceof Expression.ArrayLiteral array) {
      for (var element : array.elements()) {
        if (element instanceof Expression.FunctionCall call) {
          haveValues(call.arguments());
        }
      }
    }
  }

  private void haveValues(ArgumentList list) {
    for (var empty : list.emptyArguments()) {
      findings.report(
          PslCode.ARGUMENT_WITHOUT_VALUE,
          empty.name().span(),
          "The argument `%s` has no value.".formatted(empty.name()),
          "Write one after the colon, or remove the argument.");
    }
  }

  private String text(Attribute attribute) {
    return findings.file().text(attribute.span());
  }

  private String text(Expression expression) {
    return findings.file().text(expression.span());
  }
}
