package lockstep.rewrite;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What can be called on a model of the client (Prisma Client Python 0.15, `actions.py`).
enum Operation {
  FIND_UNIQUE("find_unique", Effect.READ, "where", "include"),
  FIND_UNIQUE_OR_RAISE("find_unique_or_raise", Effect.READ, "where", "include"),
  FIND_FIRST("find_first", Effect.READ, "skip", "where", "cursor", "include", "order", "distinct"),
  FIND_FIRST_OR_RAISE(
      "find_first_or_raise",
      Effect.READ,
      "skip",
      "where",
      "cursor",
      "include",
      "order",
      "distinct"),
  FIND_MANY(
      "find_many", Effect.READ, "take", "skip", "where", "cursor", "include", "order", "distinct"),
  COUNT("count", Effect.READ, "select", "take", "skip", "where", "cursor"),
  GROUP_BY(
      "group_by",
      Effect.READ,
      "by",
      "where",
      "take",
      "skip",
      "avg",
      "sum",
      "min",
      "max",
      "having",
      "count",
      "order"),
  CREATE("create", Effect.WRITE, "data", "include"),
  CREATE_MANY("create_many", Effect.WRITE, "data", "skip_duplicates"),
  UPDATE("update", Effect.WRITE, "data", "where", "include"),
  UPDATE_MANY("update_many", Effect.WRITE, "data", "where"),
  UPSERT("upsert", Effect.WRITE, "where", "data", "include"),
  DELETE("delete", Effect.WRITE, "where", "include"),
  DELETE_MANY("delete_many", Effect.WRITE, "where");

  private final String word;
  private final Effect effect;
  private final List<String> parameters;

  Operation(String word, Effect effect, String... parameters) {
    this.word = word;
    this.effect = effect;
    this.parameters = List.of(parameters);
  }

  /// Whether rows are changed.
  enum Effect {
    READ,
    WRITE
  }

  static Optional<Operation> find(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
  }

  String word() {
    return word;
  }

  Effect effect() {
    return effect;
  }

  /// Returns its parameters in the order in which they may be given without names.
  List<String> parameters() {
    return parameters;
  }

  /// Returns whether it is about the one row that a key names.
  boolean isOfOneRow() {
    return switch (this) {
      case FIND_UNIQUE, FIND_UNIQUE_OR_RAISE, UPDATE, UPSERT, DELETE -> true;
      case FIND_FIRST,
          FIND_FIRST_OR_RAISE,
          FIND_MANY,
          COUNT,
          GROUP_BY,
          CREATE,
          CREATE_MANY,
          UPDATE_MANY,
          DELETE_MANY ->
          false;
    };
  }

  /// Returns whether it gives rows themselves.
  boolean returnsRows() {
    return switch (this) {
      case FIND_UNIQUE,
          FIND_UNIQUE_OR_RAISE,
          FIND_FIRST,
          FIND_FIRST_OR_RAISE,
          FIND_MANY,
          CREATE,
          UPDATE,
          UPSERT,
          DELETE ->
          true;
      case COUNT, GROUP_BY, CREATE_MANY, UPDATE_MANY, DELETE_MANY -> false;
    };
  }

  /// Returns whether nothing else has a method of this name.
  boolean isUnmistakable() {
    return switch (this) {
      case COUNT, CREATE, UPDATE, DELETE -> false;
      case FIND_UNIQUE,
          FIND_UNIQUE_OR_RAISE,
          FIND_FIRST,
          FIND_FIRST_OR_RAISE,
          FIND_MANY,
          GROUP_BY,
          CREATE_MANY,
          UPDATE_MANY,
          UPSERT,
          DELETE_MANY ->
          true;
    };
  }
}
