/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include "plan-address.h"

#include <glib/gi18n-lib.h>

static void
link_free (gpointer data)
{
  AccordPlanLink *link = data;

  g_free (link->field);
  g_free (link->title);
  g_free (link->words);
  g_free (link);
}

static void
row_free (gpointer data)
{
  AccordPlanRow *row = data;

  g_object_unref (row->record);
  g_free (row->why);
  g_free (row->group);
  g_ptr_array_unref (row->links);
  g_free (row);
}

/* A row of a record, which it takes. */
AccordPlanRow *
accord_plan_row_new (AccordRecord *record, AccordPlanDoing doing)
{
  AccordPlanRow *row = g_new0 (AccordPlanRow, 1);

  row->record = record;
  row->doing = doing;
  row->taken = doing != ACCORD_PLAN_GONE;
  row->sure = TRUE;
  row->parent = -1;
  row->links = g_ptr_array_new_with_free_func (link_free);
  return row;
}

static gint64
last_change (AccordReader *reader)
{
  g_autoptr (AccordRows) rows =
      accord_reader_query (reader, "SELECT coalesce (max (id), 0) FROM change", NULL);

  return rows != NULL && accord_rows_next (rows, NULL) ? accord_rows_int (rows, 0) : 0;
}

static AccordCommitteePlan *
plan_new (AccordReader *reader, AccordCommitteePage *page)
{
  AccordCommitteePlan *self = g_new0 (AccordCommitteePlan, 1);

  self->page = accord_committee_page_ref (page);
  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->references = g_array_new (FALSE, FALSE, sizeof (AccordPlanReference));
  self->source = ACCORD_UNKNOWN;
  self->change = last_change (reader);
  self->source_row = -1;
  self->main_row = -1;
  return self;
}

static char *
dup_digest (AccordCommitteePage *page)
{
  if (page->raw != NULL)
    return g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, page->raw);
  return page->text != NULL ? g_compute_checksum_for_string (G_CHECKSUM_SHA256, page->text, -1) : NULL;
}

static gboolean
add_rows (AccordPlanning *self, GError **error)
{
  switch (self->page->type)
    {
    case ACCORD_PAGE_MEETING:
    case ACCORD_PAGE_MINUTES:
    case ACCORD_PAGE_ITEM:
      return accord_planning_add_meeting (self, error);
    case ACCORD_PAGE_ISSUE:
      return accord_planning_add_issue (self, error);
    case ACCORD_PAGE_PLAN:
    case ACCORD_PAGE_DECISION:
    case ACCORD_PAGE_DECISIONS:
      return accord_planning_add_decisions (self, error);
    case ACCORD_PAGE_COMMITTEES:
      return accord_planning_add_committees (self, error);
    case ACCORD_PAGE_MEETINGS:
      return accord_planning_add_meetings (self, error);
    case ACCORD_PAGE_OTHER:
    default:
      self->plan->needs |= ACCORD_PLAN_NEEDS_KIND;
      return TRUE;
    }
}

static gboolean
make (AccordPlanning *self, GError **error)
{
  self->source =
      accord_committee_known_find_source (self->known, self->reader, self->page->address, self->digest);
  accord_planning_adopt_source (self);
  self->plan->source = self->source;
  accord_planning_find_names (self);
  if (!accord_planning_add_source (self, error) || !add_rows (self, error))
    return FALSE;
  accord_planning_link_rows (self);
  accord_planning_choose (self);
  return TRUE;
}

/* As accord_committee_plan_new_with(), for many pages in a row. */
AccordCommitteePlan *
accord_committee_plan_new_known (AccordReader *reader, AccordCommitteeKnown *known, AccordCommitteePage *page,
                                 const AccordPlanOptions *options, GError **error)
{
  g_autoptr (AccordCommitteePlan) plan = plan_new (reader, page);
  AccordPlanning planning = { .reader = reader,
                              .schema = accord_reader_get_schema (reader),
                              .known = known,
                              .page = page,
                              .options = options,
                              .plan = plan,
                              .source = ACCORD_UNKNOWN,
                              .chosen_body = ACCORD_UNKNOWN,
                              .body_row = -1 };
  gboolean done;

  if (options != NULL && options->body > 0)
    planning.chosen_body = options->body;
  planning.digest = dup_digest (page);
  planning.site = accord_plan_address_site (page->address);
  planning.readings =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  done = make (&planning, error);
  g_free (planning.digest);
  g_free (planning.site);
  g_hash_table_unref (planning.readings);
  g_clear_pointer (&planning.hits, g_array_unref);
  g_clear_pointer (&planning.words, accord_passage_text_free);
  return done ? g_steal_pointer (&plan) : NULL;
}

/**
 * accord_committee_plan_new_with:
 * @reader: a reader
 * @page: what was read of a page
 * @options: (nullable): what a person said besides
 * @error: return location for an error
 *
 * Works out what would become of a page: what is new, what an earlier reading made and the page says
 * otherwise now, what is as it was, what is gone from the page. What a person has changed by hand since is
 * not overwritten unless they take it. Nothing is changed.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL when the workspace cannot be read
 */
AccordCommitteePlan *
accord_committee_plan_new_with (AccordReader *reader, AccordCommitteePage *page,
                                const AccordPlanOptions *options, GError **error)
{
  g_autoptr (AccordCommitteeKnown) known = accord_committee_known_new (reader, error);

  return known != NULL ? accord_committee_plan_new_known (reader, known, page, options, error) : NULL;
}

/**
 * accord_committee_plan_new:
 * @reader: a reader
 * @page: what was read of a page
 * @error: return location for an error
 *
 * As accord_committee_plan_new_with(), with nothing said besides.
 *
 * Returns: (transfer full) (nullable): the plan, or %NULL when the workspace cannot be read
 */
AccordCommitteePlan *
accord_committee_plan_new (AccordReader *reader, AccordCommitteePage *page, GError **error)
{
  return accord_committee_plan_new_with (reader, page, NULL, error);
}

/**
 * accord_committee_plan_free:
 * @self: (transfer full): a plan
 */
void
accord_committee_plan_free (AccordCommitteePlan *self)
{
  accord_committee_page_unref (self->page);
  g_ptr_array_unref (self->rows);
  g_array_unref (self->references);
  g_free (self);
}

/* What belongs to a row comes after it. */
static void
take_below (AccordCommitteePlan *self, guint row, gboolean taken)
{
  g_autofree gboolean *below = g_new0 (gboolean, self->rows->len);

  below[row] = TRUE;
  for (guint i = row + 1; i < self->rows->len; i++)
    {
      AccordPlanRow *one = self->rows->pdata[i];

      below[i] = one->parent >= 0 && below[one->parent];
      if (below[i] && one->doing != ACCORD_PLAN_GONE && (!taken || one->sure))
        one->taken = taken;
    }
}

/**
 * accord_committee_plan_take:
 * @self: a plan
 * @row: one of its rows
 * @taken: whether it is to be done
 *
 * Takes a row or drops it, with what belongs to it; what it belongs to is taken with it. What the reader is
 * not sure of is taken only by itself.
 *
 * Returns: whether that changed anything
 */
gboolean
accord_committee_plan_take (AccordCommitteePlan *self, guint row, gboolean taken)
{
  AccordPlanRow *one;

  g_return_val_if_fail (row < self->rows->len, FALSE);

  one = self->rows->pdata[row];
  if (one->doing == ACCORD_PLAN_GONE || one->taken == taken)
    return FALSE;
  one->taken = taken;
  take_below (self, row, taken);
  for (int parent = one->parent; taken && parent >= 0;)
    {
      AccordPlanRow *above = self->rows->pdata[parent];

      above->taken = TRUE;
      parent = above->parent;
    }
  return TRUE;
}
