/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/offline-file.h"

#include "date.h"

#include <glib/gi18n-lib.h>

static void
review_free (gpointer data)
{
  AccordOfflineReview *review = data;

  g_object_unref (review->record);
  g_free (review);
}

static void
version_free (gpointer data)
{
  AccordOfflineVersion *version = data;

  g_clear_object (&version->record);
  g_ptr_array_unref (version->reviews);
  g_free (version);
}

void
accord_offline_file_free (AccordOfflineFile *self)
{
  g_ptr_array_unref (self->versions);
  g_free (self);
}

static GPtrArray *
list_of_case (AccordReader *reader, const char *name, gint64 business_case, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, "case"), ACCORD_OPERATOR_EQUAL,
                           business_case);
  return accord_reader_list (reader, query, error);
}

static int
compare_versions (gconstpointer a, gconstpointer b)
{
  const AccordOfflineVersion *first = *(const AccordOfflineVersion *const *) a;
  const AccordOfflineVersion *second = *(const AccordOfflineVersion *const *) b;
  const gint64 one = accord_record_get_id (first->record), other = accord_record_get_id (second->record);

  return one < other ? 1 : one > other ? -1 : 0;
}

static int
compare_reviews (gconstpointer a, gconstpointer b)
{
  const AccordOfflineReview *first = *(const AccordOfflineReview *const *) a;
  const AccordOfflineReview *second = *(const AccordOfflineReview *const *) b;

  return g_utf8_collate (accord_record_get_text (first->record, "who"),
                         accord_record_get_text (second->record, "who"));
}

static AccordOfflineVersion *
add_version (AccordOfflineFile *file, AccordRecord *record)
{
  AccordOfflineVersion *version = g_new0 (AccordOfflineVersion, 1);

  version->record = record != NULL ? g_object_ref (record) : NULL;
  version->reviews = g_ptr_array_new_with_free_func (review_free);
  g_ptr_array_add (file->versions, version);
  return version;
}

static AccordOfflineVersion *
find_version (AccordOfflineFile *file, gint64 id)
{
  for (guint i = 0; i < file->versions->len; i++)
    {
      AccordOfflineVersion *version = file->versions->pdata[i];

      if (version->record != NULL && accord_record_get_id (version->record) == id)
        return version;
    }
  return NULL;
}

static AccordOfflineReview *
find_review (AccordOfflineFile *file, gint64 id)
{
  for (guint i = 0; i < file->versions->len; i++)
    {
      GPtrArray *reviews = ((AccordOfflineVersion *) file->versions->pdata[i])->reviews;

      for (guint j = 0; j < reviews->len; j++)
        if (accord_record_get_id (((AccordOfflineReview *) reviews->pdata[j])->record) == id)
          return reviews->pdata[j];
    }
  return NULL;
}

static gboolean
count_comments (AccordOfflineFile *file, AccordReader *reader, GError **error)
{
  g_autoptr (AccordRows) rows = accord_reader_query (
      reader,
      "SELECT \"review\", COUNT (*), SUM (\"state\" = 'open') FROM \"comment\" WHERE \"case\" = ?1"
      " AND deleted IS NULL AND \"reply_to\" IS NULL AND \"review\" IS NOT NULL GROUP BY \"review\"",
      error);
  GError *local = NULL;

  if (rows == NULL)
    return FALSE;
  accord_rows_bind_int (rows, 1, file->business_case);
  while (accord_rows_next (rows, &local))
    {
      AccordOfflineReview *review = find_review (file, accord_rows_int (rows, 0));

      if (review == NULL)
        continue;
      review->n_comments = (guint) accord_rows_int (rows, 1);
      review->n_open = (guint) accord_rows_int (rows, 2);
    }
  if (local != NULL)
    g_propagate_error (error, local);
  return local == NULL;
}

static void
place_reviews (AccordOfflineFile *file, GPtrArray *reviews)
{
  AccordOfflineVersion *none = NULL;

  for (guint i = 0; i < reviews->len; i++)
    {
      AccordOfflineReview *review = g_new0 (AccordOfflineReview, 1);
      AccordOfflineVersion *version;

      review->record = g_object_ref (reviews->pdata[i]);
      version = find_version (file, accord_record_get_int (review->record, "version"));
      if (version == NULL)
        version = none = none != NULL ? none : add_version (file, NULL);
      g_ptr_array_add (version->reviews, review);
    }
  for (guint i = 0; i < file->versions->len; i++)
    g_ptr_array_sort (((AccordOfflineVersion *) file->versions->pdata[i])->reviews, compare_reviews);
}

/**
 * accord_offline_file_read:
 * @reader: a reader
 * @business_case: a case
 * @error: return location for an error
 *
 * Returns: (transfer full): its versions, and who was asked about each; %NULL on failure
 */
AccordOfflineFile *
accord_offline_file_read (AccordReader *reader, gint64 business_case, GError **error)
{
  g_autoptr (GPtrArray) versions = list_of_case (reader, "version", business_case, error);
  g_autoptr (GPtrArray) reviews =
      versions != NULL ? list_of_case (reader, "review", business_case, error) : NULL;
  g_autoptr (AccordOfflineFile) file = NULL;

  if (reviews == NULL)
    return NULL;
  file = g_new0 (AccordOfflineFile, 1);
  file->business_case = business_case;
  file->versions = g_ptr_array_new_with_free_func (version_free);
  for (guint i = 0; i < versions->len; i++)
    add_version (file, versions->pdata[i]);
  g_ptr_array_sort (file->versions, compare_versions);
  place_reviews (file, reviews);
  return count_comments (file, reader, error) ? g_steal_pointer (&file) : NULL;
}

static gboolean
is_state (const AccordOfflineReview *self, const char *state)
{
  return g_strcmp0 (accord_record_get_text (self->record, "state"), state) == 0;
}

static const char *
choice_label (AccordRecord *record, const char *field)
{
  const AccordField *row = accord_kind_get_field (accord_record_get_kind (record), field);
  const char *label = accord_field_choice_label (row, accord_record_get_text (record, field));

  return label != NULL ? _ (label) : _ ("not known");
}

/**
 * accord_offline_review_state:
 * @self: somebody who was asked
 * @today: today as an ISO date
 * @style_class: (out): how that is coloured
 * @icon_name: (out): its shape
 *
 * Returns: (transfer none): how it stands, in a word or three
 */
const char *
accord_offline_review_state (const AccordOfflineReview *self, const char *today, const char **style_class,
                             const char **icon_name)
{
  const char *due = accord_record_get_text (self->record, "due");
  const char *outcome = accord_record_get_text (self->record, "outcome");

  *style_class = "unknown";
  *icon_name = "accord-status-unknown-symbolic";
  if (is_state (self, "withdrawn"))
    return _ ("Withdrawn");
  if (is_state (self, "returned"))
    {
      const gboolean yes = g_strcmp0 (outcome, "endorsed") == 0;
      const gboolean subject = g_strcmp0 (outcome, "endorsed-with-caveats") == 0;

      *style_class = yes ? "accepted" : subject ? "answered" : "open";
      *icon_name = yes       ? "accord-outcome-endorsed-symbolic"
                   : subject ? "accord-outcome-caveats-symbolic"
                             : "accord-outcome-deferred-symbolic";
      return outcome != NULL ? choice_label (self->record, "outcome") : _ ("Returned");
    }
  if (due != NULL && accord_date_is_past (due, today))
    {
      *style_class = "overdue";
      *icon_name = "accord-status-overdue-symbolic";
      return _ ("Overdue");
    }
  *style_class = "open";
  *icon_name = "accord-status-open-symbolic";
  return choice_label (self->record, "state");
}

static void
add_part (GString *line, const char *part)
{
  g_string_append_printf (line, "%s%s", line->len > 0 ? " · " : "", part);
}

static void
add_day (GString *line, const char *form, AccordRecord *record, const char *field)
{
  const char *iso = accord_record_get_text (record, field);
  g_autofree char *day = iso != NULL ? accord_date_format (iso) : NULL;
  g_auto (GStrv) parts = g_strsplit (form, "%s", 2);

  if (day != NULL)
    g_string_append_printf (line, "%s%s%s%s", line->len > 0 ? " · " : "", parts[0], day,
                            parts[1] != NULL ? parts[1] : "");
}

/* How far a day is, for what is still awaited. */
static void
add_distance (GString *line, const char *due, const char *today)
{
  const int days = due != NULL ? accord_date_days_until (due, today) : 0;
  g_autofree char *words = NULL;

  if (due == NULL)
    return;
  if (days < 0)
    words = g_strdup_printf (ngettext ("%d day overdue", "%d days overdue", -days), -days);
  else
    words = days > 0 ? g_strdup_printf (ngettext ("in %d day", "in %d days", days), days)
                     : g_strdup (_ ("today"));
  add_part (line, words);
}

/**
 * accord_offline_review_dup_line:
 * @self: somebody who was asked
 * @today: today as an ISO date
 *
 * Returns: (transfer full): when they were asked, when they have answered or should, and what they said
 */
char *
accord_offline_review_dup_line (const AccordOfflineReview *self, const char *today)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (is_state (self, "returned"))
    add_day (line, _ ("returned %s"), self->record, "returned");
  else if (!is_state (self, "withdrawn"))
    {
      add_day (line, _ ("due %s"), self->record, "due");
      add_distance (line, accord_record_get_text (self->record, "due"), today);
    }
  if (self->n_comments > 0)
    {
      g_autofree char *said =
          g_strdup_printf (ngettext ("%u comment", "%u comments", self->n_comments), self->n_comments);

      add_part (line, said);
    }
  if (self->n_open > 0)
    {
      g_autofree char *open = g_strdup_printf (ngettext ("%u open", "%u open", self->n_open), self->n_open);

      add_part (line, open);
    }
  if (line->len == 0)
    add_day (line, _ ("asked %s"), self->record, "asked");
  return g_string_free (g_steal_pointer (&line), FALSE);
}

/**
 * accord_offline_version_dup_line:
 * @self: a version
 * @today: today as an ISO date
 *
 * Returns: (transfer full): what was done with it and when, and how many have answered
 */
char *
accord_offline_version_dup_line (const AccordOfflineVersion *self, const char *today)
{
  g_autoptr (GString) line = g_string_new (NULL);
  guint n_returned = 0;

  if (self->record != NULL)
    {
      add_part (line, choice_label (self->record, "sort"));
      add_day (line, "%s", self->record, "dated");
      add_day (line, _ ("answer due %s"), self->record, "due");
    }
  for (guint i = 0; i < self->reviews->len; i++)
    n_returned += is_state (self->reviews->pdata[i], "returned") ? 1 : 0;
  if (self->reviews->len > 0)
    {
      g_autofree char *answered =
          g_strdup_printf (ngettext ("%u of %u has answered", "%u of %u have answered", self->reviews->len),
                           n_returned, self->reviews->len);

      add_part (line, answered);
    }
  return g_string_free (g_steal_pointer (&line), FALSE);
}
