/** @file
 * Counting.
 */

/** Counts lines.
 * @param path where they are
 * @param limt how many at most
 * @return their number, see #TALLY_ERROR
 * @thorws nothing
 */
int tally(const char* path, int limit);
