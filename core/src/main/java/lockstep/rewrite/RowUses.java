package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import lockstep.rewrite.Results.Renamed;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.text.Span;

/// What code does with rows and their classes other than by the attributes of a row: functions of
/// Python's that ask for names, and what the client's classes had as models of Pydantic.
///
/// @param row the model of an expression that is a row
record RowUses(
    PythonFile file,
    Vocabulary words,
    ClientImports imports,
    Function<Expr, Optional<Entity>> row,
    List<Renamed> renamed,
    List<Remark> remarks) {
  private static final Set<String> BY_NAME = Set.of("getattr", "setattr", "hasattr", "delattr");
  private static final Set<String> AS_A_WHOLE = Set.of("dict", "list", "tuple", "iter", "vars");

  /// Of classes and of rows (Pydantic 1 and 2).
  private static final Set<String> OF_PYDANTIC =
      Set.of(
          "__fields__",
          "__fields_set__",
          "model_fields",
          "model_fields_set",
          "model_validate",
          "model_validate_json",
          "model_construct",
          "model_json_schema",
          "parse_obj",
          "parse_raw",
          "construct",
          "from_orm",
          "schema");

  void look(Expr.Call call) {
    var first = call.arguments().stream().findFirst().map(Argument::value);
    var name = ClientCalls.lastName(call.function()).orElse("");
    if (first.isEmpty()) {
      return;
    }
    var isPython = call.function() instanceof Expr.Name;
    if (isPython && BY_NAME.contains(name) && call.arguments().size() > 1) {
      row.apply(first.get()).ifPresent(it -> named(it, call.arguments().get(1).value()));
    } else if (isPython && AS_A_WHOLE.contains(name)) {
      row.apply(first.get()).ifPresent(it -> asAWhole(it, name, call));
    } else if (name.equals("attrgetter")) {
      call.arguments().forEach(it -> perhapsNamed(it.value()));
    } else {
      imports.exchanged(call.function()).ifPresent(it -> made(it, call));
    }
  }

  void look(Expr.Attribute attribute) {
    var name = new Span(attribute.span().end() - attribute.name().length(), attribute.span().end());
    var entity = imports.exchanged(attribute.of()).or(() -> row.apply(attribute.of()));
    if (OF_PYDANTIC.contains(attribute.name())) {
      entity.ifPresent(
          it ->
              remark(
                  name,
                  "%s has no `%s` any more: it is no model of Pydantic."
                      .formatted(it.name(), attribute.name()),
                  "Name the attributes that are wanted, or give the row to a model of Pydantic with"
                      + " `from_attributes=True`."));
    } else if (attribute.name().equals("__dict__")) {
      entity.ifPresent(
          it ->
              remark(
                  name,
                  "What SQLAlchemy knows of the row is in its `__dict__` too.",
                  "Name the attributes that are wanted."));
    }
  }

  /// `getattr(user, "createdAt")`.
  private void named(Entity entity, Expr name) {
    var others = entity.otherNames();
    if (name instanceof Expr.Text(var span, var text)) {
      var other = Optional.ofNullable(others.get(text));
      if (span.end() - span.start() == text.length() + 2) {
        var inner = new Span(span.start() + 1, span.end() - 1);
        other.ifPresent(it -> renamed.add(new Renamed(inner, it)));
      } else {
        other.ifPresent(it -> remark(span, otherwise(text, it), "Rename it here."));
      }
    } else {
      others.entrySet().stream()
          .findFirst()
          .ifPresent(
              it ->
                  remark(
                      name.span(),
                      "Attributes of %s are asked for by a name that is only known when it runs, and `%s` is called `%s` now."
                          .formatted(entity.name(), it.getKey(), it.getValue()),
                      "Ask by the names of attributes, or generate with `names = \"field\"`."));
    }
  }

  private void perhapsNamed(Expr name) {
    if (name instanceof Expr.Text(var span, var text)) {
      words
          .renamed(text)
          .ifPresent(
              it ->
                  remark(
                      span,
                      "`%s` is called `%s` now, where it is asked of a row.".formatted(text, it),
                      "Rename it here, where rows are asked."));
    }
  }

  private static String otherwise(String field, String attribute) {
    return "`%s` is called `%s` now.".formatted(field, attribute);
  }

  private void asAWhole(Entity entity, String function, Expr.Call call) {
    remark(
        call.function().span(),
        "`%s` took what a model of Pydantic has, and rows of %s are none."
            .formatted(function, entity.name()),
        "Name the attributes that are wanted.");
  }

  /// `User(id=1, passwordHash="x")`.
  private void made(Entity entity, Expr.Call call) {
    for (var it : call.arguments()) {
      if (it instanceof Argument.Keyword(var name, var value)
          && entity.otherNames().containsKey(name)) {
        var other = entity.otherNames().get(name);
        keyword(name, value)
            .ifPresentOrElse(
                span -> renamed.add(new Renamed(span, other)),
                () -> remark(value.span(), otherwise(name, other), "Rename it here."));
      }
    }
  }

  /// Returns where the name of an argument stands.
  private Optional<Span> keyword(String name, Expr value) {
    var content = file.text().content();
    var start = content.lastIndexOf(name, value.span().start());
    return Optional.of(new Span(start, start + name.length()))
        .filter(_ -> start >= 0)
        .filter(it -> content.substring(it.end(), value.span().start()).matches("\\s*=[\\s(]*"));
  }

  private void remark(Span span, String fact, String advice) {
    remarks.add(new Remark(RewriteCode.USED_OTHERWISE, span, fact, advice));
  }
}
