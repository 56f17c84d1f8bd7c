package lockstep.check.lint.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lockstep.schema.Identifier;
import lockstep.sql.SqlToken;
import lockstep.text.Span;

/// The tokens of a statement, taken one after another. Past the end there is a token without text.
final class Tokens {
  private final List<SqlToken> all;
  private final SqlToken end;
  private int next;

  /// @param all with spans in the script
  Tokens(List<SqlToken> all) {
    this.all = all;
    var offset = all.isEmpty() ? 0 : all.getLast().span().end();
    this.end = new SqlToken("", false, new Span(offset, offset));
  }

  boolean isAtEnd() {
    return next >= all.size();
  }

  SqlToken peek() {
    return peek(0);
  }

  SqlToken peek(int ahead) {
    return next + ahead < all.size() ? all.get(next + ahead) : end;
  }

  SqlToken take() {
    var token = peek();
    next++;
    return token;
  }

  boolean is(String... words) {
    for (var i = 0; i < words.length; i++) {
      if (!peek(i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /// Takes these key words if they come next, all or none.
  boolean take(String... words) {
    var found = is(words);
    next += found ? words.length : 0;
    return found;
  }

  boolean isSymbol(char symbol) {
    return peek().text().equals(String.valueOf(symbol));
  }

  boolean takeSymbol(char symbol) {
    var found = isSymbol(symbol);
    next += found ? 1 : 0;
    return found;
  }

  /// Adds a word where its key words come next.
  void take(Set<Word> into, Word word, String... keyWords) {
    if (take(keyWords)) {
      into.add(word);
    }
  }

  /// Returns whether a bare key word comes up in what is left, outside of parentheses.
  boolean has(String... words) {
    var depth = 0;
    for (var i = 0; next + i < all.size(); i++) {
      depth += peek(i).depth();
      if (depth == 0 && isAt(i, words)) {
        return true;
      }
    }
    return false;
  }

  /// Moves behind the next such words outside of parentheses, or stays.
  boolean skipTo(String... words) {
    var depth = 0;
    for (var i = next; i < all.size(); i++) {
      depth += all.get(i).depth();
      if (depth == 0 && isAt(i - next, words)) {
        next = i + words.length;
        return true;
      }
    }
    return false;
  }

  private boolean isAt(int ahead, String... words) {
    for (var i = 0; i < words.length; i++) {
      if (!peek(ahead + i).is(words[i])) {
        return false;
      }
    }
    return true;
  }

  /// Takes the tokens up to the next comma or closing parenthesis of this depth.
  Tokens item() {
    var start = next;
    var depth = 0;
    while (!isAtEnd()) {
      if (depth == 0 && (isSymbol(',') || isSymbol(')'))) {
        break;
      }
      depth += take().depth();
    }
    return new Tokens(all.subList(start, next));
  }

  /// Takes what stands in the parentheses that come next, in items; none where none come next.
  List<Tokens> items() {
    var items = new ArrayList<Tokens>();
    if (!takeSymbol('(')) {
      return items;
    }
    while (!isAtEnd() && !isSymbol(')')) {
      items.add(item());
      takeSymbol(',');
    }
    takeSymbol(')');
    return items;
  }

  /// Takes what stands in the parentheses that come next.
  List<SqlToken> group() {
    var start = next;
    var depth = 0;
    do {
      depth += take().depth();
    } while (depth > 0 && !isAtEnd());
    return all.subList(Math.min(start, all.size()), Math.min(next, all.size()));
  }

  Optional<Identifier> identifier() {
    var token = peek();
    var text = token.text();
    if (text.length() > 2 && text.startsWith("\"") && text.endsWith("\"")) {
      next++;
      var inside = text.substring(1, text.length() - 1);
      return Optional.of(Identifier.of(inside.replace("\"\"", "\"")));
    }
    if (!token.isWord() || text.isEmpty()) {
      return Optional.empty();
    }
    next++;
    return Optional.of(Identifier.of(text));
  }

  /// Takes a name of one to three parts; of three, the first is the database.
  Optional<ObjectName> name() {
    var first = identifier();
    if (first.isEmpty() || !takeSymbol('.')) {
      return first.map(ObjectName::of);
    }
    var second = identifier();
    if (second.isEmpty() || !takeSymbol('.')) {
      return second.map(it -> new ObjectName(first, it));
    }
    return identifier().map(it -> new ObjectName(second, it));
  }

  /// Takes names parted by commas; a relation's star and a routine's arguments are passed over.
  List<ObjectName> names() {
    var names = new ArrayList<ObjectName>();
    do {
      take("only");
      var name = name();
      name.ifPresent(names::add);
      takeSymbol('*');
      if (isSymbol('(')) {
        group();
      }
    } while (takeSymbol(','));
    return names;
  }

  /// Takes the columns in the parentheses that come next; what is no column is left out.
  List<Identifier> columns() {
    return items().stream().flatMap(it -> it.identifier().stream()).toList();
  }

  /// Returns the tokens that are left.
  List<SqlToken> rest() {
    return all.subList(Math.min(next, all.size()), all.size());
  }

  /// Returns from where the first token of all begins to where the last one ends.
  Span span() {
    return all.isEmpty() ? end.span() : all.getFirst().span().to(all.getLast().span());
  }

  /// Returns the contents of the next string in what is left, whatever its quotes; empty for none.
  String literal() {
    return rest().stream()
        .map(SqlToken::text)
        .filter(it -> it.startsWith("$") || it.startsWith("'"))
        .findFirst()
        .map(StatementReader::text)
        .orElse("");
  }
}
