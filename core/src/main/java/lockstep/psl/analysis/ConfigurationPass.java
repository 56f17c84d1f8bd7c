package lockstep.psl.analysis;

import java.util.ArrayList;
import java.util.List;
import lockstep.psl.PslCode;
import lockstep.psl.syntax.ConfigBlock;

/// Reads `datasource` and `generator` blocks. Needs no other pass but that of the names.
final class ConfigurationPass {
  private ConfigurationPass() {}

  static Configuration resolve(Names names, Findings findings) {
    var datasources = new ArrayList<Datasource>();
    var foreign = new ArrayList<Declared<ConfigBlock>>();
    for (var block : names.datasources()) {
      DatasourceReader.read(block, findings).ifPresent(datasources::add);
      if (DatasourceReader.foreignProvider(block.block()).isPresent()) {
        foreign.add(block);
      }
    }
    if (datasources.size() + foreign.size() > 1) {
      names.datasources().forEach(it -> reportSecond(it, findings));
    } else {
      foreign.forEach(it -> reportForeign(it, findings));
    }
    var features = new ArrayList<PreviewFeature>();
    for (var block : names.generators()) {
      features.addAll(GeneratorReader.read(block, findings));
    }
    return new Configuration(datasources, List.copyOf(features));
  }

  private static void reportSecond(Declared<ConfigBlock> datasource, Findings findings) {
    findings
        .in(datasource.file())
        .report(
            PslCode.SECOND_DATASOURCE,
            datasource.block().span(),
            "`%s` is one of several datasources.".formatted(datasource.block().name()),
            "Keep one of them: a schema describes one database.");
  }

  private static void reportForeign(Declared<ConfigBlock> datasource, Findings findings) {
    var provider = DatasourceReader.foreignProvider(datasource.block()).orElseThrow();
    findings
        .in(datasource.file())
        .report(
            PslCode.FOREIGN_PROVIDER,
            provider.span(),
            "This schema is for `%s`.".formatted(provider.value()),
            "Lockstep reads schemas for `postgresql` only.");
  }
}
