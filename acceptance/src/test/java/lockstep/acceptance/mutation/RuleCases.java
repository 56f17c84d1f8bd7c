package lockstep.acceptance.mutation;

import java.util.List;
import lockstep.acceptance.corpus.SchemaCase;

/// Small schemas that try the rules of the language one by one, combination by combination.
public final class RuleCases {
  private RuleCases() {}

  /// Returns all of them, in an order that stays.
  public static List<SchemaCase> all() {
    var rules = new Rules();
    FieldRules.addTo(rules);
    IndexRules.addTo(rules);
    RelationRules.addTo(rules);
    NameRules.addTo(rules);
    BlockRules.addTo(rules);
    ConfigurationRules.addTo(rules);
    CaseFiles.addTo(rules);
    return rules.cases();
  }
}
