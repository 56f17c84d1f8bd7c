package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.analysis.TypedModel.Meaning;
import lockstep.psl.analysis.TypedModel.TypedField;
import lockstep.psl.syntax.EnumDeclaration;
import lockstep.psl.syntax.Field;
import lockstep.psl.syntax.FieldType;
import lockstep.psl.syntax.ModelDeclaration;
import lockstep.psl.syntax.Name;
import lockstep.text.Closest;

/// Pass 2: what each field's type refers to, and that every enum has values.
final class TypePass {
  private static final int MOST_SEARCHES = 50;

  private final Names names;
  private final Findings findings;

  /// Names of types in small letters; made when the first unknown type is met.
  private Optional<Map<String, String>> anyCase = Optional.empty();

  private int searches;

  private TypePass(Names names, Findings findings) {
    this.names = names;
    this.findings = findings;
  }

  static List<TypedModel> resolve(Names names, Findings findings) {
    var pass = new TypePass(names, findings);
    names.enums().forEach(pass::hasValues);
    return names.models().stream().map(pass::model).toList();
  }

  private void hasValues(Declared<EnumDeclaration> enumeration) {
    if (enumeration.block().values().isEmpty()) {
      findings
          .in(enumeration.file())
          .report(
              PslCode.EMPTY_ENUM,
              enumeration.block().span(),
              "Enum `%s` has no values.".formatted(enumeration.block().name()),
              "List at least one.");
    }
  }

  private TypedModel model(Declared<ModelDeclaration> model) {
    var in = findings.in(model.file());
    var fields = new ArrayList<TypedField>();
    var byName = new LinkedHashMap<String, TypedField>();
    for (var field : model.block().fields()) {
      var typed = new TypedField(field, meaning(field, in));
      fields.add(typed);
      byName.put(field.name().text(), typed);
    }
    return new TypedModel(model.file(), model.block(), fields, byName);
  }

  private Meaning meaning(Field field, Findings.In in) {
    return switch (field.type().base()) {
      case FieldType.Unsupported it -> new Meaning.Value(new ValueType.Unsupported(it.text()));
      case FieldType.Named(var name) ->
          BuiltInType.of(name.text())
              .<Meaning>map(it -> new Meaning.Value(new ValueType.BuiltIn(it)))
              .orElseGet(() -> declared(name, in));
    };
  }

  private Meaning declared(Name name, Findings.In in) {
    var found = names.types().get(name.text());
    if (found == null) {
      unknown(name, in);
      return new Meaning.Unknown();
    }
    if (!(found.block() instanceof ModelDeclaration model)) {
      return new Meaning.Value(new ValueType.Enumerated(name.text()));
    }
    return model.kind() == ModelDeclaration.Kind.TYPE
        ? new Meaning.Value(new ValueType.Composite(name.text()))
        : new Meaning.Reference(name.text());
  }

  private void unknown(Name name, Findings.In in) {
    var advice =
        suggestion(name.text())
            .map("Did you mean `%s`?"::formatted)
            .orElse("Declare a model or an enum of that name, or use a built-in type.");
    in.report(
        PslCode.UNKNOWN_TYPE,
        name.span(),
        "Type `%s` is neither built in nor declared in this schema.".formatted(name),
        advice);
  }

  private Optional<String> suggestion(String name) {
    if (anyCase.isEmpty()) {
      var lowered = new LinkedHashMap<String, String>();
      names.types().keySet().forEach(it -> lowered.putIfAbsent(it.toLowerCase(Locale.ROOT), it));
      BuiltInType.words().forEach(it -> lowered.putIfAbsent(it.toLowerCase(Locale.ROOT), it));
      anyCase = Optional.of(lowered);
    }
    var sameLetters = anyCase.get().get(name.toLowerCase(Locale.ROOT));
    if (sameLetters != null) {
      return Optional.of(sameLetters);
    }
    // Each search looks at all names; what has so many unknown types is not misspelt.
    return searches++ < MOST_SEARCHES ? Closest.to(name, anyCase.get().values()) : Optional.empty();
  }
}
