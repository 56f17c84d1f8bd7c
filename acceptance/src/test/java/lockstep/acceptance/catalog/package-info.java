/// Databases read, written as SQL and made again, judged by queries that share no code with the
/// product.
package lockstep.acceptance.catalog;
