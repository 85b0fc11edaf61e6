/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-sheet-private.h"

#include "committee-error.h"
#include "committee/review-carry.h"

#include <glib/gi18n-lib.h>

#define LATE_MS 150
#define PULSE_MS 100

static AccordPageOrigin *
get_origin (AccordReviewSheet *self)
{
  return self->origins->pdata[self->at];
}

static gboolean
pulse_cb (gpointer data)
{
  AccordReviewSheet *self = data;

  gtk_progress_bar_pulse (GTK_PROGRESS_BAR (self->progress));
  return G_SOURCE_CONTINUE;
}

/* What is quick says nothing of its progress. */
static gboolean
late_cb (gpointer data)
{
  AccordReviewSheet *self = data;

  self->late = 0;
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "working");
  self->pulse = g_timeout_add (PULSE_MS, pulse_cb, self);
  return G_SOURCE_REMOVE;
}

/**
 * accord_review_sheet_stop:
 * @self: a sheet
 *
 * Gives up what is being read.
 */
void
accord_review_sheet_stop (AccordReviewSheet *self)
{
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_handle_id (&self->late, g_source_remove);
  g_clear_handle_id (&self->pulse, g_source_remove);
  self->reading = FALSE;
}

static void
refuse (AccordReviewSheet *self, const GError *error)
{
  g_autofree char *words = g_markup_escape_text (error->message, -1);

  accord_review_sheet_stop (self);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->refused), words);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "refused");
  accord_review_sheet_update (self);
  gtk_widget_grab_focus (self->skip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->skip), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  error->message, -1);
}

/* What was superseded by another reading, or by the window's end, came too late. */
static gboolean
is_late (AccordReviewSheet *self, GAsyncResult *result)
{
  return g_task_get_cancellable (G_TASK (result)) != self->cancellable || self->cancellable == NULL;
}

static void
on_planned (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordReviewSheet) self = data;
  g_autoptr (GError) error = NULL;
  AccordCommitteePlan *plan = accord_committee_plan_make_finish (ACCORD_WORKSPACE (source), result, &error);
  g_autoptr (AccordReviewModel) model = plan != NULL ? accord_review_model_new (plan) : NULL;

  if (is_late (self, result))
    return;
  accord_review_sheet_stop (self);
  if (model == NULL)
    {
      refuse (self, error);
      return;
    }
  if (self->model != NULL)
    accord_review_carry (self->model, model);
  accord_review_sheet_show_model (self, model);
}

static void
plan (AccordReviewSheet *self, AccordCommitteePage *page)
{
  GFile *file = accord_page_origin_get_file (get_origin (self));
  AccordPlanOptions options = { ACCORD_UNKNOWN,
                                file != NULL ? accord_page_origin_get_name (get_origin (self)) : NULL };

  accord_review_asks_get_body (ACCORD_REVIEW_ASKS (self->asks), &options.body);
  accord_committee_plan_make_with_async (self->workspace, page, &options, self->cancellable, on_planned,
                                         g_object_ref (self));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordReviewSheet) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (AccordCommitteePage) page = NULL;

  if (is_late (self, result))
    return;
  page = accord_page_origin_read_finish (get_origin (self), result, &error);
  if (page == NULL)
    refuse (self, error);
  else
    plan (self, page);
}

/**
 * accord_review_sheet_read:
 * @self: a sheet
 *
 * Reads the page at hand with what a person said of it, and plans what would become of it. The choices that
 * were made already are made again.
 */
void
accord_review_sheet_read (AccordReviewSheet *self)
{
  gint64 id;

  accord_review_sheet_stop (self);
  self->cancellable = g_cancellable_new ();
  self->reading = TRUE;
  self->late = g_timeout_add (LATE_MS, late_cb, self);
  accord_review_sheet_update (self);
  accord_page_origin_read_async (get_origin (self),
                                 accord_review_asks_get_body (ACCORD_REVIEW_ASKS (self->asks), &id),
                                 accord_review_asks_get_date (ACCORD_REVIEW_ASKS (self->asks)),
                                 self->cancellable, on_read, g_object_ref (self));
}

/**
 * accord_review_sheet_begin:
 * @self: a sheet
 *
 * Begins with the page at hand.
 */
void
accord_review_sheet_begin (AccordReviewSheet *self)
{
  g_clear_object (&self->shown);
  g_clear_object (&self->model);
  accord_review_asks_clear (ACCORD_REVIEW_ASKS (self->asks));
  accord_review_sheet_say (self, NULL);
  adw_status_page_set_description (ADW_STATUS_PAGE (self->working),
                                   accord_page_origin_get_name (get_origin (self)));
  accord_review_sheet_read (self);
}

static void
on_kept (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (AccordReviewSheet) self = data;
  g_autoptr (GError) error = NULL;
  AccordPlanResult kept = { 0 };
  gboolean done = accord_committee_plan_keep_finish (ACCORD_WORKSPACE (source), result, &kept, &error);

  self->keeping = FALSE;
  if (self->model == NULL)
    return;
  if (done)
    {
      accord_review_sheet_tell_kept (self, &kept);
      accord_review_sheet_next (self);
      return;
    }
  accord_review_sheet_update (self);
  accord_review_sheet_say (self, error->message);
  if (g_error_matches (error, ACCORD_COMMITTEE_ERROR, ACCORD_COMMITTEE_ERROR_CHANGED))
    accord_review_sheet_read (self);
}

/**
 * accord_review_sheet_keep:
 * @self: a sheet
 *
 * Keeps what is taken, as one change, and goes on to the next page.
 */
void
accord_review_sheet_keep (AccordReviewSheet *self)
{
  if (!gtk_widget_get_sensitive (self->keep) || self->keeping
      || !accord_review_detail_leave (ACCORD_REVIEW_DETAIL (self->detail)))
    return;
  self->keeping = TRUE;
  accord_review_sheet_say (self, NULL);
  accord_review_sheet_update (self);
  accord_committee_plan_keep_async (self->workspace, accord_review_model_get_plan (self->model), NULL,
                                    on_kept, g_object_ref (self));
}
