package lockstep.engine.project;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Reads the object that a TypeScript or JavaScript settings file exports: literals, `env()` and
/// calls on literals. Runs nothing; what it does not understand is skipped and unknown.
final class TypeScriptReader {
  private static final String OPENING = "([{";
  private static final String CLOSING = ")]}";

  private final List<String> tokens;
  private int at;

  private TypeScriptReader(List<String> tokens) {
    this.tokens = tokens;
  }

  /// Returns the value after `export default` or `module.exports =`, an object's literal even where
  /// it is handed to a function first, as in `defineConfig({ … })`.
  static TypeScriptLiteral exported(String text) {
    var reader = new TypeScriptReader(TypeScriptTokens.of(text));
    while (reader.at < reader.tokens.size()) {
      if (reader.isAt("export", "default")) {
        reader.at += 2;
        return reader.exportedValue();
      }
      if (reader.isAt("module", ".", "exports", "=")) {
        reader.at += 4;
        return reader.exportedValue();
      }
      reader.at++;
    }
    return new TypeScriptLiteral.Unknown();
  }

  private TypeScriptLiteral exportedValue() {
    var value = value();
    if (value instanceof TypeScriptLiteral.Call(var _, var arguments) && arguments.size() == 1) {
      return arguments.getFirst();
    }
    return value;
  }

  private TypeScriptLiteral value() {
    var token = peek();
    var value = simple(token);
    // `as const`, `satisfies T`, `?? "…"`, `!`: the first part decides.
    while (at < tokens.size() && !",;)]}".contains(peek())) {
      skipOne();
    }
    return value;
  }

  private TypeScriptLiteral simple(String token) {
    if (token.equals("{")) {
      return members();
    }
    at++;
    if (token.equals("[")) {
      return new TypeScriptLiteral.Items(listed("]"));
    }
    if (token.equals("true") || token.equals("false")) {
      return new TypeScriptLiteral.Flag(token.equals("true"));
    }
    if (token.length() > 1 && "'\"`".indexOf(token.charAt(0)) >= 0) {
      return TypeScriptTokens.isPlain(token)
          ? new TypeScriptLiteral.Text(TypeScriptTokens.text(token))
          : new TypeScriptLiteral.Unknown();
    }
    return Character.isJavaIdentifierStart(token.isEmpty() ? ' ' : token.charAt(0))
        ? named(token)
        : new TypeScriptLiteral.Unknown();
  }

  private TypeScriptLiteral named(String first) {
    var name = new StringBuilder(first);
    while (peek().equals(".") || peek().equals("?.")) {
      at++;
      name.append('.').append(peek());
      at++;
    }
    if (name.toString().equals("process.env") && peek().equals("[")) {
      at++;
      var variable = value();
      at++;
      return variable instanceof TypeScriptLiteral.Text(var it)
          ? new TypeScriptLiteral.Variable(it)
          : new TypeScriptLiteral.Unknown();
    }
    if (name.toString().startsWith("process.env.")) {
      return new TypeScriptLiteral.Variable(name.substring("process.env.".length()));
    }
    return called(name.toString());
  }

  private TypeScriptLiteral called(String name) {
    if (peek().equals("<")) {
      while (at < tokens.size() && !peek().equals(">")) {
        at++;
      }
      at++;
    }
    if (!peek().equals("(")) {
      return new TypeScriptLiteral.Unknown();
    }
    at++;
    var arguments = listed(")");
    var isEnv = name.equals("env") && arguments.size() == 1;
    return isEnv && arguments.getFirst() instanceof TypeScriptLiteral.Text(var variable)
        ? new TypeScriptLiteral.Variable(variable)
        : new TypeScriptLiteral.Call(name, arguments);
  }

  /// Reads values up to the bracket that ends them, and that.
  private List<TypeScriptLiteral> listed(String end) {
    var values = new ArrayList<TypeScriptLiteral>();
    while (at < tokens.size() && !peek().equals(end)) {
      values.add(value());
      if (peek().equals(",")) {
        at++;
      } else if (!peek().equals(end)) {
        break;
      }
    }
    at++;
    return values;
  }

  private TypeScriptLiteral members() {
    at++;
    Map<String, TypeScriptLiteral> members = new LinkedHashMap<>();
    while (at < tokens.size() && !peek().equals("}")) {
      var key = peek();
      skipOne();
      if (peek().equals(":")) {
        at++;
        members.put(TypeScriptTokens.isPlain(key) ? TypeScriptTokens.text(key) : key, value());
      } else {
        // A spread (its name is its first dot), a method, a shorthand: unknown.
        members.put(key, new TypeScriptLiteral.Unknown());
        while (at < tokens.size() && !peek().equals(",") && !peek().equals("}")) {
          skipOne();
        }
      }
      if (peek().equals(",") || ";)]".contains(peek())) {
        at++;
      }
    }
    at++;
    return new TypeScriptLiteral.Members(members);
  }

  /// Steps over a token, or over all that a bracket encloses.
  private void skipOne() {
    var depth = 0;
    do {
      var token = peek();
      depth += OPENING.contains(token) ? 1 : CLOSING.contains(token) ? -1 : 0;
      at++;
    } while (depth > 0 && at < tokens.size());
  }

  private boolean isAt(String... expected) {
    for (var i = 0; i < expected.length; i++) {
      if (at + i >= tokens.size() || !tokens.get(at + i).equals(expected[i])) {
        return false;
      }
    }
    return true;
  }

  /// Returns the token that is next; past the end, one that is no token.
  private String peek() {
    return at < tokens.size() ? tokens.get(at) : "\0";
  }
}
