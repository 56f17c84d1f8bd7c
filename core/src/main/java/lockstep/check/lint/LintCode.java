package lockstep.check.lint;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// The hazards that lint knows, and what is wrong with waivers. The hundreds are kinds: locks,
/// rewrites, loss of data, running code, what may fail, rights, operation, transactions, taste.
public enum LintCode implements Code {
  UNUSED_WAIVER("LNT001", Level.WARNING),
  WAIVER_WITHOUT_REASON("LNT002", Level.WARNING),
  UNKNOWN_WAIVER("LNT003", Level.WARNING),
  OPEN_QUOTE("LNT004", Level.ERROR),
  INDEX_BLOCKS_WRITES("LNT101", Level.WARNING),
  INDEX_DROP_BLOCKS("LNT102", Level.WARNING),
  INDEX_ON_PARTITIONED("LNT103", Level.WARNING),
  REINDEX_BLOCKS("LNT104", Level.WARNING),
  INVALID_INDEX("LNT105", Level.ERROR),
  PRIMARY_KEY_BUILDS_INDEX("LNT106", Level.WARNING),
  PRIMARY_KEY_OVER_NULLABLE("LNT107", Level.WARNING),
  PRIMARY_KEY_REDEFINED("LNT108", Level.WARNING),
  UNIQUE_BUILDS_INDEX("LNT109", Level.WARNING),
  EXCLUSION_BUILDS_INDEX("LNT110", Level.WARNING),
  CHECK_READS_ALL_ROWS("LNT111", Level.WARNING),
  FOREIGN_KEY_READS_ALL_ROWS("LNT112", Level.WARNING),
  VALIDATED_IN_SAME_TRANSACTION("LNT113", Level.WARNING),
  NOT_NULL_READS_ALL_ROWS("LNT114", Level.WARNING),
  DOMAIN_READS_ALL_ROWS("LNT115", Level.WARNING),
  TRIGGER_BLOCKS_WRITES("LNT116", Level.NOTE),
  TRIGGER_DISABLED("LNT117", Level.WARNING),
  ATTACH_READS_ALL_ROWS("LNT118", Level.WARNING),
  DETACH_BLOCKS("LNT119", Level.WARNING),
  REFRESH_BLOCKS_READERS("LNT120", Level.WARNING),
  TABLE_WRITTEN_ANEW("LNT121", Level.WARNING),
  NO_LOCK_TIMEOUT("LNT122", Level.NOTE),
  NO_STATEMENT_TIMEOUT("LNT123", Level.OFF),
  LOCK_HELD_MEANWHILE("LNT124", Level.WARNING),
  SEVERAL_PASSES("LNT125", Level.NOTE),
  SEVERAL_LOCKED("LNT126", Level.OFF),
  LOCK_TAKEN("LNT127", Level.WARNING),
  TYPE_REWRITES("LNT201", Level.WARNING),
  COLLATION_REBUILDS("LNT202", Level.WARNING),
  VOLATILE_DEFAULT("LNT203", Level.WARNING),
  STORED_GENERATED("LNT204", Level.WARNING),
  NUMBERED_COLUMN("LNT205", Level.WARNING),
  PERSISTENCE_REWRITES("LNT206", Level.WARNING),
  STORAGE_MOVES("LNT207", Level.WARNING),
  UNBATCHED_CHANGE("LNT208", Level.WARNING),
  STATISTICS_LOST("LNT209", Level.NOTE),
  SCHEMA_DROPPED("LNT301", Level.ERROR),
  TABLE_DROPPED("LNT302", Level.ERROR),
  COLUMN_DROPPED("LNT303", Level.ERROR),
  DATABASE_DROPPED("LNT304", Level.ERROR),
  TABLE_EMPTIED("LNT305", Level.ERROR),
  CASCADE("LNT306", Level.WARNING),
  SEQUENCE_DROPPED("LNT307", Level.WARNING),
  LOOKS_LIKE_RENAME("LNT308", Level.ERROR),
  TYPE_NARROWED("LNT309", Level.ERROR),
  ENUM_VALUE_REMOVED("LNT310", Level.ERROR),
  TABLE_REPLACED("LNT311", Level.ERROR),
  TABLE_RENAMED("LNT401", Level.WARNING),
  COLUMN_RENAMED("LNT402", Level.WARNING),
  REQUIRED_COLUMN("LNT403", Level.ERROR),
  NOT_NULL_DROPPED("LNT404", Level.NOTE),
  CONSTRAINT_DROPPED("LNT405", Level.NOTE),
  DEFAULT_CHANGED("LNT406", Level.NOTE),
  ROUTINE_OR_VIEW_DROPPED("LNT407", Level.WARNING),
  VOLATILITY_CHANGED("LNT408", Level.NOTE),
  EQUAL_ROWS("LNT501", Level.ERROR),
  NULL_ROWS("LNT502", Level.ERROR),
  ORPHANED_ROWS("LNT503", Level.ERROR),
  NEW_ENUM_VALUE_USED("LNT504", Level.ERROR),
  ENUM_VALUE_UNPLACED("LNT505", Level.OFF),
  EXTENSION_CHANGED("LNT506", Level.WARNING),
  REFUSED_ROWS("LNT507", Level.ERROR),
  BLOCK_NOT_READ("LNT508", Level.NOTE),
  CORRUPTING_BUILD("LNT509", Level.ERROR),
  USED_IN_BODY("LNT510", Level.WARNING),
  NOT_THERE("LNT511", Level.ERROR),
  ROW_SECURITY_OFF("LNT601", Level.WARNING),
  ROW_SECURITY_WITHOUT_POLICY("LNT602", Level.NOTE),
  POLICY_OPENS("LNT603", Level.NOTE),
  POLICY_CLOSES("LNT604", Level.NOTE),
  BROAD_GRANT("LNT605", Level.WARNING),
  REVOKED("LNT606", Level.NOTE),
  AUTOVACUUM_OFF("LNT701", Level.WARNING),
  REPLICA_IDENTITY("LNT702", Level.WARNING),
  CANNOT_RUN_IN_TRANSACTION("LNT801", Level.ERROR),
  HALF_APPLIED("LNT802", Level.NOTE),
  TRANSACTION_IN_WRAPPED_FILE("LNT803", Level.WARNING),
  TRANSACTION_LEFT_OPEN("LNT804", Level.ERROR),
  NOT_REPEATABLE("LNT805", Level.NOTE),
  TRANSACTION_TAKEN_BACK("LNT806", Level.ERROR),
  SMALL_KEY("LNT901", Level.NOTE),
  SERIAL("LNT902", Level.OFF),
  PADDED_TEXT("LNT903", Level.NOTE),
  TIMESTAMP_WITHOUT_ZONE("LNT904", Level.OFF),
  PLAIN_JSON("LNT905", Level.NOTE),
  FOREIGN_KEY_WITHOUT_INDEX("LNT906", Level.NOTE),
  ENUM_TYPE("LNT907", Level.OFF),
  PADDED_ROWS("LNT908", Level.OFF),
  NAME_STYLE("LNT909", Level.OFF),
  NAME_CUT("LNT910", Level.WARNING),
  UNQUALIFIED("LNT911", Level.OFF),
  WIDE_INDEX("LNT912", Level.NOTE),
  TABLE_WITHOUT_KEY("LNT913", Level.NOTE),
  INDEX_TWICE("LNT914", Level.NOTE);

  /// How every code begins; the digit behind it is that of its kind.
  static final String PREFIX = "LNT";

  private final String id;
  private final Level level;

  LintCode(String id, Level level) {
    this.id = id;
    this.level = level;
  }

  public static Optional<LintCode> find(String id) {
    return Arrays.stream(values()).filter(it -> it.id.equalsIgnoreCase(id)).findFirst();
  }

  public static List<String> ids() {
    return Arrays.stream(values()).map(LintCode::id).toList();
  }

  @Override
  public String id() {
    return id;
  }

  /// Returns whether only a live database can tell.
  public boolean needsDatabase() {
    return switch (this) {
      case INVALID_INDEX, EQUAL_ROWS, NULL_ROWS, ORPHANED_ROWS, REFUSED_ROWS -> true;
      case CORRUPTING_BUILD, NOT_THERE -> true;
      default -> false;
    };
  }

  /// Returns whether it is no hazard for a small table: a lock that is held for long, or a table
  /// that is written anew.
  public boolean dependsOnSize() {
    return switch (this) {
      case INVALID_INDEX, NO_LOCK_TIMEOUT, LOCK_TAKEN -> false;
      default -> id.startsWith("LNT1") || id.startsWith("LNT2");
    };
  }

  /// Returns how much it is minded where a project says nothing.
  public Level level() {
    return level;
  }

  /// Returns what it is shown as where it is switched on without more.
  @Override
  public Severity severity() {
    return level.severity().orElse(Severity.NOTE);
  }
}
