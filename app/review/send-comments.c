/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "send-comments.h"

#include "dossier-check.h"

#include <string.h>

/* A reply to a reply to a reply… longer than this is no conversation, and a ring of replies has no end. */
#define DEEPEST 1000

static char *
dup_organisation (const AccordDossier *dossier, const char *review)
{
  const AccordDossierRecord *record = review != NULL ? g_hash_table_lookup (dossier->records, review) : NULL;

  return record != NULL && strcmp (record->kind, "review") == 0
             ? accord_dossier_record_dup_reference (record, "organisation")
             : NULL;
}

/* Whether it was written by somebody else than @reader: of no review are the words of the case's own people.
 */
static gboolean
is_of_other (const AccordDossier *dossier, const AccordDossierRecord *record, const char *reader)
{
  g_autofree char *review = accord_dossier_record_dup_reference (record, "review");
  g_autofree char *organisation = dup_organisation (dossier, review);

  return review != NULL && (reader == NULL || g_strcmp0 (organisation, reader) != 0);
}

/* A reply goes the way of what it answers. */
static gboolean
is_left (const AccordDossier *dossier, const AccordDossierRecord *record, const char *reader)
{
  for (guint i = 0; record != NULL && i < DEEPEST; i++)
    {
      g_autofree char *to = accord_dossier_record_dup_reference (record, "reply-to");

      if (is_of_other (dossier, record, reader))
        return TRUE;
      record = to != NULL ? g_hash_table_lookup (dossier->records, to) : NULL;
    }
  return record != NULL;
}

/**
 * accord_send_leave_comments:
 * @dossier: a case on its way out
 * @asked: uids of the reviews that are asked for
 * @n_asked: how many
 *
 * Takes the comments and the checklists of partners out of a request, with what was replied to them. Where
 * one partner alone is asked, what they said themselves stays, with the replies of the case's own people.
 * What is not in a pack is not spoken of by the answer either, so that nothing comes back as deleted.
 *
 * Returns: how many comments were left out
 */
guint
accord_send_leave_comments (AccordDossier *dossier, const char *const *asked, gsize n_asked)
{
  g_autofree char *reader = n_asked == 1 ? dup_organisation (dossier, asked[0]) : NULL;
  g_autoptr (GPtrArray) left = g_ptr_array_new ();
  GHashTableIter iter;
  AccordDossierRecord *record;
  guint n = 0;

  g_hash_table_iter_init (&iter, dossier->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    {
      const gboolean comment = strcmp (record->kind, "comment") == 0;

      if ((!comment && strcmp (record->kind, "answer") != 0) || !is_left (dossier, record, reader))
        continue;
      g_ptr_array_add (left, record->uid);
      n += comment && accord_dossier_record_is_there (record);
    }
  for (guint i = 0; i < left->len; i++)
    g_hash_table_remove (dossier->records, left->pdata[i]);
  return n;
}
