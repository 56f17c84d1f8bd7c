/// Two schemas in one spelling: what differs only in how it is written becomes equal.
///
/// Expressions, types that are not modelled and operator classes keep the text of their source. Two
/// texts may mean the same, and PostgreSQL alone can tell: it is given both and prints them in its
/// own words. That is done for the objects that differ and for no others, so that comparing equal
/// schemas needs no server.
package lockstep.engine.postgres.spelling;
