package lockstep.psl.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The preview features of Prisma 7 for PostgreSQL, and those of earlier versions.
public enum PreviewFeature {
  FULL_TEXT_SEARCH_POSTGRES("fullTextSearchPostgres"),
  NATIVE_DISTINCT("nativeDistinct"),
  PARTIAL_INDEXES("partialIndexes"),
  POSTGRESQL_EXTENSIONS("postgresqlExtensions"),
  RELATION_JOINS("relationJoins"),
  SCHEMA_ENGINE_DRIVER_ADAPTERS("schemaEngineDriverAdapters"),
  SHARD_KEYS("shardKeys"),
  STRICT_UNDEFINED_CHECKS("strictUndefinedChecks"),
  TYPED_SQL("typedSql"),
  VIEWS("views");

  /// Features that became part of the language or went away (Prisma 2 to 7).
  private static final List<String> RETIRED =
      List.of(
          "aggregateApi",
          "atomicNumberOperations",
          "clientExtensions",
          "cockroachdb",
          "connectOrCreate",
          "createMany",
          "dataProxy",
          "deno",
          "distinct",
          "driverAdapters",
          "extendedIndexes",
          "extendedWhereUnique",
          "fieldReference",
          "filteredRelationCount",
          "filterJson",
          "fullTextIndex",
          "fullTextSearch",
          "groupBy",
          "improvedQueryRaw",
          "insensitiveFilters",
          "interactiveTransactions",
          "jsonProtocol",
          "metrics",
          "microsoftSqlServer",
          "middlewares",
          "mongodb",
          "mongoDb",
          "multiSchema",
          "nApi",
          "namedConstraints",
          "nativeTypes",
          "omitApi",
          "orderByAggregateGroup",
          "orderByNulls",
          "orderByRelation",
          "prismaSchemaFolder",
          "queryCompiler",
          "reactNative",
          "referentialActions",
          "referentialIntegrity",
          "selectRelationCount",
          "sqlServer",
          "tracing",
          "tracking",
          "transactionApi",
          "uncheckedScalarInputs");

  private final String word;

  PreviewFeature(String word) {
    this.word = word;
  }

  /// Returns the feature as a schema writes it.
  public String word() {
    return word;
  }

  /// Returns the feature of that name; upper and lower case count as the same.
  static Optional<PreviewFeature> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equalsIgnoreCase(word)).findFirst();
  }

  static boolean isRetired(String word) {
    var lowered = word.toLowerCase(Locale.ROOT);
    return RETIRED.stream().anyMatch(it -> it.toLowerCase(Locale.ROOT).equals(lowered));
  }

  static List<String> words() {
    return Arrays.stream(values()).map(PreviewFeature::word).toList();
  }
}
