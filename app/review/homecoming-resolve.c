/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "homecoming-resolve.h"

#include "dossier-check.h"
#include "dossier-private.h"
#include "pack-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static gboolean
is_left (const AccordHomeItem *item, const AccordMergeField *field)
{
  return !item->theirs_to_say && field->choice == ACCORD_MERGE_UNDECIDED;
}

static gboolean
fail_undecided (const AccordHomeItem *item, const AccordMergeField *field, GError **error)
{
  const AccordField *row = accord_kind_get_field (item->kind, field->field);

  g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_CHANGED,
               /* Translators: a record’s title and a field’s label. */
               _ ("“%s”, %s: changed here and there; nobody has said yet which of the two counts."),
               item->title, row != NULL ? _ (row->label) : _ ("deleted"));
  return FALSE;
}

static gboolean
check_decided (const AccordHomecoming *self, GError **error)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const AccordHomeItem *item = self->items->pdata[i];

      for (guint j = 0; j < item->fields->len && item->speaks_for == NULL; j++)
        {
          const AccordMergeField *field = item->fields->pdata[j];

          if (field->verdict == ACCORD_MERGE_BOTH && field->choice == ACCORD_MERGE_UNDECIDED)
            return fail_undecided (item, field, error);
        }
    }
  return TRUE;
}

/**
 * accord_homecoming_takes:
 * @self: a plan
 *
 * Returns: whether anything of it is taken at all
 */
gboolean
accord_homecoming_takes (const AccordHomecoming *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      const AccordHomeItem *item = self->items->pdata[i];

      for (guint j = 0; j < item->fields->len; j++)
        if (!is_left (item, item->fields->pdata[j]))
          return TRUE;
    }
  return FALSE;
}

/* Puts a field back as it was here before. */
static void
put_back (const AccordHomecoming *self, AccordDossier *outcome, const AccordMergeField *field)
{
  const AccordDossierRecord *ours = g_hash_table_lookup (self->ours->records, field->uid);
  AccordDossierRecord *record = g_hash_table_lookup (outcome->records, field->uid);

  if (record == NULL)
    return;
  if (ours != NULL)
    accord_dossier_record_set_field (record, field->field,
                                     accord_dossier_record_dup_field (ours, field->field));
  else
    g_hash_table_remove (record->fields, field->field);
}

/* A record that was new, and of which nothing was taken. */
static void
drop_empty (const AccordHomecoming *self, AccordDossier *outcome, const char *uid)
{
  const AccordDossierRecord *record = g_hash_table_lookup (outcome->records, uid);

  if (record != NULL && !g_hash_table_contains (self->ours->records, uid)
      && accord_dossier_record_is_empty (record))
    g_hash_table_remove (outcome->records, uid);
}

/* What this program does not know nobody here can decide on: the same of the two is kept everywhere. */
static void
decide_unknown (AccordHomecoming *self, GHashTable *shown)
{
  for (guint i = 0; i < self->merge->fields->len; i++)
    {
      AccordMergeField *field = self->merge->fields->pdata[i];

      if (field->choice == ACCORD_MERGE_UNDECIDED && !g_hash_table_contains (shown, field))
        field->choice =
            g_strcmp0 (field->ours, field->theirs) > 0 ? ACCORD_MERGE_TAKE_OURS : ACCORD_MERGE_TAKE_THEIRS;
    }
}

static GPtrArray *
set_left (AccordHomecoming *self)
{
  g_autoptr (GHashTable) shown = g_hash_table_new (NULL, NULL);
  GPtrArray *left = g_ptr_array_new ();

  for (guint i = 0; i < self->items->len; i++)
    {
      const AccordHomeItem *item = self->items->pdata[i];

      for (guint j = 0; j < item->fields->len; j++)
        {
          AccordMergeField *field = item->fields->pdata[j];

          g_hash_table_add (shown, field);
          if (!is_left (item, field))
            continue;
          field->choice = ACCORD_MERGE_TAKE_OURS;
          g_ptr_array_add (left, field);
        }
    }
  decide_unknown (self, shown);
  return left;
}

static void
take_away (AccordDossierRecord *record, const char *field)
{
  if (accord_dossier_record_get (record, field) != NULL)
    accord_dossier_record_edit (record, field, NULL);
}

/* The state of a caveat may be of one side and the days of its steps of the other: a step that the state says
 * was not taken has neither a day nor anybody who took it. */
static void
settle_steps (AccordDossier *outcome)
{
  GHashTableIter iter;
  AccordDossierRecord *record;

  g_hash_table_iter_init (&iter, outcome->records);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &record))
    {
      g_autofree char *state =
          strcmp (record->kind, "caveat") == 0 ? accord_dossier_record_dup_text (record, "state") : NULL;

      if (state == NULL)
        continue;
      if (strcmp (state, "open") == 0)
        take_away (record, "answered-on");
      if (strcmp (state, "accepted") == 0 || accord_dossier_record_get (record, "accepted-on") == NULL)
        continue;
      take_away (record, "accepted-on");
      take_away (record, "accepted-by");
    }
}

/**
 * accord_homecoming_resolve:
 * @self: a plan, with the choices of a person
 * @error: return location for an #AccordPackError
 *
 * Makes the case as the choices have it. What is left out stays as it is here, without a trace in its
 * descent, so that it is offered again.
 *
 * Returns: (transfer full) (nullable): the case; %NULL with %ACCORD_PACK_ERROR_CHANGED while something that
 *   must be decided is not
 */
AccordDossier *
accord_homecoming_resolve (AccordHomecoming *self, GError **error)
{
  g_autoptr (GPtrArray) left = NULL;
  AccordDossier *outcome;

  if (!check_decided (self, error))
    return NULL;
  left = set_left (self);
  outcome = accord_dossier_merge_resolve (self->merge, error);
  for (guint i = 0; i < left->len; i++)
    {
      AccordMergeField *field = left->pdata[i];

      field->choice = ACCORD_MERGE_UNDECIDED;
      if (outcome != NULL)
        put_back (self, outcome, field);
    }
  for (guint i = 0; outcome != NULL && i < left->len; i++)
    {
      const AccordMergeField *field = left->pdata[i];

      /* Taking nothing of a new record would have it kept as deleted. */
      if (!g_hash_table_contains (self->ours->records, field->uid))
        {
          AccordDossierRecord *record = g_hash_table_lookup (outcome->records, field->uid);

          if (record != NULL && accord_dossier_record_is_empty (record))
            g_hash_table_remove (record->fields, ACCORD_DOSSIER_DELETED);
        }
      drop_empty (self, outcome, field->uid);
    }
  if (outcome != NULL)
    settle_steps (outcome);
  return outcome;
}
