package lockstep.emit.sqlalchemy;

import lockstep.emit.sqlalchemy.SqlAlchemyOptions.NameStyle;

/// How a name of the schema would be written in Python if nothing stood in its way.
record NameRules(NameStyle style) {
  private static final int LONGEST_ATTRIBUTE = 60;

  String className(String name) {
    return switch (style) {
      case SNAKE_CASE -> identifier(Words.capitalised(name), "Model");
      case FIELD -> kept(name, "Model");
    };
  }

  String attribute(String name) {
    return switch (style) {
      case SNAKE_CASE -> shortened(identifier(Words.snakeCase(name), "field_"));
      case FIELD -> kept(name, "field_");
    };
  }

  String member(String name) {
    return switch (style) {
      case SNAKE_CASE -> identifier(Words.capitals(name), "VALUE_");
      case FIELD -> kept(name, "VALUE_");
    };
  }

  static String module(String className) {
    return identifier(Words.snakeCase(className), "model_");
  }

  static String variable(String name, String suffix) {
    return identifier(Words.snakeCase(name), "table_") + suffix;
  }

  /// Cuts a name between words, so that a line of 88 columns has room for it and its type. Only
  /// names that a tool made up are that long.
  private static String shortened(String name) {
    if (name.length() <= LONGEST_ATTRIBUTE) {
      return name;
    }
    var end = name.lastIndexOf('_', LONGEST_ATTRIBUTE);
    return name.substring(0, end > LONGEST_ATTRIBUTE / 2 ? end : LONGEST_ATTRIBUTE);
  }

  private static String identifier(String name, String prefix) {
    return name.isEmpty() || Character.isDigit(name.codePointAt(0)) ? prefix + name : name;
  }

  /// A name as it is, except for what no Python name may hold. Two underscores at its start would
  /// make it private.
  private static String kept(String name, String prefix) {
    var out = new StringBuilder(name.length());
    name.codePoints()
        .forEach(c -> out.appendCodePoint(Character.isLetterOrDigit(c) || c == '_' ? c : '_'));
    var text = out.toString();
    return text.startsWith("_") ? prefix + text.replaceFirst("^_+", "") : identifier(text, prefix);
  }
}
