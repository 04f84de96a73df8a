/** \file
 * A queue. \see fatal_error_list \ref crash_notes
 */
/** Puts a job.
 * \param jb the job
 * \throw queue_error where it is full
 * \retrun nothing
 */
int queue_put(int job);
int queue_failed_count(void);
/** \copydoc queue_abort_all */
int queue_abort(int job);
