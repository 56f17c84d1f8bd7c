/// The schemas that Lockstep and its judges are given, and which of them count for what.
package lockstep.acceptance.corpus;
