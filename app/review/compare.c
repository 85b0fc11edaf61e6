/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "compare-private.h"

#include "dossier-read.h"
#include "dossier-value.h"
#include "pack-error.h"
#include "text-diff.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
row_free (gpointer data)
{
  AccordCompareRow *self = data;

  g_free (self->kind);
  g_free (self->uid);
  g_free (self->title);
  g_free (self->within);
  g_free (self->field);
  g_free (self->label);
  g_free (self->before);
  g_free (self->after);
  g_clear_pointer (&self->words, g_ptr_array_unref);
  g_free (self->delta);
  g_free (self->npsv);
  g_free (self);
}

void
accord_comparison_free (AccordComparison *self)
{
  g_free (self->before);
  g_free (self->after);
  g_ptr_array_unref (self->rows);
  g_ptr_array_unref (self->figures);
  g_ptr_array_unref (self->remarks);
  g_free (self);
}

/* Returns: (transfer none): a row that is owned by @rows */
AccordCompareRow *
accord_compare_add_row (GPtrArray *rows, const char *kind, const char *uid, char sort)
{
  AccordCompareRow *row = g_new0 (AccordCompareRow, 1);

  row->kind = g_strdup (kind);
  row->uid = g_strdup (uid);
  row->sort = sort;
  row->pence = ACCORD_UNKNOWN;
  g_ptr_array_add (rows, row);
  return row;
}

/* What a line hangs on: the option, or for a share of who gains, the outcome. */
static char *
dup_within (const AccordComparing *self, const AccordDossier *side, const AccordDossierRecord *record)
{
  static const char *const parents[][2] = { { "cost", "option" },
                                            { "outcome", "option" },
                                            { "gain", "organisation" } };

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    if (g_str_equal (record->kind, parents[i][0]))
      {
        g_autofree char *uid =
            accord_dossier_value_dup_text (accord_dossier_record_get (record, parents[i][1]));

        return uid != NULL ? accord_compare_dup_title (self, side, uid) : NULL;
      }
  return NULL;
}

static AccordCompareRow *
add_row (AccordComparing *self, const AccordDossier *side, const AccordDossierRecord *record, char sort)
{
  AccordCompareRow *row = accord_compare_add_row (self->outcome->rows, record->kind, record->uid, sort);

  row->title = accord_compare_dup_title (self, side, record->uid);
  row->within = dup_within (self, side, record);
  return row;
}

/* Where a line stands in its list is no difference that anybody means. */
static gboolean
is_told (const char *name)
{
  return !g_str_equal (name, "position") && !g_str_equal (name, ACCORD_DOSSIER_DELETED);
}

static gboolean
is_prose (const AccordField *field)
{
  return field->type == ACCORD_FIELD_TEXT || field->type == ACCORD_FIELD_LONG_TEXT;
}

static void
compare_field (AccordComparing *self, const AccordKind *kind, const char *name,
               const AccordDossierRecord *before, const AccordDossierRecord *after)
{
  const AccordField *field = kind != NULL ? accord_kind_get_field (kind, name) : NULL;
  const char *value_before = accord_dossier_record_get (before, name);
  const char *value_after = accord_dossier_record_get (after, name);
  AccordCompareRow *row;

  if (!is_told (name) || g_strcmp0 (value_before, value_after) == 0)
    return;
  row = add_row (self, self->after, after, '~');
  row->field = g_strdup (name);
  row->label = g_strdup (field != NULL ? _ (field->label) : name);
  if (field == NULL)
    {
      row->before = g_strdup (value_before);
      row->after = g_strdup (value_after);
      return;
    }
  row->before = accord_compare_dup_value (self, self->before, field, value_before);
  row->after = accord_compare_dup_value (self, self->after, field, value_after);
  row->delta = accord_compare_dup_delta (field, value_before, value_after);
  if (is_prose (field))
    row->words =
        accord_text_diff (row->before != NULL ? row->before : "", row->after != NULL ? row->after : "");
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The fields of a record in the order of the kind's table, then those that this program does not know. */
static GPtrArray *
list_names (const AccordKind *kind, const AccordDossierRecord *before, const AccordDossierRecord *after)
{
  const AccordDossierRecord *records[] = { before, after };
  GPtrArray *names = g_ptr_array_new ();
  g_autoptr (GPtrArray) others = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  for (guint i = 0; kind != NULL && i < kind->n_fields; i++)
    g_ptr_array_add (names, (gpointer) kind->fields[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_hash_table_iter_init (&iter, records[i]->fields);
      while (g_hash_table_iter_next (&iter, &name, NULL))
        if ((kind == NULL || accord_kind_find_field (kind, name) < 0)
            && !g_ptr_array_find_with_equal_func (others, name, g_str_equal, NULL))
          g_ptr_array_add (others, name);
    }
  g_ptr_array_sort (others, compare_names);
  g_ptr_array_extend (names, others, NULL, NULL);
  return names;
}

static void
compare_record (AccordComparing *self, const AccordDossierRecord *before, const AccordDossierRecord *after)
{
  const AccordKind *kind = NULL;
  g_autoptr (GPtrArray) names = NULL;

  if (before == NULL || after == NULL)
    {
      if (after != NULL)
        add_row (self, self->after, after, '+')->after = accord_compare_dup_total (self, after);
      else if (before != NULL)
        add_row (self, self->before, before, '-')->before = accord_compare_dup_total (self, before);
      return;
    }
  kind = accord_schema_find_kind (self->schema, after->kind);
  names = list_names (kind, before, after);
  for (guint i = 0; i < names->len; i++)
    compare_field (self, kind, names->pdata[i], before, after);
}

/* The records of both, those of one kind together, each once. */
static GPtrArray *
list_records (const AccordComparing *self)
{
  g_autoptr (AccordDossier) both = accord_dossier_new (self->after->case_uid);
  const AccordDossier *sides[] = { self->before, self->after };
  GPtrArray *uids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) records = NULL;
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < G_N_ELEMENTS (sides); i++)
    {
      g_hash_table_iter_init (&iter, sides[i]->records);
      while (g_hash_table_iter_next (&iter, NULL, &value))
        accord_dossier_take_record (both, ((AccordDossierRecord *) value)->kind,
                                    ((AccordDossierRecord *) value)->uid);
    }
  records = accord_dossier_list_records (both);
  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (uids, g_strdup (((AccordDossierRecord *) records->pdata[i])->uid));
  return uids;
}

/**
 * accord_compare_dossiers:
 * @schema: the kinds there are
 * @before: a dossier
 * @after: another of the same case
 *
 * Works out the appraisal once for each difference in it: for a thread other than the main one.
 *
 * Returns: (transfer full): how they differ; what they are called is not filled in
 */
AccordComparison *
accord_compare_dossiers (AccordSchema *schema, const AccordDossier *before, const AccordDossier *after)
{
  AccordComparison *outcome = g_new0 (AccordComparison, 1);
  AccordComparing self = { schema, before, after, outcome };
  g_autoptr (GPtrArray) uids = list_records (&self);

  outcome->rows = g_ptr_array_new_with_free_func (row_free);
  outcome->figures = g_ptr_array_new_with_free_func (row_free);
  outcome->remarks = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < uids->len; i++)
    compare_record (&self, accord_compare_find (before, uids->pdata[i]),
                    accord_compare_find (after, uids->pdata[i]));
  accord_compare_add_effects (&self);
  accord_compare_add_figures (&self);
  return outcome;
}

static AccordDossier *
read_side (AccordReader *reader, gint64 business_case, gint64 version, char **name, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "version");
  g_autoptr (AccordRecord) record = NULL;

  if (version == 0)
    {
      *name = g_strdup (_ ("The case as it stands"));
      return accord_dossier_read (reader, business_case, error);
    }
  record = accord_reader_get (reader, kind, version, error);
  if (record == NULL)
    return NULL;
  *name = accord_record_dup_title (record);
  return accord_dossier_read_version (reader, version, error);
}

/**
 * accord_compare_versions:
 * @reader: a reader
 * @business_case: a business case
 * @before: a version of it, or 0 for the case as it stands
 * @after: another, likewise
 * @error: return location for an error
 *
 * For a thread other than the main one.
 *
 * Returns: (transfer full): how they differ; %NULL on failure
 */
AccordComparison *
accord_compare_versions (AccordReader *reader, gint64 business_case, gint64 before, gint64 after,
                         GError **error)
{
  g_autofree char *name_before = NULL, *name_after = NULL;
  g_autoptr (AccordDossier) earlier = read_side (reader, business_case, before, &name_before, error);
  g_autoptr (AccordDossier) later =
      earlier != NULL ? read_side (reader, business_case, after, &name_after, error) : NULL;
  AccordComparison *self;

  if (later == NULL)
    return NULL;
  if (!g_str_equal (earlier->case_uid, later->case_uid))
    {
      g_set_error (error, ACCORD_PACK_ERROR, ACCORD_PACK_ERROR_WRONG_CASE,
                   /* Translators: what two versions are called */
                   _ ("“%s” and “%s” are of two different cases."), name_before, name_after);
      return NULL;
    }
  self = accord_compare_dossiers (accord_reader_get_schema (reader), earlier, later);
  self->before = g_steal_pointer (&name_before);
  self->after = g_steal_pointer (&name_after);
  return self;
}
