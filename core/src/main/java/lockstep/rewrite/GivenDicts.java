package lockstep.rewrite;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import lockstep.mapping.Field;
import lockstep.rewrite.Variables.Use;
import lockstep.rewrite.syntax.Expr;
import lockstep.rewrite.syntax.Expr.Argument;

/// Where the calls of a function are given dicts by variables: as an argument, or inside of a dict
/// that they are given.
final class GivenDicts {
  /// What says how rows that are related are meant.
  static final Set<String> QUANTIFIERS = Set.of("is", "is_not", "isNot", "some", "every", "none");

  private final Vocabulary words;
  private final Function<String, Stream<Expr.Entry>> written;
  private final List<Given> found = new ArrayList<>();
  private final Set<String> open = new HashSet<>();
  private Level level = Level.CONDITION;

  /// What saying nothing means.
  private enum Level {
    CONDITION,
    /// Of several, or of what shall not be: it is left out if it says nothing.
    ALTERNATIVE
  }

  /// A variable where a dict is wanted.
  ///
  /// @param entity the model that the dict is about
  record Given(Expr.Name name, Use use, Entity entity, ClientCall call) {}

  private GivenDicts(Vocabulary words, Function<String, Stream<Expr.Entry>> written) {
    this.words = words;
    this.written = written;
  }

  /// @param written returns what is written into the dicts of a variable
  static List<Given> of(
      List<ClientCall> calls, Vocabulary words, Function<String, Stream<Expr.Entry>> written) {
    var dicts = new GivenDicts(words, written);
    for (var call : calls) {
      call.entity().ifPresent(entity -> dicts.arguments(entity, call));
    }
    return List.copyOf(dicts.found);
  }

  private void arguments(Entity entity, ClientCall call) {
    for (var it : call.node().arguments()) {
      if (it instanceof Argument.Keyword(var keyword, var value)) {
        switch (keyword) {
          case "where" -> where(entity, value, Use.WHERE, call);
          case "data" -> {
            named(entity, value, isOfMany(call) ? Use.ROWS : Use.DATA, call);
            data(entity, value, call);
          }
          case "cursor" -> named(entity, value, Use.CURSOR, call);
          case "include" -> {
            named(entity, value, Use.INCLUDE, call);
            include(entity, value, call);
          }
          default -> {}
        }
      }
    }
  }

  private static boolean isOfMany(ClientCall call) {
    return call.target() instanceof ClientCall.Target.OfModel(var _, var operation)
        && operation == Operation.CREATE_MANY;
  }

  /// Dicts that are spread in others, also in those of a variable.
  private void data(Entity entity, Expr data, ClientCall call) {
    switch (data) {
      case Expr.Name(var _, var id) -> {
        if (open.add(id)) {
          written.apply(id).toList().forEach(it -> spread(entity, it, call));
          open.remove(id);
        }
      }
      case Expr.Dict dict
          when call.target() instanceof ClientCall.Target.OfModel(var _, var operation)
              && operation == Operation.UPSERT ->
          dict.entries().forEach(it -> half(entity, it, call));
      case Expr.Dict dict -> dict.entries().forEach(it -> spread(entity, it, call));
      case Expr.Display rows -> rows.elements().forEach(it -> row(entity, it, call));
      case Expr.Comprehension rows -> rows.results().forEach(it -> row(entity, it, call));
      default -> {}
    }
  }

  private void half(Entity entity, Expr.Entry half, ClientCall call) {
    if (half.name().filter("update"::equals).isPresent()) {
      named(entity, half.value(), Use.DATA, call);
    }
    row(entity, half.value(), call);
  }

  private void row(Entity entity, Expr row, ClientCall call) {
    if (row instanceof Expr.Dict dict) {
      dict.entries().forEach(it -> spread(entity, it, call));
    }
  }

  private void spread(Entity entity, Expr.Entry entry, ClientCall call) {
    if (entry.key().isEmpty()) {
      named(entity, entry.value(), Use.DATA, call);
      if (entry.value() instanceof Expr.Name) {
        data(entity, entry.value(), call);
      }
    }
  }

  private void named(Entity entity, Expr value, Use use, ClientCall call) {
    if (value instanceof Expr.Name name) {
      found.add(new Given(name, use, entity, call));
    }
  }

  private void where(Entity entity, Expr value, Use use, ClientCall call) {
    named(entity, value, use, call);
    switch (value) {
      case Expr.Name(var _, var id) -> {
        if (open.add(id)) {
          written.apply(id).toList().forEach(it -> entry(entity, it, call));
          open.remove(id);
        }
      }
      case Expr.Dict dict -> dict.entries().forEach(it -> entry(entity, it, call));
      case Expr.Other(var _, var kind, var parts) when kind.equals("IfExp") ->
          parts.stream()
              .filter(Expr.Dict.class::isInstance)
              .forEach(it -> where(entity, it, use, call));
      default -> {}
    }
  }

  private void entry(Entity entity, Expr.Entry entry, ClientCall call) {
    var name = entry.name().orElse("");
    switch (name) {
      case "AND" -> {
        named(entity, entry.value(), Use.CONDITIONS, call);
        group(entity, entry.value(), call);
      }
      case "OR", "NOT" -> {
        if (name.equals("OR")) {
          named(entity, entry.value(), Use.CONDITIONS, call);
        }
        var outer = level;
        level = Level.ALTERNATIVE;
        group(entity, entry.value(), call);
        level = outer;
      }
      default -> {
        if (entity.field(name).orElse(null) instanceof Field.Relation relation) {
          words.model(relation.target()).ifPresent(target -> related(target, entry.value(), call));
        }
      }
    }
  }

  private void group(Entity entity, Expr value, ClientCall call) {
    switch (value) {
      case Expr.Dict dict -> where(entity, dict, Use.WHERE, call);
      case Expr.Display it -> it.elements().forEach(one -> group(entity, one, call));
      case Expr.Comprehension it -> it.results().forEach(one -> group(entity, one, call));
      default -> {}
    }
  }

  private void related(Entity target, Expr value, ClientCall call) {
    if (value instanceof Expr.Dict dict) {
      level = Level.CONDITION;
      for (var it : dict.entries()) {
        if (it.name().filter(QUANTIFIERS::contains).isPresent()) {
          where(target, it.value(), Use.RELATED, call);
        } else {
          entry(target, it, call);
        }
      }
    } else if (level == Level.CONDITION) {
      where(target, value, Use.RELATED, call);
    }
  }

  private void include(Entity entity, Expr include, ClientCall call) {
    if (!(include instanceof Expr.Dict dict)) {
      return;
    }
    for (var it : dict.entries()) {
      if (it.value() instanceof Expr.Dict details
          && entity.field(it.name().orElse("")).orElse(null) instanceof Field.Relation relation) {
        words.model(relation.target()).ifPresent(target -> details(target, details, call));
      }
    }
  }

  private void details(Entity target, Expr.Dict details, ClientCall call) {
    for (var it : details.entries()) {
      switch (it.name().orElse("")) {
        case "where" -> where(target, it.value(), Use.WHERE, call);
        case "include" -> include(target, it.value(), call);
        default -> {}
      }
    }
  }
}
