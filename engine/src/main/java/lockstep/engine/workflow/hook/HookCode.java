package lockstep.engine.workflow.hook;

import lockstep.diagnostic.Code;
import lockstep.diagnostic.Severity;

/// Why a commit is not as it should be, or a hook cannot be installed.
public enum HookCode implements Code {
  /// What code is generated from is staged in part, or not at all.
  NOT_STAGED("HOK001"),
  /// The commit is of named files, and generated ones are not among them.
  LEFT_OUT("HOK002"),
  /// Generated files are as they shall be now, and not staged.
  REGENERATED("HOK003"),
  /// Generated code is in the commit that nothing generates so, and what it is made of is not.
  EDITED("HOK006"),
  /// Somebody else's file, in which our lines would do nothing or harm.
  CANNOT_EDIT("HOK004"),
  /// A project of which no commit changes what is generated.
  NOTHING_TO_DO("HOK005");

  private final String id;

  HookCode(String id) {
    this.id = id;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Severity severity() {
    return Severity.ERROR;
  }
}
