package lockstep.rewrite;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.rewrite.Rewriting.Remark;
import lockstep.rewrite.syntax.Expr;

/// Models of Pydantic that are made of rows: they read them by the names of their own fields.
record RowReaders(Instances instances, List<Remark> remarks) {
  /// @param model the class
  void read(Expr model, Entity entity) {
    model
        .all()
        .flatMap(it -> instances.shape(it).stream())
        .flatMap(it -> it.fields().entrySet().stream())
        .flatMap(it -> misread(it.getKey(), it.getValue(), entity).stream())
        .findFirst()
        .ifPresent(
            it ->
                remarks.add(
                    new Remark(
                        RewriteCode.USED_OTHERWISE,
                        model.span(),
                        it,
                        "Give such fields an alias, as in `Field(validation_alias=\"created_at\")`,"
                            + " and ids the type `UUID`; or generate with `names = \"field\"`.")));
  }

  private static Optional<String> misread(String field, Set<String> annotation, Entity entity) {
    var other = Optional.ofNullable(entity.otherNames().get(field));
    return other
        .map(it -> "It reads `%s`, which rows call `%s` now.".formatted(field, it))
        .or(
            () ->
                entity.isUuid(field) && annotation.contains("str")
                    ? Optional.of(
                        "It reads `%s` as a text, which is a `UUID` now.".formatted(field))
                    : Optional.empty());
  }
}
