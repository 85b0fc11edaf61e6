/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include "plan-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Which field of which record names what its words name. */
static const struct
{
  const char *row;
  const char *kind;
  const char *field;
} fields[] = {
  { "action", "programme", "programme" },
  { "option", "case", "case" },
};

static const char *
find_field (const char *row, const char *kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (strcmp (fields[i].row, row) == 0 && strcmp (fields[i].kind, kind) == 0)
      return fields[i].field;
  return NULL;
}

static gint
compare_hits (gconstpointer a, gconstpointer b)
{
  const AccordNameHit *one = a, *other = b;

  return one->span.start < other->span.start ? -1 : one->span.start > other->span.start;
}

/* A sum that a fund has may be another one: it is shown, never taken by itself. */
static void
add_amounts (AccordPlanning *self, AccordNamesIndex *names)
{
  for (guint i = 0; i < self->page->amounts->len; i++)
    {
      const AccordPageAmount *amount = self->page->amounts->pdata[i];
      GPtrArray *found = accord_names_index_find_amount (names, amount->pence);

      for (guint k = 0; found != NULL && k < found->len; k++)
        {
          AccordNameHit hit = { amount->span, found->pdata[k], FALSE };

          g_array_append_val (self->hits, hit);
        }
    }
}

/* Reads the page over once for all that its words name. */
void
accord_planning_find_names (AccordPlanning *self)
{
  AccordNamesIndex *names = accord_committee_known_get_names (self->known);

  self->hits = accord_names_index_find (names, self->page->text != NULL ? self->page->text : "");
  add_amounts (self, names);
  g_array_sort (self->hits, compare_hits);
}

static guint
first_hit (AccordPlanning *self, gsize start)
{
  guint low = 0, high = self->hits->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->hits, AccordNameHit, middle).span.start < start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* The first place in a part of the page where each record of a kind, or of any, is named. */
GPtrArray *
accord_planning_named (AccordPlanning *self, const char *kind, AccordSpan within)
{
  GPtrArray *named = g_ptr_array_new ();

  for (guint i = first_hit (self, within.start); i < self->hits->len; i++)
    {
      AccordNameHit *hit = &g_array_index (self->hits, AccordNameHit, i);
      gboolean known = FALSE;

      if (hit->span.end > within.end)
        break;
      if (kind != NULL && strcmp (hit->name->kind, kind) != 0)
        continue;
      for (guint k = 0; !known && k < named->len; k++)
        {
          const AccordNameHit *other = named->pdata[k];

          known = other->name->id == hit->name->id && strcmp (other->name->kind, hit->name->kind) == 0;
        }
      if (!known)
        g_ptr_array_add (named, hit);
    }
  return named;
}

/* Bodies of one name are told apart by whose they are: only one of the page's own council is meant surely. */
static gboolean
is_meant (AccordPlanning *self, const AccordNameHit *hit)
{
  gint64 organisation;

  if (strcmp (hit->name->kind, "body") != 0)
    return hit->alone;
  if (self->body_row < 0)
    return FALSE;
  organisation = accord_record_get_int (accord_planning_row (self, self->body_row)->record, "organisation");
  return organisation != ACCORD_UNKNOWN && hit->name->organisation == organisation;
}

static gboolean
holds (AccordRecord *record, const char *field, gint64 id)
{
  int index = accord_kind_find_field (accord_record_get_kind (record), field);
  const gint64 *ids;
  gsize n_ids;

  if (accord_record_get_kind (record)->fields[index].type == ACCORD_FIELD_REFERENCE)
    return accord_record_peek_int (record, index) == id;
  ids = accord_record_peek_ids (record, index, &n_ids);
  for (gsize i = 0; i < n_ids; i++)
    if (ids[i] == id)
      return TRUE;
  return FALSE;
}

/* Ties a row to what words name. A record that is there already is tied by what it holds: what a person took
 * away does not come back by itself. */
void
accord_planning_link (AccordPlanning *self, int index, const char *field, const AccordNameHit *hit)
{
  AccordPlanRow *row = accord_planning_row (self, index);
  AccordPlanLink *link = g_new0 (AccordPlanLink, 1);

  link->field = g_strdup (field);
  link->kind = hit->name->kind;
  link->id = hit->name->id;
  link->title = g_strdup (hit->name->title);
  link->words = accord_committee_page_dup_span (self->page, hit->span);
  link->why = hit->name->why;
  link->span = hit->span;
  link->taken = is_meant (self, hit);
  if (field != NULL && row->doing != ACCORD_PLAN_ADD)
    link->taken = holds (row->record, field, link->id);
  g_ptr_array_add (row->links, link);
}

static gboolean
is_linked (const AccordPlanRow *row, const AccordNameHit *hit)
{
  for (guint i = 0; i < row->links->len; i++)
    {
      const AccordPlanLink *link = row->links->pdata[i];

      if (link->id == hit->name->id && strcmp (link->kind, hit->name->kind) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Where the page speaks of the body that it is of, another council's of that name is not meant either. */
static gboolean
is_own_body (AccordPlanning *self, const AccordNameHit *hit)
{
  return self->body_row >= 0 && strcmp (hit->name->kind, "body") == 0
         && accord_plan_same_key (accord_planning_row_text (self, self->body_row, "name"), hit->name->title);
}

/* What the words of each row name. */
void
accord_planning_link_rows (AccordPlanning *self)
{
  for (guint i = 0; self->hits->len > 0 && i < self->plan->rows->len; i++)
    {
      AccordPlanRow *row = accord_planning_row (self, i);
      const char *kind = accord_record_get_kind (row->record)->name;
      g_autoptr (GPtrArray) named = NULL;

      if (row->doing == ACCORD_PLAN_GONE || accord_span_is_empty (row->place) || strcmp (kind, "meeting") == 0
          || strcmp (kind, "body") == 0)
        continue;
      named = accord_planning_named (self, NULL, row->place);
      for (guint k = 0; k < named->len; k++)
        {
          const AccordNameHit *hit = named->pdata[k];

          if (!is_linked (row, hit) && !is_own_body (self, hit))
            accord_planning_link (self, i, find_field (kind, hit->name->kind), hit);
        }
    }
}
