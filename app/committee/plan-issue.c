/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "plan-private.h"

#include "plan-words.h"

#include <string.h>

static const char *
body_of (AccordPlanning *self, const AccordPageItem *item)
{
  return item->meeting_body != NULL ? item->meeting_body : self->page->body;
}

static const char *
date_of (AccordPlanning *self, const AccordPageItem *item)
{
  return item->meeting_date != NULL ? item->meeting_date : self->page->date;
}

static gboolean
same_meeting (AccordPlanning *self, const AccordPageItem *a, const AccordPageItem *b)
{
  return g_strcmp0 (date_of (self, a), date_of (self, b)) == 0
         && g_strcmp0 (body_of (self, a), body_of (self, b)) == 0;
}

/* An item that the page ties to no meeting is asked about, not tied to the one beside it. */
static void
find_needs (AccordPlanning *self)
{
  GPtrArray *items = self->page->items;

  for (guint i = 0; i < items->len; i++)
    {
      if (body_of (self, items->pdata[i]) == NULL)
        self->plan->needs |= ACCORD_PLAN_NEEDS_BODY;
      if (date_of (self, items->pdata[i]) == NULL)
        self->plan->needs |= ACCORD_PLAN_NEEDS_DATE;
    }
}

/* The meetings at which an issue was dealt with, each with its items. */
gboolean
accord_planning_add_issue (AccordPlanning *self, GError **error)
{
  g_autoptr (GPtrArray) left = g_ptr_array_copy (self->page->items, NULL, NULL);

  g_ptr_array_set_free_func (left, NULL);
  find_needs (self);
  while (left->len > 0)
    {
      AccordPageItem *first = left->pdata[0];
      g_autoptr (GPtrArray) items = g_ptr_array_new ();
      int meeting;

      for (guint i = 0; i < left->len;)
        if (same_meeting (self, first, left->pdata[i]))
          g_ptr_array_add (items, g_ptr_array_remove_index (left, i));
        else
          i++;
      meeting =
          accord_planning_add_meeting_of (self, body_of (self, first), date_of (self, first), FALSE, error);
      if (meeting < 0 || !accord_planning_add_items (self, meeting, items, error))
        return FALSE;
      if (self->plan->main_row < 0)
        self->plan->main_row = meeting;
    }
  return TRUE;
}
