/// Histories of migrations that two tools go on from, in whatever state either leaves them.
package lockstep.acceptance.history;
