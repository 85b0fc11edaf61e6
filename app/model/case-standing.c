/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-standing.h"

#include "fold.h"

#include <string.h>

/* What counts of what everybody said, found among the views on one case. */
typedef struct
{
  AccordCaseFile *file;
  const AccordEndorsers *names;
  GHashTable *places; /* place in the list and 1, by who */
} Settling;

static gboolean
is_outcome (AccordRecord *view, const char *outcome)
{
  return g_strcmp0 (accord_record_get_text (view, "outcome"), outcome) == 0;
}

static gboolean
is_pending (AccordRecord *review)
{
  return g_strcmp0 (accord_record_get_text (review, "state"), "asked") == 0
         || g_strcmp0 (accord_record_get_text (review, "state"), "under-way") == 0;
}

/* Whether the next in the order of the file takes the place of what the same body said before: what was given
 * later does, unless it only comments; what is still to come only takes that of a comment. */
static gboolean
replaces (AccordRecord *standing, AccordRecord *next, gboolean to_come)
{
  if (is_outcome (standing, "comment"))
    return TRUE;
  if (to_come || is_outcome (next, "comment"))
    return FALSE;
  return accord_record_get_text (next, "date") != NULL || accord_record_get_text (standing, "date") == NULL;
}

static void
place (Settling *self, AccordRecord *view, gboolean to_come)
{
  GPtrArray *standing = self->file->standing;
  const char *name;
  gint64 body = accord_endorsers_find (self->names, view, accord_record_get_id (self->file->record), &name);
  g_autofree char *line = accord_text_collapse (name);
  g_autofree char *folded = accord_text_fold (line);
  g_autofree char *key = body != ACCORD_UNKNOWN ? g_strdup_printf ("%" G_GINT64_FORMAT, body)
                                                : g_strconcat ("who ", folded, NULL);
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (self->places, key));

  if (known == 0)
    {
      g_ptr_array_add (standing, g_object_ref (view));
      g_hash_table_insert (self->places, g_steal_pointer (&key), GUINT_TO_POINTER (standing->len));
    }
  else if (replaces (standing->pdata[known - 1], view, to_come))
    g_set_object ((AccordRecord **) &standing->pdata[known - 1], view);
}

/* What a review said, where nobody has an endorsement of it. */
static gboolean
has_endorsement (const AccordCaseFile *file, AccordRecord *review)
{
  for (guint i = 0; i < file->endorsements->len; i++)
    if (accord_record_get_int (file->endorsements->pdata[i], "review") == accord_record_get_id (review)
        || accord_record_get_id (file->endorsements->pdata[i])
               == accord_record_get_int (review, "endorsement"))
      return TRUE;
  return FALSE;
}

static void
place_review (Settling *self, AccordRecord *review)
{
  const gboolean pending = is_pending (review);

  if (pending && accord_endorsers_is_asked_again (self->names, review))
    return;
  if (pending)
    g_ptr_array_add (self->file->awaited, g_object_ref (review));
  else if (g_strcmp0 (accord_record_get_text (review, "state"), "returned") != 0
           || accord_record_get_text (review, "outcome") == NULL)
    return;
  if (!has_endorsement (self->file, review))
    place (self, review, pending);
}

/*
 * accord_case_standing_settle:
 * @self: a business case, with its endorsements in their order and its reviews
 * @names: under whose names these count
 *
 * Finds what counts of what everybody said, and which reviews are still to come.
 */
void
accord_case_standing_settle (AccordCaseFile *self, const AccordEndorsers *names)
{
  g_autoptr (GHashTable) places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Settling settling = { self, names, places };

  self->standing = g_ptr_array_new_with_free_func (g_object_unref);
  self->awaited = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->endorsements->len; i++)
    place (&settling, self->endorsements->pdata[i], is_outcome (self->endorsements->pdata[i], "to-come"));
  for (guint i = 0; i < self->reviews->len; i++)
    place_review (&settling, self->reviews->pdata[i]);
}

/**
 * accord_endorsement_tally:
 * @standing: (element-type AccordRecord): of everybody who was asked what counts
 *
 * Returns: how they stand
 */
AccordEndorsementTally
accord_endorsement_tally (GPtrArray *standing)
{
  AccordEndorsementTally tally = { 0 };

  for (guint i = 0; i < standing->len; i++)
    if (is_outcome (standing->pdata[i], "endorsed")
        || is_outcome (standing->pdata[i], "endorsed-with-caveats"))
      tally.n_endorsed++;
    else if (is_outcome (standing->pdata[i], "not-endorsed"))
      tally.n_refused++;
    else if (is_outcome (standing->pdata[i], "comment"))
      tally.n_comments++;
    else
      tally.n_to_come++;
  return tally;
}

/**
 * accord_case_file_is_earlier:
 * @self: a business case
 * @endorsement: one of its endorsements
 *
 * Returns: whether it is what a partner answered once, and has answered anew since
 */
gboolean
accord_case_file_is_earlier (const AccordCaseFile *self, AccordRecord *endorsement)
{
  return accord_record_get_int (endorsement, "review") != ACCORD_UNKNOWN
         && !is_outcome (endorsement, "to-come") && !g_ptr_array_find (self->standing, endorsement, NULL);
}

/**
 * accord_case_file_dup_who:
 * @self: a business case
 * @view: one of its endorsements or reviews
 *
 * Returns: (transfer full): who gave it or is asked for it, as a heading
 */
char *
accord_case_file_dup_who (const AccordCaseFile *self, AccordRecord *view)
{
  const char *who = accord_record_get_text (view, "who");
  guint i;

  if (!g_ptr_array_find (self->endorsements, view, &i))
    return accord_sentence_case (who != NULL ? who : "");
  return accord_endorsement_dup_who (view, self->organisations->pdata[i]);
}
