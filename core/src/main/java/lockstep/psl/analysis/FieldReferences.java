package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import lockstep.psl.PslCode;
import lockstep.text.Span;

/// Names that should be scalar fields of a model, looked up.
///
/// @param scalars names of scalar fields, in the order written
/// @param unknown names of no field
/// @param relations names of fields that are relations
record FieldReferences(List<String> scalars, List<String> unknown, List<String> relations) {
  /// Looks names up; returns nothing where one is named twice, which is reported.
  static Optional<FieldReferences> resolve(
      SequencedCollection<String> names, TypedModel model, Span attribute, Findings.In findings) {
    var scalars = new LinkedHashSet<String>();
    var unknown = new ArrayList<String>();
    var relations = new ArrayList<String>();
    for (var name : names) {
      var field = model.field(name);
      if (field.isEmpty()) {
        unknown.add(name);
      } else if (!field.get().isScalar()) {
        relations.add(name);
      } else if (!scalars.add(name)) {
        findings.report(
            PslCode.FIELD_NAMED_TWICE,
            attribute,
            "The field `%s` of `%s` is named twice.".formatted(name, model.name()),
            "Keep one of them.");
        return Optional.empty();
      }
    }
    return Optional.of(new FieldReferences(List.copyOf(scalars), unknown, relations));
  }

  boolean areScalars() {
    return unknown.isEmpty() && relations.isEmpty();
  }

  /// Returns names as a sentence lists them.
  static String list(List<String> names) {
    var word = names.size() == 1 ? "field " : "fields ";
    return word + String.join(", ", names.stream().map("`%s`"::formatted).toList());
  }
}
