package lockstep.psl.analysis;

import lockstep.psl.syntax.SyntaxFile;
import lockstep.psl.syntax.TopLevel;

/// A block and the file that it stands in.
public record Declared<T extends TopLevel>(SyntaxFile file, T block) {}
