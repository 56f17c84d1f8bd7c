/// What must hold of every valid schema, with Prisma, PostgreSQL and SQLAlchemy as judges.
package lockstep.acceptance.law;
