package lockstep.rewrite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lockstep.mapping.Field;
import lockstep.rewrite.Trial.Mention;
import lockstep.rewrite.Trial.Slot;
import lockstep.rewrite.Trial.Use;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.PythonFile;
import lockstep.schema.ColumnType;

/// The values of a call that is tried: those that only the program knows become parameters.
final class TrialValues {
  private static final Set<String> WRAPPERS = Set.of("Json", "dumps", "encode");

  private final PythonFile file;
  private final Vocabulary words;
  private final Replacements replacements;
  private final List<Slot> slots = new ArrayList<>();
  private final List<Mention> mentions = new ArrayList<>();
  private final Map<Known, String> parameters = new HashMap<>();

  /// @param type of the column; empty where it goes into none
  private record Known(String text, Optional<ColumnType> type) {}

  TrialValues(PythonFile file, Vocabulary words, Replacements replacements) {
    this.file = file;
    this.words = words;
    this.replacements = replacements;
  }

  /// Returns what each parameter stands for, in their order; what is added is a parameter more.
  List<Slot> slots() {
    return slots;
  }

  /// Returns the values that are written out.
  List<Mention> mentions() {
    return mentions;
  }

  static String parameter(int slot) {
    return "given_" + slot;
  }

  static Slot slot(Use use, Entity entity, Field.Scalar field) {
    return new Slot.OfField(use, entity.name(), field.name());
  }

  /// A value: it stays where it is written out, else a parameter stands for it.
  void leaf(Slot slot, Expr value) {
    if (isLiteral(value)) {
      mention(slot, value);
      return;
    }
    switch (value) {
      case Expr.Call(var _, var function, var arguments)
          when arguments.size() == 1
              && ClientCalls.lastName(function).filter(WRAPPERS::contains).isPresent() ->
          leaf(slot, arguments.getFirst().value());
      case Expr.Display(var _, var _, var elements)
          when slot instanceof Slot.OfField(var use, var model, var field)
              && !isOfJson(model, field) ->
          elements.forEach(
              it -> leaf(new Slot.OfField(inList(use, model, field), model, field), it));
      default -> replacements.add(value.span(), stoodFor(slot, file.text(value)));
    }
  }

  private Optional<ColumnType> type(Slot slot) {
    return slot instanceof Slot.OfField(var _, var model, var field)
        ? type(model, field)
        : Optional.empty();
  }

  private Use inList(Use use, String model, String field) {
    return isList(model, field) ? Use.ELEMENT : use == Use.SOUGHT_AMONG ? Use.SOUGHT : use;
  }

  private Optional<ColumnType> type(String model, String field) {
    return words
        .model(model)
        .flatMap(
            it ->
                it.field(field)
                    .filter(Field.Scalar.class::isInstance)
                    .map(own -> it.type((Field.Scalar) own)));
  }

  private boolean isOfJson(String model, String field) {
    return type(model, field).filter(Conditions::isJson).isPresent();
  }

  private boolean isList(String model, String field) {
    return type(model, field).filter(ColumnType.Array.class::isInstance).isPresent();
  }

  /// The same text is the same value, as in the two halves of an `upsert`. Two columns of different
  /// types get two, as a time with its zone is none without.
  private String stoodFor(Slot slot, String text) {
    if (replacements.row().isEmpty()) {
      var known = new Known(text, type(slot));
      if (parameters.containsKey(known)) {
        return parameters.get(known);
      }
      parameters.put(known, parameter(slots.size()));
    }
    slots.add(slot);
    return replacements
        .row()
        .map(it -> it.variable() + "[" + (slots.size() - 1 - it.first()) + "]")
        .orElseGet(() -> parameter(slots.size() - 1));
  }

  private void mention(Slot slot, Expr value) {
    if (slot instanceof Slot.OfField(var _, var model, var field)) {
      value
          .all()
          .filter(it -> it instanceof Expr.Text || it instanceof Expr.Constant)
          .filter(it -> !it.isNone())
          .map(it -> it instanceof Expr.Text(var _, var text) ? text : file.text(it))
          .forEach(it -> mentions.add(new Mention(model, field, it)));
    }
  }

  static boolean isLiteral(Expr value) {
    return switch (value) {
      case Expr.Text _, Expr.Constant _ -> true;
      case Expr.Display it -> it.elements().stream().allMatch(TrialValues::isLiteral);
      case Expr.Dict it ->
          it.entries().stream()
              .allMatch(entry -> entry.name().isPresent() && isLiteral(entry.value()));
      case Expr.Other(var _, var kind, var parts) ->
          kind.equals("Bytes")
              || kind.equals("UnaryOp") && parts.stream().allMatch(TrialValues::isLiteral);
      default -> false;
    };
  }
}
