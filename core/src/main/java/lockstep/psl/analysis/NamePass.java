package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.Attribute;
import lockstep.psl.syntax.ConfigBlock;
import lockstep.psl.syntax.EnumDeclaration;
import lockstep.psl.syntax.ModelDeclaration;
import lockstep.psl.syntax.Name;
import lockstep.psl.syntax.SyntaxFile;
import lockstep.psl.syntax.TopLevel;
import lockstep.text.Span;

/// Pass 1: what is declared, under which name, and that no name is taken twice.
final class NamePass {
  private final Findings findings;
  private final List<Declared<ModelDeclaration>> models = new ArrayList<>();
  private final List<Declared<EnumDeclaration>> enums = new ArrayList<>();
  private final List<Declared<ConfigBlock>> datasources = new ArrayList<>();
  private final List<Declared<ConfigBlock>> generators = new ArrayList<>();
  private final Map<String, Declared<? extends TopLevel>> types = new LinkedHashMap<>();
  private final Map<String, ConfigBlock> configurations = new HashMap<>();

  private NamePass(Findings findings) {
    this.findings = findings;
  }

  static Names resolve(List<SyntaxFile> files, Findings findings) {
    var pass = new NamePass(findings);
    files.forEach(pass::file);
    return new Names(pass.models, pass.enums, pass.datasources, pass.generators, pass.types);
  }

  private void file(SyntaxFile file) {
    var in = findings.in(file);
    for (var item : file.items()) {
      switch (item) {
        case ModelDeclaration block -> model(new Declared<>(file, block), in);
        case EnumDeclaration block -> enumeration(new Declared<>(file, block), in);
        case ConfigBlock block -> configuration(new Declared<>(file, block), in);
        default -> {}
      }
    }
  }

  private void model(Declared<ModelDeclaration> model, Findings.In in) {
    var block = model.block();
    var keyword = block.kind().keyword();
    isNotAScalarType(block.name(), in);
    isWellFormed(block.name(), keyword, in);
    isNotReserved(keyword, block.name(), block.span(), in);
    areWellFormed(block.attributes(), in);
    var seen = new HashSet<String>();
    for (var field : block.fields()) {
      isWellFormed(field.name(), "field", in);
      areWellFormed(field.attributes(), in);
      if (!seen.add(field.name().text())) {
        in.report(
            PslCode.DUPLICATE_FIELD,
            field.name().span(),
            "%s `%s` has two fields named `%s`."
                .formatted(capitalized(keyword), block.name(), field.name()),
            "Rename or remove one of them.");
      }
    }
    models.add(model);
    isDeclaredOnce(block.name(), keyword, model, in);
  }

  private void enumeration(Declared<EnumDeclaration> enumeration, Findings.In in) {
    var block = enumeration.block();
    isNotAScalarType(block.name(), in);
    isWellFormed(block.name(), "enum", in);
    isNotReserved("enum", block.name(), block.span(), in);
    areWellFormed(block.attributes(), in);
    var seen = new HashSet<String>();
    for (var value : block.values()) {
      isWellFormed(value.name(), "enum value", in);
      areWellFormed(value.attributes(), in);
      if (!seen.add(value.name().text())) {
        in.report(
            PslCode.DUPLICATE_ENUM_VALUE,
            value.span(),
            "Enum `%s` lists the value `%s` twice.".formatted(block.name(), value.name()),
            "Remove one of them.");
      }
    }
    enums.add(enumeration);
    isDeclaredOnce(block.name(), "enum", enumeration, in);
  }

  private void configuration(Declared<ConfigBlock> configuration, Findings.In in) {
    var block = configuration.block();
    isNotAScalarType(block.name(), in);
    var seen = new HashSet<String>();
    for (var property : block.properties()) {
      if (!seen.add(property.name().text())) {
        in.report(
            PslCode.DUPLICATE_PROPERTY,
            property.name().span(),
            "The %s `%s` sets `%s` twice."
                .formatted(block.kind().keyword(), block.name(), property.name()),
            "Remove one of them.");
      }
    }
    switch (block.kind()) {
      case DATASOURCE -> datasources.add(configuration);
      case GENERATOR -> generators.add(configuration);
    }
    var key = block.kind() + " " + block.name().text();
    if (configurations.put(key, block) != null) {
      duplicate(block.name(), block.kind().keyword(), block.kind().keyword(), in);
    }
  }

  private void isDeclaredOnce(
      Name name, String keyword, Declared<? extends TopLevel> block, Findings.In in) {
    var earlier = types.put(name.text(), block);
    if (earlier != null) {
      duplicate(name, keyword, keyword(earlier.block()), in);
    }
  }

  private static void duplicate(Name name, String keyword, String earlier, Findings.In in) {
    in.report(
        PslCode.DUPLICATE_DECLARATION,
        name.span(),
        "The %s `%s` has the same name as another %s.".formatted(keyword, name, earlier),
        "Rename one of them.");
  }

  private static String keyword(TopLevel block) {
    return block instanceof ModelDeclaration model ? model.kind().keyword() : "enum";
  }

  private static void isNotAScalarType(Name name, Findings.In in) {
    if (BuiltInType.of(name.text()).isPresent()) {
      in.report(
          PslCode.RESERVED_SCALAR_NAME,
          name.span(),
          "`%s` is the name of a built-in type.".formatted(name),
          "Choose another name; `@@map` can keep the name of the table.");
    }
  }

  private static void isNotReserved(String keyword, Name name, Span block, Findings.In in) {
    if (ReservedNames.contain(name.text())) {
      in.report(
          PslCode.RESERVED_NAME,
          block,
          "No %s may be named `%s`: clients cannot use that word.".formatted(keyword, name),
          "Choose another name; `@@map(\"%s\")` keeps the name in the database.".formatted(name));
    }
  }

  private static void areWellFormed(List<Attribute> attributes, Findings.In in) {
    for (var attribute : attributes) {
      isWellFormed(attribute.name(), "attribute", in);
    }
  }

  private static void isWellFormed(Name name, String what, Findings.In in) {
    var text = name.text();
    if (text.isEmpty()) {
      in.report(PslCode.INVALID_NAME, name.span(), "The name of this %s is empty.".formatted(what));
    } else if (isNumeric(text.codePointAt(0))) {
      in.report(
          PslCode.INVALID_NAME,
          name.span(),
          "The name of this %s starts with a digit.".formatted(what),
          "Start it with a letter; a mapped name can keep the one in the database.");
    } else if (text.indexOf('-') >= 0) {
      in.report(
          PslCode.INVALID_NAME,
          name.span(),
          "The name of this %s has a `-` in it.".formatted(what),
          "Use `_`; a mapped name can keep the one in the database.");
    }
  }

  private static boolean isNumeric(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.DECIMAL_DIGIT_NUMBER, Character.LETTER_NUMBER, Character.OTHER_NUMBER -> true;
      default -> false;
    };
  }

  private static String capitalized(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
