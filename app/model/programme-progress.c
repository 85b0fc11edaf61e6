/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "programme-progress.h"

#include "date.h"
#include "fund-entries.h"
#include "money.h"
#include "vague-date.h"

#include <string.h>

static const char *
text_of (AccordRecord *record, const char *field)
{
  return accord_record_get_text (record, field);
}

static gboolean
has_word (AccordRecord *record, const char *field, const char *word)
{
  return g_strcmp0 (text_of (record, field), word) == 0;
}

/**
 * accord_milestone_get_last_day:
 * @milestone: a milestone
 * @day: (out): days since 1 January 1970
 *
 * The day on which it was done or, while it is not, on which it is due: where its day is only told in words,
 * the last that they can mean.
 *
 * Returns: %FALSE where nobody can say
 */
gboolean
accord_milestone_get_last_day (AccordRecord *milestone, int *day)
{
  const char *done_on = text_of (milestone, "done-on"), *date = text_of (milestone, "date");
  const char *words = text_of (milestone, "date-words");
  char from[ACCORD_DATE_ISO_SIZE], until[ACCORD_DATE_ISO_SIZE];

  if (has_word (milestone, "status", "done") && done_on != NULL)
    return accord_date_to_day_number (done_on, day);
  if (date != NULL)
    return accord_date_to_day_number (date, day);
  return words != NULL && accord_vague_date_parse (words, from, until)
         && accord_date_to_day_number (until, day);
}

static gboolean
has_gone_by (AccordRecord *milestone, const char *today)
{
  int day, now;

  return accord_milestone_get_last_day (milestone, &day) && accord_date_to_day_number (today, &now)
         && day < now;
}

/**
 * accord_milestone_is_overdue:
 * @milestone: a milestone
 * @today: today as an ISO date
 *
 * Returns: whether its day has gone by and it is not done; what has no day, or only one from which it is
 * to be, cannot be overdue
 */
gboolean
accord_milestone_is_overdue (AccordRecord *milestone, const char *today)
{
  return !has_word (milestone, "status", "done") && has_gone_by (milestone, today)
         && (text_of (milestone, "date") != NULL
             || accord_vague_date_has_end (text_of (milestone, "date-words")));
}

static int
compare_days (const char *one, const char *other)
{
  if (one == NULL || other == NULL)
    return (one == NULL) - (other == NULL);
  return strcmp (one, other);
}

static int
compare_ids (AccordRecord *one, AccordRecord *other)
{
  gint64 a = accord_record_get_id (one), b = accord_record_get_id (other);

  return (a > b) - (a < b);
}

static int
compare_milestones (gconstpointer a, gconstpointer b)
{
  AccordRecord *one = *(AccordRecord *const *) a, *other = *(AccordRecord *const *) b;
  int first = G_MAXINT, second = G_MAXINT;

  /* What has no day stays last, in the order in which it was recorded. */
  if (!accord_milestone_get_last_day (one, &first))
    first = G_MAXINT;
  if (!accord_milestone_get_last_day (other, &second))
    second = G_MAXINT;
  return first != second ? (first > second) - (first < second) : compare_ids (one, other);
}

static int
compare_transfers (gconstpointer a, gconstpointer b)
{
  AccordRecord *one = *(AccordRecord *const *) a, *other = *(AccordRecord *const *) b;
  int order = compare_days (text_of (one, "date"), text_of (other, "date"));

  return order != 0 ? order : compare_ids (one, other);
}

static int
compare_actions (gconstpointer a, gconstpointer b)
{
  AccordRecord *one = *(AccordRecord *const *) a, *other = *(AccordRecord *const *) b;
  int order = has_word (other, "state", "open") - has_word (one, "state", "open");

  if (order == 0)
    order = compare_days (text_of (one, "due"), text_of (other, "due"));
  return order != 0 ? order : compare_ids (one, other);
}

static int
compare_events (gconstpointer a, gconstpointer b)
{
  AccordRecord *one = *(AccordRecord *const *) a, *other = *(AccordRecord *const *) b;
  int order =
      compare_days (text_of (one, "from") != NULL ? text_of (one, "from") : text_of (one, "until"),
                    text_of (other, "from") != NULL ? text_of (other, "from") : text_of (other, "until"));

  return order != 0 ? order : compare_ids (one, other);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  return compare_ids (*(AccordRecord *const *) a, *(AccordRecord *const *) b);
}

static GPtrArray *
read_records (AccordReader *reader, const char *kind_name, const char *field, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), kind_name);
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, field), ACCORD_OPERATOR_EQUAL, id);
  return accord_reader_list (reader, query, error);
}

static void
count_open (AccordMilestoneCount *count, AccordRecord *milestone, const char *today)
{
  gboolean overdue = accord_milestone_is_overdue (milestone, today);
  int day;

  count->under_way += has_word (milestone, "status", "under-way");
  count->overdue += overdue;
  count->overdue_in_words += overdue && text_of (milestone, "date") == NULL;
  if (!accord_milestone_get_last_day (milestone, &day))
    count->undated++;
  else if (count->next == NULL && !has_gone_by (milestone, today))
    count->next = g_object_ref (milestone);
}

/* @milestones are by day, so the first that is not over is the next. */
static void
count_milestones (GPtrArray *milestones, const char *today, AccordMilestoneCount *count)
{
  count->all = milestones->len;
  for (guint i = 0; i < milestones->len; i++)
    if (has_word (milestones->pdata[i], "status", "done"))
      count->done++;
    else
      count_open (count, milestones->pdata[i], today);
}

static gboolean
add_allocation (AccordRecord *allocation, gpointer data, GError **error)
{
  gint64 *sum = data;
  gint64 amount = accord_record_get_int (allocation, "amount");

  if (amount == ACCORD_UNKNOWN)
    return TRUE;
  return accord_money_add (*sum != ACCORD_UNKNOWN ? *sum : 0, amount, sum) || accord_fund_fail_range (error);
}

static gboolean
read_allocated (AccordReader *reader, AccordWorkstreamProgress *self, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "allocation");
  g_autoptr (AccordQuery) query = accord_query_new (kind);

  accord_query_add_number (query, accord_kind_find_field (kind, "workstream"), ACCORD_OPERATOR_EQUAL, id);
  return accord_reader_walk (reader, query, add_allocation, &self->allocated, error);
}

static gboolean
count_findings (AccordReader *reader, AccordWorkstreamProgress *self, gint64 id, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "finding");
  g_autoptr (AccordQuery) query = accord_query_new (kind);
  gint64 n;

  accord_query_add_number (query, accord_kind_find_field (kind, "workstream"), ACCORD_OPERATOR_EQUAL, id);
  n = accord_reader_count (reader, query, error);
  self->n_findings = MAX (n, 0);
  return n >= 0;
}

static AccordWorkstreamProgress *
read_workstream (AccordReader *reader, AccordRecord *record, const char *today, GError **error)
{
  g_autoptr (AccordWorkstreamProgress) self = g_new0 (AccordWorkstreamProgress, 1);
  gint64 id = accord_record_get_id (record);

  self->record = g_object_ref (record);
  self->allocated = ACCORD_UNKNOWN;
  self->milestones = read_records (reader, "milestone", "workstream", id, error);
  if (self->milestones == NULL || !read_allocated (reader, self, id, error)
      || !count_findings (reader, self, id, error))
    return NULL;
  g_ptr_array_sort (self->milestones, compare_milestones);
  count_milestones (self->milestones, today, &self->count);
  return g_steal_pointer (&self);
}

/**
 * accord_workstream_progress_read:
 * @reader: a reader
 * @workstream: identifier of a workstream
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Returns: (transfer full): how it stands, or %NULL
 */
AccordWorkstreamProgress *
accord_workstream_progress_read (AccordReader *reader, gint64 workstream, const char *today, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "workstream");
  g_autoptr (AccordRecord) record = accord_reader_get (reader, kind, workstream, error);

  return record != NULL ? read_workstream (reader, record, today, error) : NULL;
}

void
accord_workstream_progress_free (AccordWorkstreamProgress *self)
{
  g_clear_object (&self->record);
  g_clear_pointer (&self->milestones, g_ptr_array_unref);
  g_clear_object (&self->count.next);
  g_free (self);
}

static int
compare_workstreams (gconstpointer a, gconstpointer b)
{
  AccordRecord *one = (*(AccordWorkstreamProgress *const *) a)->record;
  AccordRecord *other = (*(AccordWorkstreamProgress *const *) b)->record;
  gint64 first = accord_record_get_int (one, "position"), second = accord_record_get_int (other, "position");

  if (first == second)
    return compare_ids (one, other);
  if (first == ACCORD_UNKNOWN || second == ACCORD_UNKNOWN)
    return (first == ACCORD_UNKNOWN) - (second == ACCORD_UNKNOWN);
  return (first > second) - (first < second);
}

/* A milestone of a workstream is one of the programme, whether it says so or not. */
static void
add_elsewhere (AccordProgrammeProgress *self, GPtrArray *milestones)
{
  for (guint i = 0; i < milestones->len; i++)
    if (accord_record_get_int (milestones->pdata[i], "programme") == ACCORD_UNKNOWN)
      {
        g_ptr_array_add (self->milestones, g_object_ref (milestones->pdata[i]));
        self->n_elsewhere++;
      }
}

static gboolean
read_workstreams (AccordReader *reader, AccordProgrammeProgress *self, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) records = read_records (reader, "workstream", "programme", id, error);

  if (records == NULL)
    return FALSE;
  for (guint i = 0; i < records->len; i++)
    {
      AccordWorkstreamProgress *workstream = read_workstream (reader, records->pdata[i], self->today, error);

      if (workstream == NULL)
        return FALSE;
      g_ptr_array_add (self->workstreams, workstream);
      add_elsewhere (self, workstream->milestones);
    }
  g_ptr_array_sort (self->workstreams, compare_workstreams);
  return TRUE;
}

static gboolean
has_record (GPtrArray *records, AccordRecord *record)
{
  for (guint i = 0; i < records->len; i++)
    if (compare_ids (records->pdata[i], record) == 0)
      return TRUE;
  return FALSE;
}

static gboolean
read_transfers (AccordReader *reader, AccordProgrammeProgress *self, GError **error)
{
  static const char *const roles[] = { "overseen-by", "from-organisation", "to-organisation" };
  gint64 leader = accord_record_get_int (self->programme, "organisation");

  self->transfers = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; leader != ACCORD_UNKNOWN && i < G_N_ELEMENTS (roles); i++)
    {
      g_autoptr (GPtrArray) found = read_records (reader, "transfer", roles[i], leader, error);

      if (found == NULL)
        return FALSE;
      for (guint j = 0; j < found->len; j++)
        if (!has_record (self->transfers, found->pdata[j]))
          g_ptr_array_add (self->transfers, g_object_ref (found->pdata[j]));
    }
  g_ptr_array_sort (self->transfers, compare_transfers);
  return TRUE;
}

static void
count_actions (AccordProgrammeProgress *self)
{
  for (guint i = 0; i < self->actions->len; i++)
    if (has_word (self->actions->pdata[i], "state", "open"))
      {
        self->n_actions_open++;
        self->n_actions_overdue +=
            accord_date_is_past (text_of (self->actions->pdata[i], "due"), self->today);
      }
}

static gboolean
read_parts (AccordReader *reader, AccordProgrammeProgress *self, gint64 id, GError **error)
{
  return (self->milestones = read_records (reader, "milestone", "programme", id, error)) != NULL
         && read_workstreams (reader, self, id, error) && read_transfers (reader, self, error)
         && (self->actions = read_records (reader, "action", "programme", id, error)) != NULL
         && (self->engagements = read_records (reader, "engagement", "programme", id, error)) != NULL
         && (self->findings = read_records (reader, "finding", "programme", id, error)) != NULL
         && (self->risks = accord_risk_standings (reader, id, error)) != NULL
         && (self->benefits = accord_benefit_standings (reader, id, self->today, error)) != NULL;
}

/**
 * accord_programme_progress_read:
 * @reader: a reader
 * @programme: identifier of a programme
 * @today: today as an ISO date
 * @error: return location for an error
 *
 * Returns: (transfer full): what is known of it, or %NULL
 */
AccordProgrammeProgress *
accord_programme_progress_read (AccordReader *reader, gint64 programme, const char *today, GError **error)
{
  const AccordKind *kind = accord_schema_find_kind (accord_reader_get_schema (reader), "programme");
  g_autoptr (AccordProgrammeProgress) self = g_new0 (AccordProgrammeProgress, 1);

  self->today = g_strdup (today);
  self->workstreams = g_ptr_array_new_with_free_func ((GDestroyNotify) accord_workstream_progress_free);
  self->programme = accord_reader_get (reader, kind, programme, error);
  if (self->programme == NULL || !read_parts (reader, self, programme, error))
    return NULL;
  g_ptr_array_sort (self->milestones, compare_milestones);
  g_ptr_array_sort (self->actions, compare_actions);
  g_ptr_array_sort (self->engagements, compare_events);
  g_ptr_array_sort (self->findings, compare_findings);
  count_milestones (self->milestones, today, &self->count);
  count_actions (self);
  return g_steal_pointer (&self);
}

void
accord_programme_progress_free (AccordProgrammeProgress *self)
{
  GPtrArray **const parts[] = { &self->milestones,  &self->workstreams, &self->transfers, &self->actions,
                                &self->engagements, &self->findings,    &self->risks,     &self->benefits };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_clear_pointer (parts[i], g_ptr_array_unref);
  g_clear_object (&self->programme);
  g_clear_object (&self->count.next);
  g_free (self->today);
  g_free (self);
}
