/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-versions.h"

#include "history.h"
#include "past.h"

#include <glib/gi18n-lib.h>
#include <string.h>

void
accord_case_version_free (AccordCaseVersion *self)
{
  g_free (self->at);
  g_free (self->who);
  g_free (self->name);
  g_clear_object (&self->record);
  g_clear_pointer (&self->changed, g_array_unref);
  g_free (self);
}

static int
compare_versions (gconstpointer one, gconstpointer other)
{
  const AccordCaseVersion *a = *(AccordCaseVersion **) one, *b = *(AccordCaseVersion **) other;

  return a->change < b->change ? -1 : a->change > b->change;
}

/* Several things that were recorded at once are one version. What a body said names it best. */
static void
take_version (GPtrArray *versions, const AccordHistoryEntry *entry, char *name, gboolean best)
{
  AccordCaseVersion *version;

  for (guint i = 0; i < versions->len; i++)
    {
      version = versions->pdata[i];
      if (version->change != entry->change)
        continue;
      if (best)
        {
          g_free (version->name);
          version->name = g_strdup (name);
        }
      g_free (name);
      return;
    }
  version = g_new0 (AccordCaseVersion, 1);
  version->change = entry->change;
  version->at = g_strdup (entry->at);
  version->who = g_strdup (entry->who);
  version->name = name;
  g_ptr_array_add (versions, version);
}

static gboolean
mentions (const AccordHistoryEntry *entry, const char *field)
{
  g_autofree char *key = g_strdup_printf ("\"%s\"", field);

  return entry->after != NULL && strstr (entry->after, key) != NULL;
}

static char *
dup_stage (AccordRecord *record)
{
  const AccordKind *kind = accord_record_get_kind (record);
  g_autofree char *stage = accord_record_dup_display (record, accord_kind_find_field (kind, "stage"));
  g_autofree char *status = accord_record_dup_display (record, accord_kind_find_field (kind, "status"));

  /* Translators: a stage such as “Outline Business Case”, and how it stands there. */
  return g_strdup_printf (_ ("%s: %s"), stage, status);
}

/* Where the stage or the status changed, and where the case came to the register. */
static gboolean
read_own (AccordReader *reader, const AccordKind *kind, gint64 id, GPtrArray *versions, GError **error)
{
  g_autoptr (GPtrArray) entries = accord_reader_history (reader, kind, id, error);

  if (entries == NULL)
    return FALSE;
  for (guint i = 0; i < entries->len; i++)
    {
      const AccordHistoryEntry *entry = entries->pdata[i];
      gboolean first = strcmp (entry->operation, "insert") == 0;
      g_autoptr (AccordRecord) then = NULL;
      g_autoptr (GError) reason = NULL;

      if (!first
          && (strcmp (entry->operation, "update") != 0
              || (!mentions (entry, "stage") && !mentions (entry, "status"))))
        continue;
      then = accord_reader_get_at (reader, kind, id, entry->change, &reason);
      if (then != NULL)
        take_version (versions, entry, dup_stage (then), FALSE);
    }
  return TRUE;
}

static gboolean
is_decision (AccordRecord *endorsement)
{
  static const char *const decisions[] = { "endorsed", "endorsed-with-caveats", "deferred", "not-endorsed",
                                           NULL };
  const char *outcome = accord_record_get_text (endorsement, "outcome");

  return outcome != NULL && g_strv_contains (decisions, outcome);
}

static char *
dup_decision (AccordRecord *endorsement)
{
  const AccordKind *kind = accord_record_get_kind (endorsement);
  g_autofree char *outcome =
      accord_record_dup_display (endorsement, accord_kind_find_field (kind, "outcome"));
  g_autofree char *date = accord_endorsement_dup_date (endorsement);
  g_autofree char *who = accord_endorsement_dup_who (endorsement, NULL);

  /* Translators: an outcome such as “Endorsed”, who decided, and when. */
  return date != NULL ? g_strdup_printf (_ ("%s by %s, %s"), outcome, who, date)
                      : g_strdup_printf (_ ("%s by %s"), outcome, who);
}

/* When a decision was recorded: the case as it was then is what the body decided on, as far as is known. */
static gboolean
read_decisions (AccordReader *reader, AccordCaseFile *file, GPtrArray *versions, GError **error)
{
  /* Those with a date come first and in its order; the first at one point names it. */
  for (guint i = file->endorsements->len; i > 0; i--)
    {
      AccordRecord *endorsement = file->endorsements->pdata[i - 1];
      g_autoptr (GPtrArray) entries = NULL;

      if (!is_decision (endorsement))
        continue;
      entries = accord_reader_history (reader, accord_record_get_kind (endorsement),
                                       accord_record_get_id (endorsement), error);
      if (entries == NULL)
        return FALSE;
      for (guint j = 0; j < entries->len; j++)
        {
          const AccordHistoryEntry *entry = entries->pdata[j];

          if (strcmp (entry->operation, "insert") == 0 || mentions (entry, "outcome"))
            {
              take_version (versions, entry, dup_decision (endorsement), TRUE);
              break;
            }
        }
    }
  return TRUE;
}

static gboolean
read_records (AccordReader *reader, const AccordKind *kind, gint64 id, GPtrArray *versions)
{
  for (guint i = 0; i < versions->len;)
    {
      AccordCaseVersion *version = versions->pdata[i];

      version->record = accord_reader_get_at (reader, kind, id, version->change, NULL);
      version->changed = g_array_new (FALSE, FALSE, sizeof (guint));
      /* A decision may have been recorded before the case was. */
      if (version->record == NULL)
        g_ptr_array_remove_index (versions, i);
      else
        i++;
    }
  return TRUE;
}

static void
compare (AccordCaseVersion *version, AccordRecord *before)
{
  const AccordKind *kind = accord_record_get_kind (before);

  for (guint i = 0; i < kind->n_fields; i++)
    if (!accord_record_field_equal (before, version->record, i))
      g_array_append_val (version->changed, i);
}

/* What is now, where it is no longer the last version. */
static void
add_present (GPtrArray *versions, AccordRecord *record)
{
  AccordCaseVersion *last = versions->len > 0 ? versions->pdata[versions->len - 1] : NULL;
  AccordCaseVersion *present = g_new0 (AccordCaseVersion, 1);

  present->name = g_strdup (_ ("As it is now"));
  present->at = g_strdup (accord_record_get_modified (record));
  present->record = g_object_ref (record);
  present->changed = g_array_new (FALSE, FALSE, sizeof (guint));
  if (last != NULL)
    compare (present, last->record);
  if (last != NULL && present->changed->len == 0)
    accord_case_version_free (present);
  else
    g_ptr_array_add (versions, present);
}

/**
 * accord_case_versions_read:
 * @reader: a reader
 * @id: a business case
 * @error: return location for an error
 *
 * The versions of a case: what it was when it came to the register, when its stage or status changed, and
 * when a decision on it was recorded, each with what differs from the version before; and what it is now,
 * where that is different again.
 *
 * Returns: (transfer full) (element-type AccordCaseVersion): the versions, the oldest first; %NULL on failure
 */
GPtrArray *
accord_case_versions_read (AccordReader *reader, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_case_version_free);
  g_autoptr (AccordCaseFile) file = accord_case_file_read (reader, id, error);
  const AccordKind *kind;

  if (file == NULL)
    return NULL;
  kind = accord_record_get_kind (file->record);
  if (!read_own (reader, kind, id, versions, error) || !read_decisions (reader, file, versions, error))
    return NULL;
  g_ptr_array_sort (versions, compare_versions);
  read_records (reader, kind, id, versions);
  for (guint i = 1; i < versions->len; i++)
    compare (versions->pdata[i], ((AccordCaseVersion *) versions->pdata[i - 1])->record);
  add_present (versions, file->record);
  return g_steal_pointer (&versions);
}
