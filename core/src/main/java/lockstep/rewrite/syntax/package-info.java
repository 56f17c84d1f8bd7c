/// Python code as its own parser understood it, with the place of everything.
///
/// Holds what rewriting needs to tell apart and keeps the rest as [Expr.Other] and [Stmt.Other],
/// whose parts are there, so that nothing is out of sight. Values only; who parses lives outside.
package lockstep.rewrite.syntax;
