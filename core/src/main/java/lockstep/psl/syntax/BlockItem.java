package lockstep.psl.syntax;

import lockstep.text.Span;

/// What stands inside a block of any kind.
public sealed interface BlockItem permits ModelItem, EnumItem, ConfigItem {
  Span span();
}
