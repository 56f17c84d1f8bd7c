package lockstep.check.lint.statement;

/// The kinds of object that statements create, rename and drop.
public enum ObjectKind {
  TABLE("table"),
  INDEX("index"),
  VIEW("view"),
  MATERIALIZED_VIEW("materialized view"),
  SEQUENCE("sequence"),
  TYPE("type"),
  DOMAIN("domain"),
  FUNCTION("function"),
  SCHEMA("schema"),
  DATABASE("database"),
  EXTENSION("extension"),
  TRIGGER("trigger"),
  POLICY("policy"),
  OTHER("object");

  private final String word;

  ObjectKind(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
