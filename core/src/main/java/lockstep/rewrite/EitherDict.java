package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import lockstep.rewrite.syntax.Expr;

/// One dict or another, as in `{"name": name} if name else {}`, alone or spread in a dict.
///
/// @param first what is meant where the condition holds
/// @param second what is meant where it does not
record EitherDict(Expr condition, Expr.Dict first, Expr.Dict second) {
  /// Returns nothing where anything but dicts is chosen from; `None` is a dict without entries.
  static Optional<EitherDict> of(Expr value) {
    return value instanceof Expr.Other(var _, var kind, var parts) && kind.equals("IfExp")
        ? dict(parts.get(1))
            .flatMap(
                first ->
                    dict(parts.get(2)).map(second -> new EitherDict(parts.get(0), first, second)))
        : Optional.empty();
  }

  private static Optional<Expr.Dict> dict(Expr value) {
    return value instanceof Expr.Dict it
        ? Optional.of(it)
        : Optional.of(value).filter(Expr::isNone).map(it -> new Expr.Dict(it.span(), List.of()));
  }

  /// Returns a value as a dict that is written out: where it is one or another, as the dict that
  /// spreads it.
  static Optional<Expr.Dict> written(Expr value) {
    return value instanceof Expr.Dict dict
        ? Optional.of(dict)
        : of(value)
            .map(
                _ -> new Expr.Dict(value.span(), List.of(new Expr.Entry(Optional.empty(), value))));
  }

  /// Returns what a dict is that spreads one or another and has nothing else.
  static Optional<EitherDict> of(Expr.Dict dict) {
    return dict.entries().size() == 1 && dict.entries().getFirst().key().isEmpty()
        ? of(dict.entries().getFirst().value())
        : Optional.empty();
  }

  /// Returns whether there is an entry, whichever is meant.
  static boolean isFilled(Expr value) {
    return value instanceof Expr.Dict(var _, var _, var entries)
        ? !entries.isEmpty()
        : of(value).filter(it -> isFilled(it.first()) && isFilled(it.second())).isPresent();
  }

  /// Returns whether all keys are plain strings, and none is there twice.
  static boolean areDistinct(List<Expr.Entry> entries) {
    var known =
        entries.stream()
            .allMatch(
                it ->
                    it.name().isPresent()
                        || it.key().isEmpty()
                            && of(it.value())
                                .filter(either -> either.dicts().allMatch(EitherDict::isPlain))
                                .isPresent());
    var keys = entries.stream().flatMap(it -> keys(List.of(it)).distinct()).toList();
    return known && keys.stream().distinct().count() == keys.size();
  }

  private static boolean isPlain(Expr.Dict dict) {
    var names = dict.entries().stream().map(Expr.Entry::name).toList();
    return names.stream().allMatch(Optional::isPresent)
        && names.stream().distinct().count() == names.size();
  }

  /// Returns the keys that are plain strings, also of what is spread.
  static Stream<String> keys(List<Expr.Entry> entries) {
    return entries.stream()
        .flatMap(
            it ->
                it.key().isPresent()
                    ? it.name().stream()
                    : of(it.value()).stream()
                        .flatMap(EitherDict::dicts)
                        .flatMap(dict -> keys(dict.entries())));
  }

  Stream<Expr.Dict> dicts() {
    return Stream.of(first, second);
  }
}
