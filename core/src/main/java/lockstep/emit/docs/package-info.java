/// The page that tells a team how it lives with its database: what follows what, which models and
/// tables there are, what to do after a change. One part of it is generated for good, the rest is
/// begun once.
package lockstep.emit.docs;
