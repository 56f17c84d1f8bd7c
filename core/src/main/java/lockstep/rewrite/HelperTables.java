package lockstep.rewrite;

import java.util.List;
import java.util.Map;
import lockstep.emit.python.Expression;
import lockstep.emit.python.Expression.Item;

/// What functions that read dicts at run time have to know of a schema, as Python writes it.
public final class HelperTables {
  private static final String ATTRIBUTES = "ATTRIBUTES: dict[str, dict[str, str]] = ";
  private static final String KEYS = "KEYS: dict[str, list[str]] = ";

  private static final String MEMBERS = "MEMBERS: dict[str, dict[str, str]] = ";

  private HelperTables() {}

  /// Returns by class what attributes are called that have another name than their field.
  public static String attributes(Vocabulary words) {
    return names(ATTRIBUTES, words.otherNames());
  }

  /// Returns the fields of compound keys, by what the client calls them.
  public static String keys(Vocabulary words) {
    return dict(
        KEYS,
        words.compoundKeys().entrySet().stream()
            .map(
                it ->
                    entry(
                        it.getKey(),
                        Expression.list(it.getValue().stream().map(Expression::text).toList())))
            .toList());
  }

  /// Returns by enum what the client calls members that have another name.
  public static String members(Vocabulary words) {
    return names(MEMBERS, words.otherMembers());
  }

  private static String names(String before, Map<String, Map<String, String>> byClass) {
    return dict(
        before,
        byClass.entrySet().stream()
            .map(
                it ->
                    entry(
                        it.getKey(),
                        Expression.dict(
                            it.getValue().entrySet().stream()
                                .map(one -> entry(one.getKey(), Expression.text(one.getValue())))
                                .toList())))
            .toList());
  }

  private static Item entry(String key, Expression value) {
    return Expression.entry(Expression.text(key), value);
  }

  /// @param before what stands in the line already
  private static String dict(String before, List<Item> entries) {
    return Expression.dict(entries).laidOut(before.length(), 0, 0);
  }
}
