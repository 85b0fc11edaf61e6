/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "appraisal-gather-private.h"

#include <string.h>

/* How many records one query names; SQLite bounds how deep a condition may nest. */
#define AT_ONCE 200

/* Where a record belongs: its file, and its place among the options there. */
typedef struct
{
  AccordAppraisalFile *file;
  guint option;
} Place;

static gint64 *
dup_id (gint64 id)
{
  gint64 *copy = g_new (gint64, 1);

  *copy = id;
  return copy;
}

static GHashTable *
id_table (GDestroyNotify free_value)
{
  return g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_value);
}

static gboolean
list_some (AccordReader *reader, const AccordKind *kind, guint field, const gint64 *ids, guint n_ids,
           GPtrArray *found, GError **error)
{
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  GPtrArray *records;

  accord_query_set_sort (query, -1, FALSE);
  for (guint i = 0; i < n_ids; i++)
    {
      accord_query_add_number (query, field, ACCORD_OPERATOR_EQUAL, ids[i]);
      if (i > 0)
        accord_query_join_last (query);
    }
  records = accord_reader_list (reader, query, error);
  if (records == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (found, records);
  return TRUE;
}

static GPtrArray *
list_given (const AccordAppraisalGather *self, const char *kind_name)
{
  GPtrArray *given = g_hash_table_lookup (self->given, kind_name);
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; given != NULL && i < given->len; i++)
    g_ptr_array_add (found, g_object_ref (given->pdata[i]));
  return found;
}

/* The records of a kind whose reference is one of @owners, or all of the kind. */
static GPtrArray *
list_of (AccordReader *reader, const AccordAppraisalGather *self, const char *kind_name, const char *name,
         GHashTable *owners, GError **error)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  const AccordKind *kind;
  GHashTableIter iter;
  guint field;
  gpointer id;

  if (self->given != NULL)
    return list_given (self, kind_name);
  kind = accord_schema_find_kind (accord_reader_get_schema (reader), kind_name);
  field = (guint) accord_kind_find_field (kind, name);
  if (self->all)
    return list_some (reader, kind, field, NULL, 0, found, error) ? g_steal_pointer (&found) : NULL;
  g_hash_table_iter_init (&iter, owners);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    g_array_append_val (ids, *(gint64 *) id);
  for (guint at = 0; at < ids->len; at += AT_ONCE)
    if (!list_some (reader, kind, field, &g_array_index (ids, gint64, at), MIN (AT_ONCE, ids->len - at),
                    found, error))
      return NULL;
  return g_steal_pointer (&found);
}

static gpointer
owner_of (GHashTable *owners, AccordRecord *record, const char *field)
{
  gint64 id = accord_record_get_int (record, field);

  return g_hash_table_lookup (owners, &id);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  /* What has no number comes after what has. */
  if (a == ACCORD_UNKNOWN || b == ACCORD_UNKNOWN)
    return (a == ACCORD_UNKNOWN) - (b == ACCORD_UNKNOWN);
  return (a > b) - (a < b);
}

static int
compare_ids (gconstpointer one, gconstpointer other)
{
  return compare_numbers (accord_record_get_id (*(AccordRecord **) one),
                          accord_record_get_id (*(AccordRecord **) other));
}

static int
compare_options (gconstpointer one, gconstpointer other)
{
  const char *a = accord_record_get_text (*(AccordRecord **) one, "letter");
  const char *b = accord_record_get_text (*(AccordRecord **) other, "letter");
  int order = a == NULL || b == NULL ? (a == NULL) - (b == NULL) : strcmp (a, b);

  return order != 0 ? order : compare_ids (one, other);
}

static int
compare_lines (gconstpointer one, gconstpointer other)
{
  int order = compare_numbers (accord_record_get_int (*(AccordRecord **) one, "position"),
                               accord_record_get_int (*(AccordRecord **) other, "position"));

  return order != 0 ? order : compare_ids (one, other);
}

static void
note_edition (AccordAppraisalGather *self, AccordRecord *record, const char *field)
{
  gint64 id = accord_record_get_int (record, field);

  if (id != ACCORD_UNKNOWN && !g_hash_table_contains (self->editions, &id))
    g_hash_table_insert (self->editions, dup_id (id), NULL);
}

static void
note_organisation (AccordAppraisalGather *self, AccordRecord *record)
{
  gint64 id = accord_record_get_int (record, "organisation");

  if (id != ACCORD_UNKNOWN && !g_hash_table_contains (self->names, &id))
    g_hash_table_insert (self->names, dup_id (id), NULL);
}

/* A case has one appraisal; of several, which only another program can have made, the first counts. */
static gboolean
gather_appraisals (AccordReader *reader, AccordAppraisalGather *self, GError **error)
{
  static const char *const editions[] = { "schedule", "health", "lower", "deflator", "bias", "grades" };
  g_autoptr (GPtrArray) records = list_of (reader, self, "appraisal", "case", self->by_case, error);

  if (records == NULL)
    return FALSE;
  g_ptr_array_sort (records, compare_ids);
  for (guint i = 0; i < records->len; i++)
    {
      AccordAppraisalFile *file = owner_of (self->by_case, records->pdata[i], "case");

      if (file == NULL || file->appraisal != NULL)
        continue;
      file->appraisal = g_object_ref (records->pdata[i]);
      for (guint j = 0; j < G_N_ELEMENTS (editions); j++)
        note_edition (self, records->pdata[i], editions[j]);
    }
  return TRUE;
}

static gboolean
gather_options (AccordReader *reader, AccordAppraisalGather *self, GHashTable *places, GError **error)
{
  g_autoptr (GPtrArray) records = list_of (reader, self, "option", "case", self->by_case, error);

  if (records == NULL)
    return FALSE;
  g_ptr_array_sort (records, compare_options);
  for (guint i = 0; i < records->len; i++)
    {
      AccordAppraisalFile *file = owner_of (self->by_case, records->pdata[i], "case");
      Place *place;

      if (file == NULL)
        continue;
      place = g_new (Place, 1);
      *place = (Place){ file, file->options->len };
      g_hash_table_insert (places, dup_id (accord_record_get_id (records->pdata[i])), place);
      g_ptr_array_add (file->options, g_object_ref (records->pdata[i]));
      g_ptr_array_add (file->costs, g_ptr_array_new_with_free_func (g_object_unref));
      g_ptr_array_add (file->outcomes, g_ptr_array_new_with_free_func (g_object_unref));
      g_ptr_array_add (file->gains, g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref));
    }
  return TRUE;
}

static gboolean
gather_costs (AccordReader *reader, AccordAppraisalGather *self, GHashTable *places, GError **error)
{
  g_autoptr (GPtrArray) records = list_of (reader, self, "cost", "option", places, error);

  if (records == NULL)
    return FALSE;
  g_ptr_array_sort (records, compare_lines);
  for (guint i = 0; i < records->len; i++)
    {
      const Place *place = owner_of (places, records->pdata[i], "option");

      if (place == NULL)
        continue;
      g_ptr_array_add (place->file->costs->pdata[place->option], g_object_ref (records->pdata[i]));
      note_organisation (self, records->pdata[i]);
      note_edition (self, records->pdata[i], "schedule");
    }
  return TRUE;
}

static gboolean
gather_outcomes (AccordReader *reader, AccordAppraisalGather *self, GHashTable *places, GHashTable *shares,
                 GError **error)
{
  g_autoptr (GPtrArray) records = list_of (reader, self, "outcome", "option", places, error);

  if (records == NULL)
    return FALSE;
  g_ptr_array_sort (records, compare_lines);
  for (guint i = 0; i < records->len; i++)
    {
      const Place *place = owner_of (places, records->pdata[i], "option");
      GPtrArray *gains;

      if (place == NULL)
        continue;
      gains = g_ptr_array_new_with_free_func (g_object_unref);
      g_ptr_array_add (place->file->outcomes->pdata[place->option], g_object_ref (records->pdata[i]));
      g_ptr_array_add (place->file->gains->pdata[place->option], gains);
      g_hash_table_insert (shares, dup_id (accord_record_get_id (records->pdata[i])), gains);
      note_edition (self, records->pdata[i], "schedule");
    }
  return TRUE;
}

static gboolean
gather_gains (AccordReader *reader, AccordAppraisalGather *self, GHashTable *shares, GError **error)
{
  g_autoptr (GPtrArray) records = list_of (reader, self, "gain", "outcome", shares, error);

  if (records == NULL)
    return FALSE;
  g_ptr_array_sort (records, compare_ids);
  for (guint i = 0; i < records->len; i++)
    {
      GPtrArray *gains = owner_of (shares, records->pdata[i], "outcome");

      if (gains == NULL)
        continue;
      g_ptr_array_add (gains, g_object_ref (records->pdata[i]));
      note_organisation (self, records->pdata[i]);
    }
  return TRUE;
}

static void
scenario_free (gpointer data)
{
  AccordAppraisalScenario *self = data;

  g_clear_object (&self->record);
  g_clear_pointer (&self->changes, g_array_unref);
  g_free (self->problem);
  g_free (self);
}

static int
compare_scenarios (gconstpointer one, gconstpointer other)
{
  const char *a = accord_record_get_text (*(AccordRecord **) one, "name");
  const char *b = accord_record_get_text (*(AccordRecord **) other, "name");
  int order = g_strcmp0 (a, b);

  return order != 0 ? order : compare_ids (one, other);
}

static gboolean
gather_scenarios (AccordReader *reader, AccordAppraisalGather *self, GError **error)
{
  g_autoptr (GHashTable) files = id_table (NULL);
  g_autoptr (GPtrArray) records = NULL;

  for (guint i = 0; i < self->files->len; i++)
    {
      AccordAppraisalFile *file = self->files->pdata[i];

      g_ptr_array_set_free_func (file->scenarios, scenario_free);
      if (file->appraisal != NULL)
        g_hash_table_insert (files, dup_id (accord_record_get_id (file->appraisal)), file);
    }
  records = list_of (reader, self, "scenario", "appraisal", files, error);
  if (records == NULL)
    return FALSE;
  g_ptr_array_sort (records, compare_scenarios);
  for (guint i = 0; i < records->len; i++)
    {
      AccordAppraisalFile *file = owner_of (files, records->pdata[i], "appraisal");
      AccordAppraisalScenario *scenario;

      if (file == NULL)
        continue;
      scenario = g_new0 (AccordAppraisalScenario, 1);
      scenario->record = g_object_ref (records->pdata[i]);
      g_ptr_array_add (file->scenarios, scenario);
    }
  return TRUE;
}

static void
organisation_free (gpointer data)
{
  AccordCbaOrganisation *self = data;

  if (self == NULL)
    return;
  g_free (self->uid);
  g_free (self->name);
  g_free (self);
}

void
accord_appraisal_gather_free (AccordAppraisalGather *self)
{
  g_hash_table_unref (self->by_case);
  g_hash_table_unref (self->editions);
  g_hash_table_unref (self->names);
  g_free (self);
}

/* An edition is noted before it is read. */
static void
clear_edition (gpointer edition)
{
  if (edition != NULL)
    g_object_unref (edition);
}

static AccordAppraisalGather *
gather_new (GPtrArray *files, gboolean all, GHashTable *given)
{
  AccordAppraisalGather *self = g_new0 (AccordAppraisalGather, 1);

  self->files = files;
  self->all = all;
  self->given = given;
  self->by_case = id_table (NULL);
  self->editions = id_table (clear_edition);
  self->names = id_table (organisation_free);
  for (guint i = 0; i < files->len; i++)
    {
      AccordAppraisalFile *file = files->pdata[i];

      g_hash_table_insert (self->by_case, dup_id (accord_record_get_id (file->business_case)), file);
    }
  return self;
}

static gboolean
gather_lines (AccordReader *reader, AccordAppraisalGather *self, GError **error)
{
  g_autoptr (GHashTable) places = id_table (g_free);
  g_autoptr (GHashTable) shares = id_table (NULL);

  return gather_appraisals (reader, self, error) && gather_options (reader, self, places, error)
         && gather_costs (reader, self, places, error)
         && gather_outcomes (reader, self, places, shares, error)
         && gather_gains (reader, self, shares, error) && gather_scenarios (reader, self, error);
}

/**
 * accord_appraisal_gather:
 * @reader: a reader
 * @files: (element-type AccordAppraisalFile): files that know their case and are empty otherwise
 * @all: whether they are all cases that there are
 * @error: return location for an error
 *
 * Puts the records of the cases' appraisals into @files.
 *
 * Returns: (transfer full): what they speak of besides; %NULL on failure
 */
AccordAppraisalGather *
accord_appraisal_gather (AccordReader *reader, GPtrArray *files, gboolean all, GError **error)
{
  g_autoptr (AccordAppraisalGather) self = gather_new (files, all, NULL);

  if (!gather_lines (reader, self, error) || !accord_appraisal_gather_besides (reader, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * accord_appraisal_gather_given:
 * @given: (element-type utf8 GPtrArray): records by the name of their kind, each with a number of its own by
 * which others refer to it: appraisals, options, lines, editions, organisations; it must outlive what is
 * returned
 * @files: (element-type AccordAppraisalFile): files that know their case and are empty otherwise
 * @error: return location for %ACCORD_MODEL_ERROR_NOT_KNOWN
 *
 * As accord_appraisal_gather(), from records that are in no workspace.
 *
 * Returns: (transfer full): what they speak of besides; %NULL where an edition is not among @given
 */
AccordAppraisalGather *
accord_appraisal_gather_given (GHashTable *given, GPtrArray *files, GError **error)
{
  g_autoptr (AccordAppraisalGather) self = gather_new (files, FALSE, given);

  if (!gather_lines (NULL, self, error) || !accord_appraisal_gather_besides (NULL, self, error))
    return NULL;
  return g_steal_pointer (&self);
}
