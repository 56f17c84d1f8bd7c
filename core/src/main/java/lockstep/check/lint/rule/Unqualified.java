package lockstep.check.lint.rule;

import java.util.Optional;
import lockstep.check.lint.LintCode;
import lockstep.check.lint.script.Step;
import lockstep.check.lint.statement.ObjectName;
import lockstep.check.lint.statement.Statement;
import lockstep.check.lint.statement.Word;

/// An object that is made wherever the search path leads.
final class Unqualified implements Rule {
  @Override
  public LintCode code() {
    return LintCode.UNQUALIFIED;
  }

  @Override
  public void check(Step step, Findings findings) {
    var name =
        switch (step.statement()) {
          case Statement.CreateTable it when !it.words().contains(Word.TEMPORARY) ->
              Optional.of(it.name());
          case Statement.CreateView it -> Optional.of(it.name());
          case Statement.CreateEnum it -> Optional.of(it.name());
          case Statement.CreateDomain it -> Optional.of(it.name());
          case Statement.CreateFunction it -> Optional.of(it.name());
          default -> Optional.<ObjectName>empty();
        };
    name.filter(it -> it.namespace().isEmpty())
        .ifPresent(
            it ->
                findings.add(
                    step.span(),
                    "Where `%s` is made depends on the role's search path.".formatted(it),
                    "Write the schema in front, as in `public.%s`.".formatted(it)));
  }
}
