package lockstep.acceptance.readback;

/// What a Prisma schema says of its client and no SQLAlchemy mapper can. The manual lists the same
/// sentences; whatever is not here has to come back.
enum Unsayable {
  RELATION_NAME("the name of a relation (`@relation(\"name\")`)"),
  KEY_NAME("what a client calls a compound key (`name:` in `@@id` and `@@unique`)"),
  MODEL_WITHOUT_CLASS(
      "models that are ignored or have no key, and relations with them: they are tables without a class"),
  IGNORED_FIELD("that a field is ignored (`@ignore`): its column is there"),
  VIEW_KEY("the keys of a view, which the database does not know either"),
  VIEW_OPPOSITE("which two relations with a view belong together: each is for reading only"),
  FIELD_ORDER("the order of relations among the other fields"),
  WHITE_SPACE("line breaks and blanks in documentation"),
  RELATION_MODE("`relationMode`, where there is no relation that a foreign key could enforce"),
  CLIENT_ACTIONS(
      "what clients do when a row that others refer to changes (`onDelete` and `onUpdate` under `relationMode = \"prisma\"`)");

  private final String sentence;

  Unsayable(String sentence) {
    this.sentence = sentence;
  }

  String sentence() {
    return sentence;
  }
}
