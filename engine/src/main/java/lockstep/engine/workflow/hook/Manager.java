package lockstep.engine.workflow.hook;

/// Who runs hooks in a repository.
public enum Manager {
  /// <https://pre-commit.com>, by `.pre-commit-config.yaml`.
  PRE_COMMIT("pre-commit"),
  /// <https://typicode.github.io/husky>, by `.husky/pre-commit`.
  HUSKY("husky"),
  /// Nobody else.
  GIT("git");

  private final String word;

  Manager(String word) {
    this.word = word;
  }

  public String word() {
    return word;
  }
}
