package lockstep.psl.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import lockstep.psl.syntax.ModelDeclaration;
import lockstep.psl.syntax.SyntaxFile;

/// Runs the passes over the files of one schema.
public final class Analysis {
  private Analysis() {}

  /// Returns what could be understood; what could not be is in the findings.
  public static PslSchema analyze(List<SyntaxFile> files, Findings findings) {
    var names = NamePass.resolve(files, findings);
    var typed = TypePass.resolve(names, findings);
    var attributed = AttributePass.resolve(names, typed, findings);
    var relations = RelationPass.resolve(attributed.models());
    var configuration = ConfigurationPass.resolve(names, findings);
    var models = new LinkedHashMap<String, PslModel>();
    attributed.models().forEach(it -> models.put(it.name(), it));
    var enums = new LinkedHashMap<String, PslEnum>();
    attributed.enums().forEach(it -> enums.put(it.name(), it));
    var compositeTypes =
        names.models().stream()
            .filter(it -> it.block().kind() == ModelDeclaration.Kind.TYPE)
            .toList();
    return new PslSchema(configuration, models, enums, relations, compositeTypes);
  }
}
