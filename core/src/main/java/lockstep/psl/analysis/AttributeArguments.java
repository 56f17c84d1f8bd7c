package lockstep.psl.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.Argument;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.Expression;
import lockstep.text.Span;

/// The arguments of one attribute while they are read: what nobody asks for is unknown.
final class AttributeArguments {
  /// The key of the argument that is known by its position.
  private static final String UNNAMED = "";

  private final Findings.In findings;
  private final Attribute attribute;
  private final Map<String, Argument> unread = new LinkedHashMap<>();
  private final Coercion coercion;

  AttributeArguments(Findings.In findings, Attribute attribute) {
    this.findings = findings;
    this.attribute = attribute;
    this.coercion = new Coercion(findings);
    attribute.arguments().forEach(this::add);
    haveAtMostOneWithoutName();
  }

  Attribute attribute() {
    return attribute;
  }

  Span span() {
    return attribute.span();
  }

  Findings.In findings() {
    return findings;
  }

  Coercion coercion() {
    return coercion;
  }

  /// Returns the value of the argument with that name.
  Optional<Expression> named(String name) {
    return Optional.ofNullable(unread.remove(name)).map(Argument::value);
  }

  Optional<String> string(String name) {
    return named(name).flatMap(coercion::string);
  }

  /// Returns the text of the argument with that name; it may not be empty.
  Optional<String> name(String name) {
    var text = string(name);
    if (text.filter(String::isEmpty).isPresent()) {
      report(PslCode.EMPTY_NAME, "The argument `%s` is an empty text.".formatted(name));
      return Optional.empty();
    }
    return text;
  }

  /// Returns the value of the one argument that needs no name; reports where it is missing.
  Optional<Expression> main(String name) {
    var byName = unread.remove(name);
    var byPosition = unread.remove(UNNAMED);
    if (byName != null && byPosition != null) {
      findings.report(
          PslCode.DUPLICATE_ARGUMENT,
          byName.span(),
          "The argument `%s` is given twice: by its name and by its position.".formatted(name),
          "Keep one of them.");
      return Optional.empty();
    }
    var given = byName != null ? byName : byPosition;
    if (given == null) {
      report(PslCode.MISSING_ARGUMENT, "`%s` lacks its argument `%s`.".formatted(word(), name));
      return Optional.empty();
    }
    return Optional.of(given.value());
  }

  /// Returns the value of the one argument that needs no name, if there is one.
  Optional<Expression> optionalMain(String name) {
    var isGiven = unread.containsKey(name) || unread.containsKey(UNNAMED);
    var isGivenTwice = unread.containsKey(name) && unread.containsKey(UNNAMED);
    if (isGivenTwice) {
      unread.remove(name);
      unread.remove(UNNAMED);
      return Optional.empty();
    }
    return isGiven ? main(name) : Optional.empty();
  }

  void report(PslCode code, String fact) {
    findings.report(code, attribute.span(), fact);
  }

  void report(PslCode code, String fact, String advice) {
    findings.report(code, attribute.span(), fact, advice);
  }

  /// Reports all arguments that nobody asked for.
  void rejectUnread() {
    for (var argument : unread.values()) {
      var fact =
          argument
              .name()
              .map(it -> "`%s` has no argument `%s`.".formatted(word(), it))
              .orElse("`%s` takes no argument without a name.".formatted(word()));
      findings.report(PslCode.UNKNOWN_ARGUMENT, argument.span(), fact, "Remove it.");
    }
    unread.clear();
  }

  /// Returns the attribute as it is written, without its arguments.
  String word() {
    return word(attribute, findings);
  }

  static String word(Attribute attribute, Findings.In findings) {
    var text = findings.file().text(attribute.span());
    return (text.startsWith("@@") ? "@@" : "@") + attribute.name();
  }

  private void add(Argument argument) {
    var key = argument.name().map(it -> it.text()).orElse(UNNAMED);
    if (unread.put(key, argument) != null && argument.name().isPresent()) {
      findings.report(
          PslCode.DUPLICATE_ARGUMENT,
          argument.span(),
          "The argument `%s` is given twice.".formatted(key),
          "Keep one of them.");
    }
  }

  private void haveAtMostOneWithoutName() {
    if (attribute.arguments().size() < 2) {
      return;
    }
    var positional = attribute.unnamedArguments();
    if (positional.size() > 1) {
      var together =
          positional.stream()
              .map(it -> findings.file().text(it.value().span()))
              .collect(Collectors.joining(", ", "[", "]"));
      report(
          PslCode.SEVERAL_UNNAMED_ARGUMENTS,
          "`%s` has several arguments without a name.".formatted(word()),
          "Put them into brackets: `%s`.".formatted(together));
    }
  }
}
