package lockstep.rewrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import lockstep.mapping.Field;
import lockstep.rewrite.QueryRewriter.Interface;
import lockstep.rewrite.Trial.Slot;
import lockstep.rewrite.Trial.Use;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.rewrite.syntax.Stmt;
import lockstep.text.Span;

/// Writes one call as a function of its own.
///
/// Its text stays as it is but for what only the program knows: each such value becomes a
/// parameter, so that it is converted in the same way. Whether what a dict says can be converted is
/// not asked here.
final class TrialWriter {
  private static final Set<String> LOGICAL = Set.of("AND", "OR", "NOT");

  private static final Pattern PARAMETER = Pattern.compile("\\bgiven_\\d+\\b");

  private final PythonFile file;
  private final Vocabulary words;
  private final Variables variables;
  private final Interface called;
  private final String name;
  private final Replacements replacements;
  private final TrialValues values;
  private final List<String> before = new ArrayList<>();
  private final Set<String> spread = new HashSet<>();
  private Optional<String> obstacle = Optional.empty();

  TrialWriter(
      PythonFile file, Vocabulary words, Variables variables, Interface called, String name) {
    this.file = file;
    this.words = words;
    this.variables = variables;
    this.called = called;
    this.name = name;
    this.replacements = new Replacements(file);
    this.values = new TrialValues(file, words, replacements);
  }

  Trial write(ClientCall call, Verdict verdict) {
    if (!(call.target() instanceof ClientCall.Target.OfModel(var entity, var operation))) {
      return new Trial.Impossible(verdict, "its SQL is its own.");
    }
    var model = "db." + entity.name().toLowerCase(Locale.ROOT);
    switch (call.node().function()) {
      case Expr.Attribute(var _, var of, var _) -> replacements.add(of.span(), model);
      case Expr kept -> replacements.add(kept.span(), model + "." + operation.word());
    }
    arguments(entity, operation, call.node());
    return obstacle
        .<Trial>map(it -> new Trial.Impossible(verdict, it))
        .orElseGet(
            () ->
                new Trial.Ready(verdict, name, function(call), values.slots(), values.mentions()));
  }

  private String function(ClientCall call) {
    var parameters =
        IntStream.range(0, values.slots().size())
            .mapToObj(it -> ", " + TrialValues.parameter(it))
            .collect(Collectors.joining());
    var isAwaited = called == Interface.AWAITED;
    var first = before.stream().map(it -> "    " + it + "\n").collect(Collectors.joining());
    return "%sdef %s(db%s):\n%s    return %s%s\n"
        .formatted(
            isAwaited ? "async " : "",
            name,
            parameters,
            first,
            isAwaited ? "await " : "",
            replacements.text(call.node().span()));
  }

  private void giveUp(String reason) {
    obstacle = obstacle.or(() -> Optional.of(reason));
  }

  private void giveUp(Expr expression) {
    giveUp(
        "the value of `%s` is only known when the program runs."
            .formatted(Conditions.oneLine(file.text(expression))));
  }

  private void arguments(Entity entity, Operation operation, Expr.Call call) {
    var position = 0;
    for (var it : call.arguments()) {
      switch (it) {
        case Argument.Positional(var value) ->
            argument(entity, operation, operation.parameters().get(position++), value);
        case Argument.Keyword(var keyword, var value) ->
            argument(entity, operation, keyword, value);
        case Argument.Spread(var value) -> giveUp(value);
      }
    }
  }

  private void argument(Entity entity, Operation operation, String parameter, Expr value) {
    switch (parameter) {
      case "where" -> where(entity, followed(value, Variables.Use.WHERE));
      case "cursor" -> where(entity, followed(value, Variables.Use.CURSOR));
      case "data" -> {
        switch (operation) {
          case CREATE_MANY -> list(value, Variables.Use.ROWS, it -> data(entity, it));
          case UPSERT -> entries(value, it -> data(entity, it.value()));
          default -> data(entity, followed(value, Variables.Use.DATA));
        }
      }
      case "include" -> include(entity, followed(value, Variables.Use.INCLUDE));
      case "order" -> each(value, this::order);
      case "take", "skip" -> values.leaf(new Slot.Number(), value);
      default -> literal(value);
    }
  }

  /// Writes out how a dict is put together before the call, and returns what is in it.
  private Expr followed(Expr value, Variables.Use use) {
    if (!(value instanceof Expr.Name variable)) {
      return value;
    }
    var known = variables.follow(variable, use);
    if (known.isEmpty()) {
      return value;
    }
    var literals = known.get().literals().toList();
    if (known.get().assignments().size() > 1) {
      giveUp(value);
      return value;
    }
    var literal = literals.getFirst();
    var all = new ArrayList<>(literal.entries());
    known.get().extensions().forEach(it -> all.addAll(it.entries()));
    var contents = new Expr.Dict(literal.span(), all);
    switch (use) {
      case WHERE, RELATED, CURSOR -> where(known.get().entity(), contents);
      case DATA -> data(known.get().entity(), contents);
      case INCLUDE -> include(known.get().entity(), contents);
      case CONDITIONS, ROWS -> throw new IllegalStateException("a list");
    }
    before.add(known.get().name() + " = " + replacements.text(literal.span()));
    known.get().extensions().forEach(it -> before.add(extended(known.get(), it)));
    return new Expr.Dict(value.span(), List.of());
  }

  /// What may be left out of a dict that has nothing else in it is left out where it is None.
  private String extended(Variables.Followed followed, Variables.Extension extension) {
    var statement = replacements.text(extension.statement().span());
    var parameter = PARAMETER.matcher(statement);
    return followed.use() == Variables.Use.DATA
            && followed.filling() == Variables.Filling.PERHAPS
            && parameter.find()
        ? "if %s is not None: %s".formatted(parameter.group(), statement)
        : statement;
  }

  /// Writes out how a list is put together before the call, or looks at one that stands in it.
  private void list(Expr value, Variables.Use use, Consumer<Expr> one) {
    var known =
        value instanceof Expr.Name variable
            ? variables.follow(variable, use)
            : Optional.<Variables.Followed>empty();
    if (known.isEmpty()) {
      each(value, one);
      return;
    }
    if (known.get().assignments().size() > 1) {
      giveUp(value);
      return;
    }
    var list = known.get().assignments().getFirst().value().orElseThrow();
    each(list, one);
    before.add(known.get().name() + " = " + replacements.text(list.span()));
    for (var it : known.get().extensions()) {
      added(it.statement()).forEach(dicts -> each(dicts, one));
      before.add(replacements.text(it.statement().span()));
    }
  }

  /// Returns what a statement gives the method that it calls.
  private static Stream<Expr> added(Stmt statement) {
    return statement instanceof Stmt.Evaluate(var _, Expr.Call call)
        ? call.arguments().stream().map(Argument::value)
        : Stream.empty();
  }

  private void entries(Expr dict, Consumer<Expr.Entry> each) {
    if (dict.isNone()) {
      return;
    }
    var either = EitherDict.of(dict);
    if (either.isPresent()) {
      values.leaf(new Slot.Condition(), either.get().condition());
      either.get().dicts().forEach(it -> entries(it, each));
      return;
    }
    if (!(dict instanceof Expr.Dict(var _, var type, var entries)) || type.isPresent()) {
      giveUp(dict);
      return;
    }
    for (var it : entries) {
      if (it.name().isPresent()) {
        each.accept(it);
      } else if (it.key().isEmpty() && EitherDict.of(it.value()).isPresent()) {
        entries(it.value(), each);
      } else {
        giveUp(dict);
      }
    }
  }

  /// Looks at one, or at those of a list.
  private void each(Expr value, Consumer<Expr> one) {
    switch (value) {
      case Expr.Display it -> it.elements().forEach(one);
      case Expr.Comprehension it when it.results().size() == 1 -> looped(it, one);
      default -> one.accept(value);
    }
  }

  /// What a loop goes over becomes a list of tuples.
  private void looped(Expr.Comprehension loop, Consumer<Expr> one) {
    var result = loop.results().getFirst();
    var slots = values.slots();
    var outer = slots.size();
    slots.add(new Slot.Number());
    var inLoop = new ArrayList<Slot>();
    var first = slots.size();
    replacements.within(
        "each_" + outer,
        first,
        () -> {
          one.accept(result);
          inLoop.addAll(slots.subList(first, slots.size()));
          slots.subList(first, slots.size()).clear();
        });
    slots.set(outer, new Slot.Rows(inLoop));
    replacements.add(
        new Span(result.span().end(), loop.span().end() - 1),
        " for each_%d in %s".formatted(outer, TrialValues.parameter(outer)));
  }

  private void where(Entity entity, Expr where) {
    entries(
        where,
        it -> {
          var field = it.name().orElse("");
          if (LOGICAL.contains(field)) {
            list(it.value(), Variables.Use.CONDITIONS, one -> where(entity, one));
            return;
          }
          switch (entity.field(field).orElse(null)) {
            case Field.Scalar scalar -> filter(entity, scalar, it.value());
            case Field.Relation relation -> related(relation, it.value());
            case null -> where(entity, it.value());
          }
        });
  }

  private void filter(Entity entity, Field.Scalar field, Expr value) {
    if (value instanceof Expr.Other && variables.mayBeDict(value)) {
      giveUp(value);
      return;
    }
    if (!(value instanceof Expr.Dict)) {
      values.leaf(TrialValues.slot(Use.SOUGHT, entity, field), value);
      return;
    }
    entries(
        value,
        it -> {
          switch (it.name().orElse("")) {
            case "equals", "lt", "lte", "gt", "gte" ->
                values.leaf(TrialValues.slot(Use.SOUGHT, entity, field), it.value());
            case "not" -> filter(entity, field, it.value());
            case "in", "in_", "not_in", "notIn", "has_some", "hasSome", "has_every", "hasEvery" ->
                values.leaf(TrialValues.slot(Use.SOUGHT_AMONG, entity, field), it.value());
            case "contains", "startswith", "startsWith", "endswith", "endsWith" ->
                values.leaf(TrialValues.slot(Use.PART, entity, field), it.value());
            case "has" -> values.leaf(TrialValues.slot(Use.ELEMENT, entity, field), it.value());
            default -> literal(it.value());
          }
        });
  }

  private void related(Field.Relation relation, Expr value) {
    var target = words.model(relation.target());
    if (target.isEmpty()) {
      giveUp(value);
      return;
    }
    if (value instanceof Expr.Dict dict
        && dict.entries().stream()
            .anyMatch(it -> it.name().filter(GivenDicts.QUANTIFIERS::contains).isPresent())) {
      entries(value, it -> where(target.get(), followed(it.value(), Variables.Use.RELATED)));
    } else {
      where(target.get(), followed(value, Variables.Use.RELATED));
    }
  }

  private void data(Entity entity, Expr data) {
    entries(
        withoutSpread(data),
        it -> {
          switch (entity.field(it.name().orElse("")).orElse(null)) {
            case Field.Scalar scalar -> written(entity, scalar, it.value());
            case Field.Relation relation -> nested(relation, it.value());
            case null -> giveUp(data);
          }
        });
  }

  /// Returns what a dict says itself; what it spreads of variables is written before the call.
  private Expr withoutSpread(Expr data) {
    if (!(data instanceof Expr.Dict(var span, var type, var entries)) || type.isPresent()) {
      return data;
    }
    var own = new ArrayList<Expr.Entry>();
    for (var it : entries) {
      var isSpread =
          it.key().isEmpty()
              && it.value() instanceof Expr.Name name
              && variables.follow(name, Variables.Use.DATA).isPresent();
      if (!isSpread) {
        own.add(it);
      } else if (spread.add(((Expr.Name) it.value()).id())) {
        followed(it.value(), Variables.Use.DATA);
      }
    }
    return new Expr.Dict(span, own);
  }

  private void written(Entity entity, Field.Scalar field, Expr value) {
    if (!(value instanceof Expr.Dict) || Conditions.isJson(entity.type(field))) {
      values.leaf(TrialValues.slot(Use.WRITTEN, entity, field), value);
      return;
    }
    entries(
        value,
        it -> {
          switch (it.name().orElse("")) {
            case "set", "push" ->
                values.leaf(TrialValues.slot(Use.WRITTEN, entity, field), it.value());
            default -> values.leaf(TrialValues.slot(Use.AMOUNT, entity, field), it.value());
          }
        });
  }

  private void nested(Field.Relation relation, Expr value) {
    var target = words.model(relation.target());
    if (target.isEmpty()) {
      giveUp(value);
      return;
    }
    entries(value, it -> each(it.value(), one -> nested(target.get(), it.name().orElse(""), one)));
  }

  private void nested(Entity target, String word, Expr value) {
    switch (word) {
      case "create" -> data(target, value);
      case "connect", "disconnect", "set", "delete" -> {
        if (!(value instanceof Expr.Constant)) {
          where(target, value);
        }
      }
      case "connect_or_create" ->
          entries(
              value,
              it -> {
                switch (it.name().orElse("")) {
                  case "where" -> where(target, it.value());
                  default -> data(target, it.value());
                }
              });
      default -> literal(value);
    }
  }

  private void include(Entity entity, Expr include) {
    entries(
        include,
        it -> {
          if (!(it.value() instanceof Expr.Dict options)) {
            literal(it.value());
            return;
          }
          var target =
              entity
                  .field(it.name().orElse(""))
                  .filter(Field.Relation.class::isInstance)
                  .flatMap(field -> words.model(((Field.Relation) field).target()));
          if (target.isEmpty()) {
            giveUp(options);
            return;
          }
          entries(
              options,
              option -> {
                switch (option.name().orElse("")) {
                  case "where" ->
                      where(target.get(), followed(option.value(), Variables.Use.WHERE));
                  case "cursor" -> where(target.get(), option.value());
                  case "include" -> include(target.get(), option.value());
                  case "order_by" -> each(option.value(), this::order);
                  case "take", "skip" -> values.leaf(new Slot.Number(), option.value());
                  default -> literal(option.value());
                }
              });
        });
  }

  private void order(Expr order) {
    entries(
        order,
        it -> {
          if (it.value() instanceof Expr.Dict) {
            order(it.value());
          } else {
            values.leaf(new Slot.Direction(), it.value());
          }
        });
  }

  private void literal(Expr value) {
    if (!TrialValues.isLiteral(value)) {
      giveUp(value);
    }
  }
}
