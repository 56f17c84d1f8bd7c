package lockstep.emit.sqlalchemy;

import java.util.ArrayList;
import java.util.List;
import lockstep.emit.python.Expression;

/// A column's type on both sides: what Python sees and what the database stores.
///
/// @param annotation what an attribute of the type is annotated with, without `None`
/// @param annotationNeeds what the annotation refers to
/// @param type what SQLAlchemy is told
/// @param typeNeeds what `type` refers to
/// @param recognition how SQLAlchemy finds the type when only the annotation is there
record PythonType(
    String annotation,
    List<Need> annotationNeeds,
    Expression type,
    List<Need> typeNeeds,
    Recognition recognition) {
  PythonType {
    annotationNeeds = List.copyOf(annotationNeeds);
    typeNeeds = List.copyOf(typeNeeds);
  }

  enum Recognition {
    /// SQLAlchemy's own table of types has it (2.0, `sqltypes._type_map`).
    BUILT_IN,
    /// By an entry in the base class's `type_annotation_map`.
    BY_MAP,
    /// Not at all: the column must name its type.
    NONE
  }

  /// Something that a module has to import.
  sealed interface Need {
    record Of(Symbol symbol) implements Need {}

    record OfEnum(PythonEnum type) implements Need {}

    record OfDomain(PythonDomain domain) implements Need {}
  }

  static PythonType of(
      String annotation, Expression type, Recognition recognition, List<Need> needs) {
    return new PythonType(annotation, List.of(), type, needs, recognition);
  }

  PythonType annotatedWith(Need... needs) {
    return new PythonType(annotation, List.of(needs), type, typeNeeds, recognition);
  }

  /// Returns the type of a list of these.
  PythonType listed(Expression arrayType) {
    var needs = new ArrayList<>(typeNeeds);
    needs.add(new Need.Of(Symbol.PG));
    var isKnown = recognition != Recognition.NONE;
    return new PythonType(
        "list[" + annotation + "]",
        annotationNeeds,
        arrayType,
        needs,
        isKnown ? Recognition.BY_MAP : Recognition.NONE);
  }
}
