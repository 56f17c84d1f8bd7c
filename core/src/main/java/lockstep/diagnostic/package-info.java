/// What every room says when something is wrong: one kind of value, one registry of codes, one
/// plain renderer.
///
/// A parse error, a lint finding, a drift and a hazard are all a [lockstep.diagnostic.Diagnostic].
/// Each room that reports owns one enum that implements [lockstep.diagnostic.Code]. Colours and
/// JSON are made in the outer ring.
package lockstep.diagnostic;
