package lockstep.acceptance.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// One way to spoil a schema's text, as people and editors do.
enum Mutation {
  DELETE_TOKEN {
    @Override
    Optional<String> apply(String text, Random random) {
      return token(text, random).map(it -> replace(text, it, ""));
    }
  },
  DOUBLE_TOKEN {
    @Override
    Optional<String> apply(String text, Random random) {
      return token(text, random).map(it -> replace(text, it, it.group() + " " + it.group()));
    }
  },
  INSERT_TOKEN {
    @Override
    Optional<String> apply(String text, Random random) {
      return token(text, random)
          .map(it -> replace(text, it, it.group() + Vocabulary.token(random)));
    }
  },
  REPLACE_TOKEN {
    @Override
    Optional<String> apply(String text, Random random) {
      return token(text, random).map(it -> replace(text, it, Vocabulary.token(random)));
    }
  },
  SWAP_TOKENS {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("([^\\s\\w]|\\w+)([ \\t]*)([^\\s\\w]|\\w+)"), text, random)
          .map(it -> replace(text, it, it.group(3) + it.group(2) + it.group(1)));
    }
  },
  DELETE_LINE {
    @Override
    Optional<String> apply(String text, Random random) {
      return lines(text, random, (lines, at) -> lines.remove(at));
    }
  },
  DOUBLE_LINE {
    @Override
    Optional<String> apply(String text, Random random) {
      return lines(text, random, (lines, at) -> lines.add(at, lines.get(at)));
    }
  },
  SWAP_LINES {
    @Override
    Optional<String> apply(String text, Random random) {
      return lines(text, random, (lines, at) -> Collections.swap(lines, at, Math.max(0, at - 1)));
    }
  },
  MOVE_LINE {
    @Override
    Optional<String> apply(String text, Random random) {
      return lines(
          text, random, (lines, at) -> lines.add(random.nextInt(lines.size()), lines.remove(at)));
    }
  },
  JOIN_LINES {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("\n[ \t]*"), text, random).map(it -> replace(text, it, " "));
    }
  },
  SPLIT_LINE {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("[ \t]+"), text, random).map(it -> replace(text, it, "\n"));
    }
  },
  INSERT_LINE {
    @Override
    Optional<String> apply(String text, Random random) {
      return lines(text, random, (lines, at) -> lines.add(at, Vocabulary.line(random)));
    }
  },
  CHANGE_TYPE {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("(?m)^([ \t]+\\w+[ \t]+)(\\w+)([\\[\\]?]*)"), text, random)
          .map(it -> replace(text, it, it.group(1) + Vocabulary.type(random) + it.group(3)));
    }
  },
  CHANGE_ARITY {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("(?m)^([ \t]+\\w+[ \t]+\\w+)([\\[\\]?]*)"), text, random)
          .map(it -> replace(text, it, it.group(1) + Vocabulary.arity(random)));
    }
  },
  ADD_ATTRIBUTE {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("(?m)^([ \t]+\\w+[ \t]+\\w+[\\[\\]?]*)"), text, random)
          .map(it -> replace(text, it, it.group() + " " + Vocabulary.attribute(random)));
    }
  },
  REPLACE_ATTRIBUTE {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("(?<!@)@[\\w.]+(\\([^)]*\\))?"), text, random)
          .map(it -> replace(text, it, Vocabulary.attribute(random)));
    }
  },
  DELETE_ATTRIBUTE {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("[ \t]*@@?[\\w.]+(\\([^)]*\\))?"), text, random)
          .map(it -> replace(text, it, ""));
    }
  },
  CHANGE_ARGUMENT {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("(?<=[(,:\\[])[ \t]*[^(),:\\[\\]\n]+(?=[),\\]])"), text, random)
          .map(it -> replace(text, it, " " + Vocabulary.argument(random)));
    }
  },
  RENAME_WORD {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("\\b[a-zA-Z]\\w+\\b"), text, random)
          .map(it -> replace(text, it, Vocabulary.rename(it.group(), random)));
    }
  },
  COPY_WORD {
    @Override
    Optional<String> apply(String text, Random random) {
      var word = Pattern.compile("\\b[a-zA-Z]\\w+\\b");
      return match(word, text, random)
          .flatMap(to -> match(word, text, random).map(from -> replace(text, to, from.group())));
    }
  },
  INSERT_COMMENT {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("[ \t]*\n|[ \t]+"), text, random)
          .map(it -> replace(text, it, Vocabulary.comment(random) + it.group()));
    }
  },
  CHANGE_BLANKS {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("[ \t]+|(?=\n)"), text, random)
          .map(it -> replace(text, it, Vocabulary.blank(random)));
    }
  },
  CUT_END {
    @Override
    Optional<String> apply(String text, Random random) {
      return Optional.of(text.substring(0, random.nextInt(text.length() + 1)));
    }
  },
  CUT_OUT {
    @Override
    Optional<String> apply(String text, Random random) {
      var from = random.nextInt(text.length());
      var to = Math.min(text.length(), from + 1 + random.nextInt(12));
      return Optional.of(text.substring(0, from) + text.substring(to));
    }
  },
  INSERT_CHARACTER {
    @Override
    Optional<String> apply(String text, Random random) {
      var at = random.nextInt(text.length() + 1);
      return Optional.of(text.substring(0, at) + Vocabulary.character(random) + text.substring(at));
    }
  },
  DOUBLE_BLOCK {
    @Override
    Optional<String> apply(String text, Random random) {
      return block(text, random).map(it -> replace(text, it, it.group() + "\n" + it.group()));
    }
  },
  DELETE_BLOCK {
    @Override
    Optional<String> apply(String text, Random random) {
      return block(text, random).map(it -> replace(text, it, ""));
    }
  },
  CHANGE_KEYWORD {
    @Override
    Optional<String> apply(String text, Random random) {
      return match(Pattern.compile("(?m)^\\w+(?= +\\w+ *\\{)"), text, random)
          .map(it -> replace(text, it, Vocabulary.keyword(random)));
    }
  };

  private static final Pattern TOKEN =
      Pattern.compile("\"(?:[^\"\\\\\n]|\\\\.)*\"|//[^\n]*|@@?|\\w+|[^\\s\\w]");
  private static final Pattern BLOCK = Pattern.compile("(?m)^\\w+[^\n]*\\{[^}]*\n\\}");

  /// Returns the changed text; empty where there is nothing to change in this way.
  abstract Optional<String> apply(String text, Random random);

  private interface LineEdit {
    void apply(List<String> lines, int at);
  }

  private static Optional<String> lines(String text, Random random, LineEdit edit) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    edit.apply(lines, random.nextInt(lines.size()));
    return Optional.of(String.join("\n", lines));
  }

  private static Optional<MatchResult> token(String text, Random random) {
    return match(TOKEN, text, random);
  }

  private static Optional<MatchResult> block(String text, Random random) {
    return match(BLOCK, text, random);
  }

  private static Optional<MatchResult> match(Pattern pattern, String text, Random random) {
    var all = pattern.matcher(text).results().toList();
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(random.nextInt(all.size())));
  }

  private static String replace(String text, MatchResult at, String with) {
    return text.substring(0, at.start()) + with + text.substring(at.end());
  }
}
