package lockstep.emit.sqlalchemy;

import lockstep.emit.python.Imports;

/// What generated modules import, by the name they use it under.
///
/// No alias is a word that an attribute is likely to be called; `uuid` for one is free.
enum Symbol {
  DT(Origin.STANDARD_MODULE, "datetime as dt", ""),
  ENUM(Origin.STANDARD_MODULE, "enum", ""),
  ANY(Origin.STANDARD, "typing", "Any"),
  CLASS_VAR(Origin.STANDARD, "typing", "ClassVar"),
  TYPE_ALIAS(Origin.STANDARD, "typing", "TypeAlias"),
  DECIMAL(Origin.STANDARD, "decimal", "Decimal"),
  UUID(Origin.STANDARD, "uuid", "UUID"),
  MAPPING_PROXY(Origin.STANDARD, "types", "MappingProxyType"),
  SA(Origin.INSTALLED_MODULE, "sqlalchemy as sa", ""),
  EVENT(Origin.INSTALLED, "sqlalchemy", "event"),
  PG(Origin.INSTALLED, "sqlalchemy.dialects", "postgresql as pg"),
  DECLARATIVE_BASE(Origin.INSTALLED, "sqlalchemy.orm", "DeclarativeBase"),
  MAPPED(Origin.INSTALLED, "sqlalchemy.orm", "Mapped"),
  MAPPED_COLUMN(Origin.INSTALLED, "sqlalchemy.orm", "mapped_column"),
  RELATIONSHIP(Origin.INSTALLED, "sqlalchemy.orm", "relationship"),
  FOREIGN(Origin.INSTALLED, "sqlalchemy.orm", "foreign"),
  USER_DEFINED_TYPE(Origin.INSTALLED, "sqlalchemy.types", "UserDefinedType"),
  TYPE_ENGINE(Origin.INSTALLED, "sqlalchemy.types", "TypeEngine"),
  PGVECTOR(Origin.INSTALLED, "pgvector.sqlalchemy", "Vector as PgVector"),
  BASE(Origin.LOCAL, ".base", "Base"),
  VIEW_BASE(Origin.LOCAL, ".base", "ViewBase"),
  METADATA(Origin.LOCAL, ".base", "metadata"),
  VIEW_METADATA(Origin.LOCAL, ".base", "view_metadata"),
  ENUM_TYPE(Origin.LOCAL, ".base", "enum_type"),
  JSON(Origin.LOCAL, ".column_types", "Json"),
  INET(Origin.LOCAL, ".column_types", "Inet"),
  CIDR(Origin.LOCAL, ".column_types", "Cidr"),
  AS_TEXT(Origin.LOCAL, ".column_types", "AsText"),
  PG_TYPE(Origin.LOCAL, ".column_types", "PgType"),
  VECTOR(Origin.LOCAL, ".column_types", "Vector"),
  CITEXT(Origin.LOCAL, ".column_types", "Citext"),
  HSTORE(Origin.LOCAL, ".column_types", "Hstore"),
  NEW_CUID(Origin.LOCAL, ".ids", "new_cuid"),
  NEW_CUID2(Origin.LOCAL, ".ids", "new_cuid2"),
  NEW_UUID4(Origin.LOCAL, ".ids", "new_uuid4"),
  NEW_UUID4_TEXT(Origin.LOCAL, ".ids", "new_uuid4_text"),
  NEW_UUID7(Origin.LOCAL, ".ids", "new_uuid7"),
  NEW_UUID7_TEXT(Origin.LOCAL, ".ids", "new_uuid7_text"),
  NEW_ULID(Origin.LOCAL, ".ids", "new_ulid"),
  NEW_NANOID(Origin.LOCAL, ".ids", "new_nanoid"),
  UTC_NOW(Origin.LOCAL, ".ids", "utc_now"),
  UTC_NOW_WITH_ZONE(Origin.LOCAL, ".ids", "utc_now_with_zone");

  private enum Origin {
    STANDARD_MODULE,
    STANDARD,
    INSTALLED_MODULE,
    INSTALLED,
    LOCAL
  }

  private final Origin origin;
  private final String module;
  private final String symbol;

  Symbol(Origin origin, String module, String symbol) {
    this.origin = origin;
    this.module = module;
    this.symbol = symbol;
  }

  /// Returns the name under which generated code refers to it.
  String symbol() {
    return symbol;
  }

  String module() {
    return module;
  }

  boolean isLocal() {
    return origin == Origin.LOCAL;
  }

  void addTo(Imports imports) {
    switch (origin) {
      case STANDARD_MODULE -> imports.standard(module);
      case STANDARD -> imports.standard(module, symbol);
      case INSTALLED_MODULE -> imports.installed(module);
      case INSTALLED -> imports.installed(module, symbol);
      case LOCAL -> imports.local(module, symbol);
    }
  }
}
