package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.ConfigBlock;
import lockstep.psl.syntax.Expression;
import lockstep.text.Closest;

/// Reads a `generator` block. Any property may stand there; some must be of a certain kind.
final class GeneratorReader {
  private final Findings.In findings;
  private final Coercion coercion;
  private final EnvironmentReferences environment;

  private GeneratorReader(Findings.In findings) {
    this.findings = findings;
    this.coercion = new Coercion(findings);
    this.environment = new EnvironmentReferences(findings);
  }

  /// Returns the preview features that the block switches on.
  static List<PreviewFeature> read(Declared<ConfigBlock> generator, Findings findings) {
    var in = findings.in(generator.file());
    return PropertySet.open(generator.block(), in)
        .map(it -> new GeneratorReader(in).read(generator.block(), it))
        .orElse(List.of());
  }

  private List<PreviewFeature> read(ConfigBlock block, PropertySet properties) {
    block
        .property("engineType")
        .flatMap(it -> it.value())
        .filter(it -> !(it instanceof Expression.StringLiteral))
        .ifPresent(it -> coercion.mismatch("string", it));
    var provider = properties.value("provider");
    if (provider.isEmpty()) {
      findings.report(
          PslCode.MISSING_PROPERTY,
          block.span(),
          "The generator `%s` has no `provider`.".formatted(block.name()),
          "Name the generator to run, as in `provider = \"prisma-client\"`.");
      return List.of();
    }
    if (environment.read(provider.get()).isEmpty()) {
      return List.of();
    }
    properties.value("output").ifPresent(environment::read);
    properties.value("binaryTargets").ifPresent(it -> coercion.list(it, environment::read));
    var features =
        properties
            .value("previewFeatures")
            .flatMap(it -> coercion.list(it, coercion::string).map(words -> features(it, words)))
            .orElse(List.of());
    properties.unread().forEach(it -> it.value().ifPresent(this::anything));
    return features;
  }

  /// What other properties say is the generator's business, but a reference must be one.
  private void anything(Expression value) {
    if (EnvironmentReferences.isReference(value)) {
      environment.read(value);
    }
    if (value instanceof Expression.ArrayLiteral array) {
      array.elements().forEach(this::anything);
    }
  }

  private List<PreviewFeature> features(Expression list, List<String> words) {
    var features = new ArrayList<PreviewFeature>();
    for (var word : words) {
      feature(list, word).ifPresent(features::add);
    }
    return features;
  }

  private Optional<PreviewFeature> feature(Expression list, String word) {
    var feature = PreviewFeature.of(word);
    if (feature.isPresent()) {
      return feature;
    }
    if (PreviewFeature.isRetired(word)) {
      findings.report(
          PslCode.RETIRED_PREVIEW_FEATURE,
          list.span(),
          "The preview feature `%s` is one of an earlier Prisma.".formatted(word),
          "It can be removed.");
      return word.equalsIgnoreCase("fullTextSearch")
          ? Optional.of(PreviewFeature.FULL_TEXT_SEARCH_POSTGRES)
          : Optional.empty();
    }
    findings.report(
        PslCode.UNKNOWN_PREVIEW_FEATURE,
        list.span(),
        "There is no preview feature `%s`.".formatted(word),
        Closest.to(word, PreviewFeature.words())
            .map("Did you mean `%s`?"::formatted)
            .orElse("Known are %s.".formatted(String.join(", ", PreviewFeature.words()))));
    return Optional.empty();
  }
}
