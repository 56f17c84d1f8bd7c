package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lockstep.mapping.Mapping.RelationMode;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.ConfigBlock;
import lockstep.psl.syntax.Expression;
import lockstep.psl.syntax.Property;
import lockstep.text.Closest;
import lockstep.text.Order;
import lockstep.text.Span;

/// Reads a `datasource` block.
///
/// Prisma 7 refuses connection URLs here and reads them from `prisma.config.ts`; those of earlier
/// versions are accepted, and their values left alone.
final class DatasourceReader {
  private static final List<String> KNOWN =
      List.of(
          "provider",
          "url",
          "directUrl",
          "shadowDatabaseUrl",
          "relationMode",
          "schemas",
          "extensions");
  private static final List<String> PROVIDERS =
      List.of("postgresql", "postgres", "mysql", "sqlite", "sqlserver", "mongodb", "cockroachdb");

  private final Declared<ConfigBlock> datasource;
  private final Findings.In findings;
  private final Coercion coercion;

  private DatasourceReader(Declared<ConfigBlock> datasource, Findings.In findings) {
    this.datasource = datasource;
    this.findings = findings;
    this.coercion = new Coercion(findings);
  }

  static Optional<Datasource> read(Declared<ConfigBlock> datasource, Findings findings) {
    var in = findings.in(datasource.file());
    return PropertySet.open(datasource.block(), in)
        .flatMap(it -> new DatasourceReader(datasource, in).read(it));
  }

  private Optional<Datasource> read(PropertySet properties) {
    var provider = provider(properties);
    if (provider.isEmpty()) {
      return Optional.empty();
    }
    var relationMode = relationMode(properties);
    var extensions = properties.property("extensions");
    var declarations =
        extensions.flatMap(Property::value).flatMap(it -> new ExtensionReader(findings).read(it));
    properties.value("url");
    properties.value("directUrl");
    properties.value("shadowDatabaseUrl");
    hasNoPreviewFeatures(properties);
    var schemas = properties.value("schemas").flatMap(this::schemas);
    rejectUnread(properties);
    return Optional.of(
        new Datasource(
            datasource.file(),
            datasource.block(),
            relationMode,
            schemas.map(Schemas::names).orElse(List.of()),
            schemas.map(Schemas::span),
            declarations.orElse(List.of()),
            declarations.flatMap(_ -> extensions.map(Property::span))));
  }

  private Optional<String> provider(PropertySet properties) {
    var value = properties.value("provider");
    if (value.isEmpty()) {
      findings.report(
          PslCode.MISSING_PROPERTY,
          datasource.block().span(),
          "The datasource `%s` has no `provider`.".formatted(datasource.block().name()),
          "Write `provider = \"postgresql\"`.");
      return Optional.empty();
    }
    if (EnvironmentReferences.isReference(value.get())) {
      findings.report(
          PslCode.INVALID_PROVIDER,
          datasource.block().span(),
          "The provider of a datasource cannot come from the environment.",
          "Write `provider = \"postgresql\"`.");
      return Optional.empty();
    }
    if (!(value.get() instanceof Expression.StringLiteral literal) || literal.value().isEmpty()) {
      findings.report(
          PslCode.INVALID_PROVIDER,
          value.get().span(),
          "The provider of the datasource `%s` is not a text.".formatted(datasource.block().name()),
          "Write `provider = \"postgresql\"`.");
      return Optional.empty();
    }
    return isKnown(literal) && isSpoken(literal.value())
        ? Optional.of(literal.value())
        : Optional.empty();
  }

  /// Returns the provider of a datasource for another database than PostgreSQL.
  static Optional<Expression.StringLiteral> foreignProvider(ConfigBlock datasource) {
    return datasource
        .property("provider")
        .flatMap(Property::value)
        .filter(Expression.StringLiteral.class::isInstance)
        .map(Expression.StringLiteral.class::cast)
        .filter(it -> PROVIDERS.contains(it.value()) && !isSpoken(it.value()));
  }

  private static boolean isSpoken(String provider) {
    return provider.equals("postgresql") || provider.equals("postgres");
  }

  private boolean isKnown(Expression.StringLiteral provider) {
    var isKnown = PROVIDERS.contains(provider.value());
    if (!isKnown) {
      findings.report(
          PslCode.INVALID_PROVIDER,
          provider.span(),
          "There is no provider `%s`.".formatted(provider.value()),
          Closest.to(provider.value(), PROVIDERS)
              .map("Did you mean `%s`?"::formatted)
              .orElse("Write `provider = \"postgresql\"`."));
    }
    return isKnown;
  }

  private Optional<RelationMode> relationMode(PropertySet properties) {
    var legacy = properties.property("referentialIntegrity");
    legacy.ifPresent(
        it ->
            findings.report(
                PslCode.LEGACY_REFERENTIAL_INTEGRITY,
                it.span(),
                "`referentialIntegrity` is an earlier name of `relationMode`.",
                "Rename it."));
    var value = properties.value("relationMode");
    if (legacy.isPresent() && value.isPresent()) {
      findings.report(
          PslCode.INVALID_RELATION_MODE,
          legacy.get().span(),
          "`referentialIntegrity` and `relationMode` mean the same and are both set.",
          "Keep `relationMode`.");
      return Optional.empty();
    }
    return value.or(() -> legacy.flatMap(it -> it.value())).flatMap(this::relationMode);
  }

  private Optional<RelationMode> relationMode(Expression value) {
    return coercion
        .string(value)
        .flatMap(
            word ->
                switch (word) {
                  case "prisma" -> Optional.of(RelationMode.CLIENT);
                  case "foreignKeys" -> Optional.of(RelationMode.FOREIGN_KEYS);
                  default -> {
                    findings.report(
                        PslCode.INVALID_RELATION_MODE,
                        datasource.block().span(),
                        "There is no relation mode `%s`.".formatted(word),
                        "Write `foreignKeys` or `prisma`.");
                    yield Optional.empty();
                  }
                });
  }

  private void hasNoPreviewFeatures(PropertySet properties) {
    properties
        .property("previewFeatures")
        .ifPresent(
            it ->
                findings.report(
                    PslCode.MISPLACED_PREVIEW_FEATURES,
                    it.span(),
                    "A datasource has no preview features.",
                    "Move the line to the generator."));
  }

  private record Schemas(List<SchemaAttribute> names, Span span) {}

  private Optional<Schemas> schemas(Expression value) {
    var names =
        coercion.list(
            value, it -> coercion.string(it).map(name -> new SchemaAttribute(name, it.span())));
    if (names.isEmpty()) {
      return Optional.empty();
    }
    if (names.get().isEmpty()) {
      findings.report(
          PslCode.INVALID_SCHEMAS,
          value.span(),
          "The list of schemas is empty.",
          "List at least one, or remove the line.");
      return Optional.empty();
    }
    var sorted = new ArrayList<>(names.get());
    sorted.sort(Order.by(SchemaAttribute::name, CodePoints::compare));
    for (var i = 1; i < sorted.size(); i++) {
      if (sorted.get(i).name().equals(sorted.get(i - 1).name())) {
        findings.report(
            PslCode.INVALID_SCHEMAS,
            sorted.get(i - 1).span(),
            "The schema `%s` is listed twice.".formatted(sorted.get(i).name()),
            "Keep one of them.");
      }
    }
    return Optional.of(new Schemas(sorted, value.span()));
  }

  private void rejectUnread(PropertySet properties) {
    for (var property : properties.unread()) {
      findings.report(
          PslCode.UNKNOWN_PROPERTY,
          property.span(),
          "A datasource has no property `%s`.".formatted(property.name()),
          Closest.to(property.name().text(), KNOWN)
              .map("Did you mean `%s`?"::formatted)
              .orElse("Remove it."));
    }
  }
}
