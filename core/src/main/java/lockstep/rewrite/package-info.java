/// Query conversion: calls of Prisma Client Python become SQLAlchemy, each with a verdict.
///
/// [lockstep.rewrite.QueryRewriter#rewrite] is the front door: a file as Python's parser understood
/// it and what the models are called go in, text edits and verdicts come out. Nothing is guessed: a
/// call whose meaning is not known from the code is refused, with the reason and the place.
package lockstep.rewrite;
