/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "room/earlier-round.h"

#include "date.h"

#include <glib/gi18n-lib.h>

static void
round_free (gpointer data)
{
  AccordEarlierRound *self = data;

  g_clear_object (&self->review);
  g_clear_pointer (&self->comments, accord_comments_unref);
  g_free (self);
}

static GPtrArray *
list_reviews (AccordReader *reader, AccordRecord *review, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (review);
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, "case"), ACCORD_OPERATOR_EQUAL,
                           accord_record_get_int (review, "case"));
  accord_query_add_number (query, accord_kind_find_field (kind, "organisation"), ACCORD_OPERATOR_EQUAL,
                           accord_record_get_int (review, "organisation"));
  return accord_reader_list (reader, query, error);
}

static const char *
get_day (AccordRecord *review)
{
  const char *returned = accord_record_get_text (review, "returned");

  return returned != NULL ? returned : accord_record_get_text (review, "asked");
}

static int
compare_rounds (gconstpointer first, gconstpointer second)
{
  const AccordEarlierRound *a = *(AccordEarlierRound *const *) first;
  const AccordEarlierRound *b = *(AccordEarlierRound *const *) second;
  int by_day = g_strcmp0 (get_day (b->review), get_day (a->review));
  gint64 one = accord_record_get_id (a->review), other = accord_record_get_id (b->review);

  return by_day != 0 ? by_day : (one < other) - (one > other);
}

/**
 * accord_earlier_rounds_read:
 * @reader: a reader of a reading file
 * @review: the review that is being written
 * @error: return location for an error
 *
 * What somebody else wrote is no round of theirs, also where it came along.
 *
 * Returns: (transfer full) (element-type AccordEarlierRound): what the organisation said of the case in
 * reviews before, as far as it came along, the latest first; %NULL on failure
 */
GPtrArray *
accord_earlier_rounds_read (AccordReader *reader, AccordRecord *review, GError **error)
{
  g_autoptr (GPtrArray) rounds = g_ptr_array_new_with_free_func (round_free);
  g_autoptr (GPtrArray) reviews = NULL;

  if (accord_record_get_int (review, "organisation") == ACCORD_UNKNOWN)
    return g_steal_pointer (&rounds);
  reviews = list_reviews (reader, review, error);
  for (guint i = 0; reviews != NULL && i < reviews->len; i++)
    {
      g_autoptr (AccordComments) comments = NULL;
      AccordEarlierRound *round;

      if (accord_record_get_id (reviews->pdata[i]) == accord_record_get_id (review))
        continue;
      comments = accord_comments_read_of_review (reader, reviews->pdata[i], error);
      if (comments == NULL)
        return NULL;
      if (comments->threads->len == 0)
        continue;
      round = g_new0 (AccordEarlierRound, 1);
      round->review = g_object_ref (reviews->pdata[i]);
      round->comments = g_steal_pointer (&comments);
      g_ptr_array_add (rounds, round);
    }
  g_ptr_array_sort (rounds, compare_rounds);
  return reviews != NULL ? g_steal_pointer (&rounds) : NULL;
}

/**
 * accord_earlier_round_dup_title:
 * @self: a round
 *
 * Returns: (transfer full): which it is: its version where that is known, and its day
 */
char *
accord_earlier_round_dup_title (const AccordEarlierRound *self)
{
  const char *version = accord_record_get_reference_title (self->review, "version");
  const char *returned = accord_record_get_text (self->review, "returned");
  const char *day = get_day (self->review);
  g_autofree char *date = day != NULL ? accord_date_format (day) : NULL;

  if (date == NULL)
    return version != NULL ? g_strdup_printf (_ ("Said before, of %s"), version)
                           : g_strdup (_ ("Said in an earlier review"));
  if (version != NULL)
    return returned != NULL
               /* Translators: a version of the case, and a day. */
               ? g_strdup_printf (_ ("Said before, of %s, in the review returned on %s"), version, date)
               : g_strdup_printf (_ ("Said before, of %s, in the review asked for on %s"), version, date);
  /* Translators: a day. */
  return returned != NULL ? g_strdup_printf (_ ("Said before, in the review returned on %s"), date)
                          : g_strdup_printf (_ ("Said before, in the review asked for on %s"), date);
}

/**
 * accord_earlier_rounds_find:
 * @rounds: (element-type AccordEarlierRound): rounds
 * @comment: a comment or a reply
 *
 * Returns: (transfer none) (nullable): the thread that it is in
 */
const AccordCommentThread *
accord_earlier_rounds_find (GPtrArray *rounds, gint64 comment)
{
  const AccordCommentThread *thread = NULL;

  for (guint i = 0; i < rounds->len && thread == NULL; i++)
    thread = accord_comments_find (((const AccordEarlierRound *) rounds->pdata[i])->comments, comment);
  return thread;
}
