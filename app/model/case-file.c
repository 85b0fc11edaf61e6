/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "case-file.h"

#include "case-standing.h"
#include "date.h"
#include "fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static GPtrArray *
list_related (AccordReader *reader, const char *kind_name, const char *field, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), kind_name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  int index = accord_kind_find_field (kind, field);
  gboolean one = kind->fields[index].type == ACCORD_FIELD_REFERENCE;

  accord_query_add_number (query, index, one ? ACCORD_OPERATOR_EQUAL : ACCORD_OPERATOR_CONTAINS, id);
  return accord_reader_list (reader, query, error);
}

static int
compare_numbers (gint64 a, gint64 b)
{
  /* What has no number, or no date, comes after what has. */
  if (a == b)
    return 0;
  if (a == ACCORD_UNKNOWN || b == ACCORD_UNKNOWN)
    return a == ACCORD_UNKNOWN ? 1 : -1;
  return a < b ? -1 : 1;
}

static int
compare_texts (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);
  return strcmp (a, b);
}

static int
compare_ids (AccordRecord *a, AccordRecord *b)
{
  return compare_numbers (accord_record_get_id (a), accord_record_get_id (b));
}

static int
compare_caveats (gconstpointer one, gconstpointer other)
{
  AccordRecord *a = *(AccordRecord **) one, *b = *(AccordRecord **) other;
  int order = compare_numbers (accord_record_get_int (a, "number"), accord_record_get_int (b, "number"));

  return order != 0 ? order : compare_ids (a, b);
}

static gboolean
is_to_come (AccordRecord *endorsement)
{
  return g_strcmp0 (accord_record_get_text (endorsement, "outcome"), "to-come") == 0;
}

static int
compare_endorsements (gconstpointer one, gconstpointer other)
{
  AccordRecord *a = *(AccordRecord **) one, *b = *(AccordRecord **) other;
  int order = (int) is_to_come (a) - (int) is_to_come (b);

  if (order == 0)
    order = compare_texts (accord_record_get_text (a, "date"), accord_record_get_text (b, "date"));
  return order != 0 ? order : compare_ids (a, b);
}

static int
compare_options (gconstpointer one, gconstpointer other)
{
  AccordRecord *a = *(AccordRecord **) one, *b = *(AccordRecord **) other;
  int order = compare_texts (accord_record_get_text (a, "letter"), accord_record_get_text (b, "letter"));

  return order != 0 ? order : compare_ids (a, b);
}

static int
compare_milestones (gconstpointer one, gconstpointer other)
{
  AccordRecord *a = *(AccordRecord **) one, *b = *(AccordRecord **) other;
  int order = compare_texts (accord_record_get_text (a, "date"), accord_record_get_text (b, "date"));

  return order != 0 ? order : compare_ids (a, b);
}

static GPtrArray *
list_sorted (AccordReader *reader, const char *kind, const char *field, gint64 id, GCompareFunc compare,
             GError **error)
{
  GPtrArray *records = list_related (reader, kind, field, id, error);

  if (records != NULL)
    g_ptr_array_sort (records, compare);
  return records;
}

static gboolean
read_lists (AccordReader *reader, gint64 id, AccordCaseFile *self, GError **error)
{
  gint64 programme = accord_record_get_int (self->record, "programme");

  self->caveats = list_sorted (reader, "caveat", "cases", id, compare_caveats, error);
  if (self->caveats == NULL)
    return FALSE;
  self->endorsements = list_sorted (reader, "endorsement", "cases", id, compare_endorsements, error);
  if (self->endorsements == NULL)
    return FALSE;
  self->options = list_sorted (reader, "option", "case", id, compare_options, error);
  if (self->options == NULL)
    return FALSE;
  self->milestones = list_sorted (reader, "milestone", "case", id, compare_milestones, error);
  if (self->milestones == NULL)
    return FALSE;
  self->reviews = list_related (reader, "review", "case", id, error);
  if (self->reviews == NULL)
    return FALSE;
  self->engagements = list_related (reader, "engagement", "case", id, error);
  if (self->engagements == NULL || self->engagements->len > 0 || programme == ACCORD_UNKNOWN)
    return self->engagements != NULL;
  g_ptr_array_unref (self->engagements);
  self->engagements = list_related (reader, "engagement", "programme", programme, error);
  return self->engagements != NULL;
}

/* What people go back to is the sentence as it stands in the minutes. */
static gboolean
read_sentence (AccordReader *reader, AccordRecord *endorsement, AccordCaseFile *self, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "resolution");
  gint64 id = accord_record_get_int (endorsement, "resolution");
  g_autoptr (AccordRecord) resolution = NULL;
  const char *passage;

  if (id == ACCORD_UNKNOWN)
    {
      g_ptr_array_add (self->sentences, NULL);
      return TRUE;
    }
  resolution = accord_reader_get (reader, kind, id, error);
  if (resolution == NULL)
    return FALSE;
  passage = accord_record_get_text (resolution, "passage");
  g_ptr_array_add (self->sentences,
                   g_strdup (passage != NULL ? passage : accord_record_get_text (resolution, "text")));
  return TRUE;
}

static gboolean
read_organisation (AccordReader *reader, const AccordEndorsers *names, AccordRecord *endorsement,
                   AccordCaseFile *self, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "body");
  gint64 id = accord_record_get_int (endorsement, "body");
  g_autoptr (AccordRecord) body = NULL;

  if (id == ACCORD_UNKNOWN)
    {
      g_ptr_array_add (self->organisations,
                       g_strdup (accord_endorsers_get_organisation (names, endorsement)));
      return TRUE;
    }
  body = accord_reader_get (reader, kind, id, error);
  if (body == NULL)
    return FALSE;
  g_ptr_array_add (self->organisations, g_strdup (accord_record_get_reference_title (body, "organisation")));
  return TRUE;
}

static gboolean
read_endorsements (AccordReader *reader, AccordCaseFile *self, GError **error)
{
  g_autoptr (AccordEndorsers) names = accord_endorsers_new (reader, self->endorsements, self->reviews, error);

  if (names == NULL)
    return FALSE;
  for (guint i = 0; i < self->endorsements->len; i++)
    if (!read_sentence (reader, self->endorsements->pdata[i], self, error)
        || !read_organisation (reader, names, self->endorsements->pdata[i], self, error))
      return FALSE;
  accord_case_standing_settle (self, names);
  return TRUE;
}

static gboolean
holds (AccordRecord *caveat, gint64 id)
{
  gsize n_ids;
  const gint64 *ids = accord_record_get_ids (caveat, "cases", &n_ids);

  for (gsize i = 0; i < n_ids; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

static gboolean
is_on_all (GPtrArray *caveats, gint64 id)
{
  for (guint i = 0; i < caveats->len; i++)
    if (!holds (caveats->pdata[i], id))
      return FALSE;
  return TRUE;
}

static gboolean
read_alongside (AccordReader *reader, gint64 self_id, AccordCaseFile *self, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (self->record);
  gsize n_ids = 0;
  const gint64 *ids =
      self->caveats->len > 0 ? accord_record_get_ids (self->caveats->pdata[0], "cases", &n_ids) : NULL;

  for (gsize i = 0; i < n_ids; i++)
    {
      AccordRecord *other;

      if (ids[i] == self_id || !is_on_all (self->caveats, ids[i]))
        continue;
      other = accord_reader_get (reader, kind, ids[i], error);
      if (other == NULL)
        return FALSE;
      g_ptr_array_add (self->alongside, other);
    }
  return TRUE;
}

static gboolean
read_n_cases (AccordReader *reader, AccordCaseFile *self, GError **error)
{
  const AccordKind *kind = accord_record_get_kind (self->record);
  gint64 programme = accord_record_get_int (self->record, "programme");
  g_autoptr (AccordQuery) query = NULL;

  self->n_cases = 1;
  if (programme == ACCORD_UNKNOWN)
    return TRUE;
  query = accord_query_new (kind);
  accord_query_add_number (query, accord_kind_find_field (kind, "programme"), ACCORD_OPERATOR_EQUAL,
                           programme);
  self->n_cases = accord_reader_count (reader, query, error);
  return self->n_cases >= 0;
}

void
accord_case_file_free (AccordCaseFile *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->caveats, g_ptr_array_unref);
  g_clear_pointer (&self->endorsements, g_ptr_array_unref);
  g_clear_pointer (&self->reviews, g_ptr_array_unref);
  g_clear_pointer (&self->standing, g_ptr_array_unref);
  g_clear_pointer (&self->awaited, g_ptr_array_unref);
  g_clear_pointer (&self->options, g_ptr_array_unref);
  g_clear_pointer (&self->engagements, g_ptr_array_unref);
  g_clear_pointer (&self->milestones, g_ptr_array_unref);
  g_clear_pointer (&self->organisations, g_ptr_array_unref);
  g_clear_pointer (&self->sentences, g_ptr_array_unref);
  g_clear_pointer (&self->alongside, g_ptr_array_unref);
  g_free (self);
}

/**
 * accord_case_file_read:
 * @reader: a reader
 * @id: a business case
 * @error: return location for an error
 *
 * Returns: (transfer full): the case with all that belongs to it; %NULL on failure
 */
AccordCaseFile *
accord_case_file_read (AccordReader *reader, gint64 id, GError **error)
{
  g_autoptr (AccordCaseFile) self = g_new0 (AccordCaseFile, 1);
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "case");

  self->organisations = g_ptr_array_new_with_free_func (g_free);
  self->sentences = g_ptr_array_new_with_free_func (g_free);
  self->alongside = g_ptr_array_new_with_free_func (g_object_unref);
  self->record = accord_reader_get (reader, kind, id, error);
  if (self->record == NULL || !read_lists (reader, id, self, error)
      || !read_alongside (reader, id, self, error) || !read_n_cases (reader, self, error)
      || !read_endorsements (reader, self, error))
    return NULL;
  return g_steal_pointer (&self);
}

/**
 * accord_caveat_is_overdue:
 * @caveat: a caveat
 * @today: today as an ISO date
 *
 * Returns: whether it is open although the day it was due on is past
 */
gboolean
accord_caveat_is_overdue (AccordRecord *caveat, const char *today)
{
  const char *due = accord_record_get_text (caveat, "due");

  return g_strcmp0 (accord_record_get_text (caveat, "state"), "open") == 0 && due != NULL
         && accord_date_is_past (due, today);
}

/**
 * accord_caveat_tally:
 * @caveats: (element-type AccordRecord): caveats
 * @today: today as an ISO date
 *
 * Returns: how they stand
 */
AccordCaveatTally
accord_caveat_tally (GPtrArray *caveats, const char *today)
{
  AccordCaveatTally tally = { 0 };

  for (guint i = 0; i < caveats->len; i++)
    {
      const char *state = accord_record_get_text (caveats->pdata[i], "state");

      if (accord_caveat_is_overdue (caveats->pdata[i], today))
        tally.n_overdue++;
      else if (g_strcmp0 (state, "accepted") == 0)
        tally.n_accepted++;
      else if (g_strcmp0 (state, "answered") == 0)
        tally.n_answered++;
      else
        tally.n_open++;
    }
  return tally;
}

/**
 * accord_sentence_case:
 * @words: words as a source has them
 *
 * Returns: (transfer full): the same, beginning with a capital
 */
char *
accord_sentence_case (const char *words)
{
  char first[8] = { 0 };

  g_return_val_if_fail (words != NULL, NULL);

  if (*words == '\0' || !g_unichar_islower (g_utf8_get_char (words)))
    return g_strdup (words);
  first[g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (words)), first)] = '\0';
  return g_strconcat (first, g_utf8_next_char (words), NULL);
}

/**
 * accord_caveat_dup_group:
 * @caveat: a caveat
 *
 * Returns: (transfer full) (nullable): the words it stands under, beginning with a capital
 */
char *
accord_caveat_dup_group (AccordRecord *caveat)
{
  const char *group = accord_record_get_text (caveat, "group");

  return group != NULL ? accord_sentence_case (group) : NULL;
}

/**
 * accord_caveat_dup_change_label:
 * @caveat: a caveat
 * @state: the state it is given
 *
 * Returns: (transfer full): what the change is called, for the history and for undo
 */
char *
accord_caveat_dup_change_label (AccordRecord *caveat, const char *state)
{
  gint64 number = accord_record_get_int (caveat, "number");
  g_autofree char *name = number == ACCORD_UNKNOWN ? accord_record_dup_title (caveat)
                                                   : g_strdup_printf ("%" G_GINT64_FORMAT, number);

  if (g_strcmp0 (state, accord_record_get_text (caveat, "state")) == 0)
    return g_strdup_printf (_ ("Change caveat %s"), name);
  if (g_str_equal (state, "accepted"))
    return g_strdup_printf (_ ("Accept the answer to caveat %s"), name);
  if (g_str_equal (state, "open"))
    return g_strdup_printf (_ ("Open caveat %s again"), name);
  return g_strdup_printf (_ ("Answer caveat %s"), name);
}

/**
 * accord_endorsement_dup_who:
 * @endorsement: an endorsement
 * @organisation: (nullable): the organisation whose body gave it, or that was asked for it
 *
 * A name that is just that of the body says too little where several organisations have a Cabinet.
 *
 * Returns: (transfer full): who gave it, as a heading
 */
char *
accord_endorsement_dup_who (AccordRecord *endorsement, const char *organisation)
{
  const char *who = accord_record_get_text (endorsement, "who");
  const char *body = accord_record_get_reference_title (endorsement, "body");
  g_autofree char *name = accord_sentence_case (who != NULL ? who : "");
  g_autofree char *folded = accord_text_fold (name);
  g_autofree char *owner = accord_text_fold (organisation != NULL ? organisation : "");

  if (organisation == NULL || (body != NULL && g_ascii_strcasecmp (who != NULL ? who : "", body) != 0)
      || strstr (folded, owner) != NULL)
    return g_steal_pointer (&name);
  /* Translators: a board or committee, and the organisation it belongs to. */
  return g_strdup_printf (_ ("%s, %s"), name, organisation);
}

/**
 * accord_endorsement_dup_date:
 * @endorsement: an endorsement
 *
 * Returns: (transfer full) (nullable): when it was given or is to come, as the source states it
 */
char *
accord_endorsement_dup_date (AccordRecord *endorsement)
{
  const char *date = accord_record_get_text (endorsement, "date");

  return date != NULL ? accord_date_format (date)
                      : g_strdup (accord_record_get_text (endorsement, "date-words"));
}
