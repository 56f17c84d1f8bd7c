package lockstep.psl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Diagnostic;
import lockstep.diagnostic.Place;
import lockstep.psl.PslCode;
import lockstep.text.SourceText;
import lockstep.text.Span;

/// Walks a tree and says what is wrong with the syntax, in order of appearance.
final class SyntaxCheck {
  private static final int MOST_REPORTED = 10_000;
  private static final int LONGEST_ADVISED = 1_000;

  private final SourceText source;
  private final List<Diagnostic> diagnostics = new ArrayList<>();

  private SyntaxCheck(SourceText source) {
    this.source = source;
  }

  static List<Diagnostic> check(SourceText source, List<TopLevel> items) {
    var check = new SyntaxCheck(source);
    items.forEach(check::topLevel);
    return check.diagnostics;
  }

  private void topLevel(TopLevel item) {
    switch (item) {
      case ModelDeclaration model -> model.items().forEach(it -> modelItem(model, it));
      case EnumDeclaration declaration ->
          declaration.items().forEach(it -> enumItem(declaration, it));
      case ConfigBlock block -> block.items().forEach(it -> configItem(block, it));
      case TypeAlias alias ->
          report(
              PslCode.TYPE_ALIAS,
              alias.span(),
              "Type `%s` is defined by an equals sign, which is no longer possible."
                  .formatted(alias.name()),
              "Write the type out at each field that uses it.");
      case UnknownBlock block ->
          report(
              PslCode.UNKNOWN_BLOCK,
              block.span(),
              "`%s` opens no block that a schema can have.".formatted(block.word()),
              "A block is a `model`, `view`, `enum`, `type`, `datasource` or `generator`,"
                  + " followed by its name.");
      case CommentBlock _, BlankLines _ -> {}
      case InvalidLine line -> invalid(PslCode.INVALID_TOP_LEVEL_LINE, line, topLevelFact(line));
    }
  }

  private void modelItem(ModelDeclaration model, ModelItem item) {
    switch (item) {
      case Field field -> field(model, field);
      case BrokenField field -> brokenField(model, field);
      case BlockAttribute line -> {
        attribute(line.attribute());
        if (model.kind() == ModelDeclaration.Kind.TYPE) {
          typeBlockAttribute(model, line);
        }
      }
      case CommentBlock _, BlankLines _ -> {}
      case InvalidLine line ->
          invalid(
              PslCode.INVALID_MODEL_LINE,
              line,
              "This line is neither a field nor an attribute of %s `%s`."
                  .formatted(model.kind().keyword(), model.name()));
    }
  }

  private void enumItem(EnumDeclaration declaration, EnumItem item) {
    switch (item) {
      case EnumValue value -> value.attributes().forEach(this::attribute);
      case BlockAttribute line -> attribute(line.attribute());
      case CommentBlock _, BlankLines _ -> {}
      case InvalidLine line ->
          invalid(
              PslCode.INVALID_ENUM_LINE,
              line,
              "This line is not a value of enum `%s`.".formatted(declaration.name()));
    }
  }

  private void configItem(ConfigBlock block, ConfigItem item) {
    switch (item) {
      case Property property -> property.value().ifPresent(this::expression);
      case CommentBlock _, BlankLines _ -> {}
      case InvalidLine line ->
          invalid(
              PslCode.INVALID_CONFIGURATION_LINE,
              line,
              "This line is not a property of %s `%s`."
                  .formatted(block.kind().keyword(), block.name()));
    }
  }

  private void field(ModelDeclaration model, Field field) {
    if (field.type().base() instanceof FieldType.Unsupported unsupported) {
      string(unsupported.literal());
    }
    for (var attribute : field.attributes()) {
      attribute(attribute);
    }
    if (model.kind() == ModelDeclaration.Kind.TYPE) {
      field.attributes().forEach(it -> typeFieldAttribute(model, field, it));
    }
  }

  private void brokenField(ModelDeclaration model, BrokenField field) {
    if (field.colon().isPresent()) {
      report(
          PslCode.LEGACY_COLON,
          field.colon().get(),
          "A field's name is followed by a space, not by a colon.",
          "Remove the colon after `%s`.".formatted(field.name()));
    } else if (field.type().isPresent()) {
      marks(field.type().get());
    } else {
      field.attributes().forEach(this::attribute);
      report(
          PslCode.FIELD_WITHOUT_TYPE,
          field.span(),
          "Field `%s` of %s `%s` has no type."
              .formatted(field.name(), model.kind().keyword(), model.name()),
          "Write the type after the name, as in `%s String`.".formatted(field.name()));
    }
  }

  private void marks(BrokenField.Type type) {
    var name = source.text(type.base().span());
    switch (type.marks()) {
      case REQUIRED, OPTIONAL, LIST -> throw new IllegalArgumentException(type.toString());
      case LEGACY_REQUIRED ->
          report(
              PslCode.LEGACY_REQUIRED_MARK,
              type.span(),
              "A field is required unless it says otherwise; `!` is not part of the language.",
              "Write `%s`.".formatted(name));
      case LEGACY_LIST ->
          report(
              PslCode.LEGACY_LIST,
              type.span(),
              "A list is written with brackets after the type.",
              "Write `%s[]`.".formatted(name));
      case OPTIONAL_LIST ->
          report(
              PslCode.OPTIONAL_LIST,
              type.span(),
              "A list cannot be optional.",
              "Write `%s[]`, which may be empty, or `%s?`.".formatted(name, name));
    }
  }

  private void typeBlockAttribute(ModelDeclaration type, BlockAttribute line) {
    report(
        PslCode.TYPE_BLOCK_ATTRIBUTE,
        line.span(),
        "Composite type `%s` cannot have `@@%s`: it has no table of its own."
            .formatted(type.name(), line.attribute().name()),
        "Put the attribute into the model that uses the type, or remove it.");
  }

  private void typeFieldAttribute(ModelDeclaration type, Field field, Attribute attribute) {
    switch (attribute.name().text()) {
      case "relation", "unique", "id" ->
          report(
              PslCode.TYPE_FIELD_ATTRIBUTE,
              field.span(),
              "Field `%s` of composite type `%s` cannot have `@%s`."
                  .formatted(field.name(), type.name(), attribute.name()),
              "Remove the attribute, or make the type a model.");
      default -> {}
    }
  }

  private void attribute(Attribute attribute) {
    for (var argument : attribute.arguments()) {
      expression(argument.value());
    }
  }

  private void expression(Expression expression) {
    switch (expression) {
      case Expression.StringLiteral literal -> string(literal.span());
      case Expression.ArrayLiteral array -> array.elements().forEach(this::expression);
      case Expression.FunctionCall call ->
          call.arguments().arguments().forEach(it -> expression(it.value()));
      case Expression.ObjectLiteral object ->
          object.members().forEach(it -> expression(it.value()));
      case Expression.NumberLiteral _, Expression.Constant _ -> {}
    }
  }

  private void string(Span literal) {
    StringEscapes.check(
        source.text(literal),
        (fault, span) -> {
          var place = new Span(literal.start() + span.start(), literal.start() + span.end());
          escape(fault, place);
        });
  }

  private void escape(StringEscapes.Fault fault, Span span) {
    switch (fault) {
      case UNKNOWN ->
          report(
              PslCode.UNKNOWN_ESCAPE,
              span,
              "`%s` is not an escape sequence.".formatted(source.text(span)),
              "To mean a backslash, as in a Windows path, write `\\\\`.");
      case INVALID_UNICODE ->
          report(
              PslCode.INVALID_UNICODE_ESCAPE,
              span,
              "`%s` is not a Unicode character.".formatted(source.text(span)),
              "Write `\\u` and four hexadecimal digits; characters above U+FFFF are two of these.");
    }
  }

  private String topLevelFact(InvalidLine line) {
    return source.text(line.span()).strip().equals("}")
        ? "This brace closes no block."
        : "This line is outside of all blocks and opens none.";
  }

  private void invalid(PslCode code, InvalidLine line, String fact) {
    switch (line.fault()) {
      case UNKNOWN -> report(code, line.span(), fact, advice(code, line));
      case NESTED_TOO_DEEPLY ->
          report(
              PslCode.NESTED_TOO_DEEPLY,
              line.span(),
              "Brackets are nested too deeply in this line.",
              Optional.of("No schema needs more than a few levels."));
    }
  }

  private Optional<String> advice(PslCode code, InvalidLine line) {
    if (line.span().length() > LONGEST_ADVISED) {
      return Optional.empty();
    }
    var text = source.text(line.span()).strip();
    return code == PslCode.INVALID_TOP_LEVEL_LINE
        ? InvalidLineAdvice.outside(text)
        : InvalidLineAdvice.inside(text);
  }

  private void report(PslCode code, Span span, String fact, String advice) {
    report(code, span, fact, Optional.of(advice));
  }

  private void report(PslCode code, Span span, String fact, Optional<String> advice) {
    if (diagnostics.size() < MOST_REPORTED) {
      diagnostics.add(Diagnostic.of(code, Place.of(source, span), fact).withAdvice(advice));
    } else if (diagnostics.size() == MOST_REPORTED) {
      diagnostics.add(
          Diagnostic.of(
              PslCode.TOO_MANY_ERRORS,
              Place.of(source, span),
              "There are more than %,d errors before this line; it and what follows were not checked."
                  .formatted(MOST_REPORTED)));
    }
  }
}
