package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import lockstep.psl.PslCode;

/// Reads `datasource` and `generator` blocks. Needs no other pass but that of the names.
final class ConfigurationPass {
  private ConfigurationPass() {}

  static Configuration resolve(Names names, Findings findings) {
    var datasources = new ArrayList<Datasource>();
    for (var block : names.datasources()) {
      DatasourceReader.read(block, findings).ifPresent(datasources::add);
    }
    if (datasources.size() > 1) {
      for (var block : names.datasources()) {
        findings
            .in(block.file())
            .report(
                PslCode.SECOND_DATASOURCE,
                block.block().span(),
                "`%s` is one of several datasources.".formatted(block.block().name()),
                "Keep one of them: a schema describes one database.");
      }
    }
    var features = new ArrayList<PreviewFeature>();
    for (var block : names.generators()) {
      features.addAll(GeneratorReader.read(block, findings));
    }
    return new Configuration(datasources, List.copyOf(features));
  }
}
