package lockstep.psl.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What `type:` of an index may say.
public enum IndexMethod {
  BTREE("BTree"),
  HASH("Hash"),
  GIST("Gist"),
  GIN("Gin"),
  SP_GIST("SpGist"),
  BRIN("Brin");

  private final String word;

  IndexMethod(String word) {
    this.word = word;
  }

  /// Returns the method as a schema writes it.
  public String word() {
    return word;
  }

  public static Optional<IndexMethod> of(String word) {
    return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
  }

  /// Returns all methods as a schema writes them.
  public static List<String> words() {
    return Arrays.stream(values()).map(IndexMethod::word).toList();
  }

  @Override
  public String toString() {
    return word;
  }
}
