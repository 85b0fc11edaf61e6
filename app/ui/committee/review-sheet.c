/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-sheet-private.h"

#include "committee/review-words.h"
#include "form/page-parts.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

#define WIDTH 1240
#define HEIGHT 820

G_DEFINE_FINAL_TYPE (AccordReviewSheet, accord_review_sheet, ADW_TYPE_WINDOW)

enum
{
  KEPT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/**
 * accord_review_sheet_say:
 * @self: a sheet
 * @words: (nullable): a sentence, or %NULL for nothing
 *
 * Says something above the panes, to eyes and to a screen reader.
 */
void
accord_review_sheet_say (AccordReviewSheet *self, const char *words)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  gtk_label_set_label (GTK_LABEL (self->notice), words != NULL ? words : "");
  gtk_widget_set_visible (self->notice, words != NULL);
  if (words != NULL && focus != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words, -1);
}

static AccordPlanNeeds
get_needs (AccordReviewSheet *self)
{
  return self->model != NULL ? accord_review_model_get_plan (self->model)->needs : ACCORD_PLAN_NEEDS_NOTHING;
}

static gboolean
has_choices (AccordReviewSheet *self)
{
  gint64 id;

  return self->model != NULL
         && (accord_review_model_get_touched (self->model)
             || accord_review_asks_get_body (ACCORD_REVIEW_ASKS (self->asks), &id) != NULL
             || accord_review_asks_get_date (ACCORD_REVIEW_ASKS (self->asks)) != NULL);
}

static void
update_counts (AccordReviewSheet *self)
{
  AccordReviewCounts counts = accord_review_model_count (self->model);
  g_autofree char *words = accord_review_dup_counts (&counts);
  g_autofree char *open = NULL;

  if (get_needs (self) & (ACCORD_PLAN_NEEDS_BODY | ACCORD_PLAN_NEEDS_DATE))
    /* Translators: %s is “12 new, 3 changed”. */
    open = g_strdup_printf (_ ("%s. First say what the page does not."), words);
  gtk_label_set_label (GTK_LABEL (self->counts), open != NULL ? open : words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->keep), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  open != NULL ? open : words, -1);
}

/**
 * accord_review_sheet_update:
 * @self: a sheet
 *
 * Decides what can be done now. Nothing else enables or disables anything of the sheet.
 */
void
accord_review_sheet_update (AccordReviewSheet *self)
{
  gboolean ready = self->model != NULL && !self->reading && !self->keeping;
  gboolean last = self->at + 1 >= self->origins->len;
  gboolean refused = g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "refused") == 0;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.keep",
                                 ready && !refused && get_needs (self) == ACCORD_PLAN_NEEDS_NOTHING
                                     && !accord_workspace_get_read_only (self->workspace));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "review.skip", !self->keeping);
  gtk_widget_set_visible (self->skip, !last);
  gtk_widget_set_sensitive (self->panes, ready);
  gtk_widget_set_visible (self->counts, self->model != NULL && !refused);
  if (self->model != NULL)
    update_counts (self);
}

static AccordReviewTone
get_tone (AccordReviewSheet *self, AccordReviewEntry *entry)
{
  const AccordPlanRow *row = accord_review_model_get_row (self->model, entry);

  if (row == NULL)
    return ACCORD_REVIEW_TONE_UNREAD;
  return row->sure ? ACCORD_REVIEW_TONE_SURE : ACCORD_REVIEW_TONE_DOUBT;
}

/* Another line is shown when what was typed about the one before could be taken over. */
static void
on_chosen (AccordReviewSheet *self)
{
  AccordReviewEntry *entry = accord_review_list_get_chosen (ACCORD_REVIEW_LIST (self->list));

  if (self->model == NULL || entry == self->shown)
    return;
  if (self->shown != NULL && !accord_review_detail_leave (ACCORD_REVIEW_DETAIL (self->detail)))
    {
      accord_review_list_choose_entry (ACCORD_REVIEW_LIST (self->list), self->shown);
      return;
    }
  g_set_object (&self->shown, entry);
  accord_review_detail_show (ACCORD_REVIEW_DETAIL (self->detail), self->model, entry);
  accord_review_text_mark (ACCORD_REVIEW_TEXT (self->text), accord_review_model_get_span (self->model, entry),
                           entry != NULL ? get_tone (self, entry) : ACCORD_REVIEW_TONE_SURE);
}

static void
on_point (AccordReviewSheet *self, guint64 start, guint64 end)
{
  accord_review_text_mark (ACCORD_REVIEW_TEXT (self->text), (AccordSpan){ (gsize) start, (gsize) end },
                           ACCORD_REVIEW_TONE_DOUBT);
}

static void
on_place (AccordReviewSheet *self, guint64 place)
{
  if (self->model != NULL)
    accord_take_list_choose (ACCORD_TAKE_LIST (self->list),
                             accord_review_model_find_place (self->model, (gsize) place));
}

static void
on_edit (AccordReviewSheet *self)
{
  accord_review_panes_focus (ACCORD_REVIEW_PANES (self->panes), ACCORD_REVIEW_PANE_DETAIL);
  accord_review_detail_edit (ACCORD_REVIEW_DETAIL (self->detail));
}

static void
on_done (AccordReviewSheet *self)
{
  accord_review_panes_focus (ACCORD_REVIEW_PANES (self->panes), ACCORD_REVIEW_PANE_LIST);
}

static void
on_answered (AccordReviewSheet *self)
{
  AccordCommitteePlan *plan = self->model != NULL ? accord_review_model_get_plan (self->model) : NULL;

  if (plan == NULL || self->keeping)
    return;
  if (plan->page->type == ACCORD_PAGE_OTHER)
    {
      plan->needs = accord_review_asks_get_kept_anyway (ACCORD_REVIEW_ASKS (self->asks))
                        ? plan->needs & ~(guint) ACCORD_PLAN_NEEDS_KIND
                        : plan->needs | ACCORD_PLAN_NEEDS_KIND;
      accord_review_sheet_update (self);
      return;
    }
  if (accord_review_detail_leave (ACCORD_REVIEW_DETAIL (self->detail)))
    accord_review_sheet_read (self);
}

static void
show_page (AccordReviewSheet *self, AccordCommitteePage *page)
{
  static const AccordStatus cut = { "accord-status-overdue-symbolic", "overdue" };
  static const AccordStatus other = { "accord-status-unknown-symbolic", "unknown" };
  g_autofree char *title = accord_review_dup_page_title (page);
  g_autofree char *line = accord_review_dup_page_line (page);

  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->line), line);
  if (page->type == ACCORD_PAGE_OTHER)
    accord_status_pill_show (ACCORD_STATUS_PILL (self->cut), &other, _ ("Kind not known"));
  else
    accord_status_pill_show (ACCORD_STATUS_PILL (self->cut), &cut, page->complete ? NULL : _ ("Cut short"));
  accord_review_text_show (ACCORD_REVIEW_TEXT (self->text), page->text);
}

static void
show_names (AccordReviewSheet *self)
{
  const char *name = accord_page_origin_get_name (self->origins->pdata[self->at]);
  g_autofree char *words = self->origins->len > 1
                               /* Translators: which page of how many, then the name of its file. */
                               ? g_strdup_printf (_ ("%u of %u · %s"), self->at + 1, self->origins->len, name)
                               : g_strdup (name);

  adw_window_title_set_subtitle (ADW_WINDOW_TITLE (self->names), words);
}

static void
show_doubts (AccordReviewSheet *self)
{
  guint n = accord_review_model_count_doubts (self->model);
  g_autofree char *words = g_strdup_printf (ngettext ("%u to look at", "%u to look at", n), n);

  gtk_label_set_label (GTK_LABEL (self->doubts), words);
  gtk_widget_set_visible (self->doubts, n > 0);
  gtk_widget_set_visible (self->doubt, n > 0);
}

/* What the page leaves open is asked first. */
static void
place_focus (AccordReviewSheet *self, gboolean first)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (!first && focus != NULL && gtk_widget_is_ancestor (focus, self->asks))
    return;
  if (get_needs (self) != ACCORD_PLAN_NEEDS_NOTHING)
    gtk_widget_child_focus (self->asks, GTK_DIR_TAB_FORWARD);
  else
    accord_review_panes_focus (ACCORD_REVIEW_PANES (self->panes), ACCORD_REVIEW_PANE_LIST);
}

/**
 * accord_review_sheet_show_model:
 * @self: a sheet
 * @model: what was read of the page at hand, to be gone through
 *
 * Shows it.
 */
void
accord_review_sheet_show_model (AccordReviewSheet *self, AccordReviewModel *model)
{
  AccordCommitteePlan *plan = accord_review_model_get_plan (model);
  gboolean first = self->model == NULL;

  g_clear_object (&self->shown);
  g_set_object (&self->model, model);
  g_signal_connect_object (model, "changed", G_CALLBACK (accord_review_sheet_update), self,
                           G_CONNECT_SWAPPED);
  show_page (self, plan->page);
  accord_review_asks_show (ACCORD_REVIEW_ASKS (self->asks), plan);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "review");
  accord_review_list_show (ACCORD_REVIEW_LIST (self->list), model);
  show_doubts (self);
  accord_review_sheet_update (self);
  place_focus (self, first);
}

/**
 * accord_review_sheet_tell_kept:
 * @self: a sheet
 * @result: what keeping a page did
 *
 * Tells whoever opened the sheet.
 */
void
accord_review_sheet_tell_kept (AccordReviewSheet *self, const AccordPlanResult *result)
{
  g_signal_emit (self, signals[KEPT], 0, result);
}

/**
 * accord_review_sheet_next:
 * @self: a sheet
 *
 * Goes on to the next page; after the last the window closes.
 */
void
accord_review_sheet_next (AccordReviewSheet *self)
{
  accord_review_sheet_stop (self);
  if (self->at + 1 >= self->origins->len)
    {
      self->leaving = TRUE;
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  self->at++;
  show_names (self);
  accord_review_sheet_begin (self);
}

/* --- What is not kept is not thrown away without a word. */

static void
on_answer (AdwMessageDialog *question, const char *response, AccordReviewSheet *self)
{
  if (g_strcmp0 (response, "skip") == 0)
    accord_review_sheet_next (self);
  if (g_strcmp0 (response, "discard") != 0)
    return;
  self->leaving = TRUE;
  /* The question may live a little longer than this window, which GTK 4.8 does not reckon with. */
  gtk_window_set_transient_for (GTK_WINDOW (question), NULL);
  gtk_window_close (GTK_WINDOW (self));
}

static void
ask (AccordReviewSheet *self, const char *answer, const char *label)
{
  GtkWidget *question = adw_message_dialog_new (GTK_WINDOW (self), _ ("Discard what you chose?"),
                                                _ ("Nothing of this page has been kept."));

  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (question), "cancel", _ ("_Go on"), answer, label,
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (question), answer,
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (question), "cancel");
  accord_page_name_buttons (question);
  g_signal_connect_object (question, "response", G_CALLBACK (on_answer), self, 0);
  gtk_window_present (GTK_WINDOW (question));
}

static gboolean
accord_review_sheet_close_request (GtkWindow *window)
{
  AccordReviewSheet *self = ACCORD_REVIEW_SHEET (window);

  if (self->keeping)
    return GDK_EVENT_STOP;
  if (!self->leaving && has_choices (self))
    {
      ask (self, "discard", _ ("_Discard"));
      return GDK_EVENT_STOP;
    }
  accord_review_sheet_stop (self);

  return GTK_WINDOW_CLASS (accord_review_sheet_parent_class)->close_request (window);
}

/* --- What a person can do */

static void
keep_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_review_sheet_keep (ACCORD_REVIEW_SHEET (widget));
}

static void
skip_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  AccordReviewSheet *self = ACCORD_REVIEW_SHEET (widget);

  if (has_choices (self))
    ask (self, "skip", _ ("_Skip"));
  else
    accord_review_sheet_next (self);
}

static void
again_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_review_sheet_read (ACCORD_REVIEW_SHEET (widget));
}

static void
doubt_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_review_list_next_doubt (ACCORD_REVIEW_LIST (ACCORD_REVIEW_SHEET (widget)->list));
}

static void
next_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_review_panes_step (ACCORD_REVIEW_PANES (ACCORD_REVIEW_SHEET (widget)->panes), 1);
}

static void
previous_pane_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  accord_review_panes_step (ACCORD_REVIEW_PANES (ACCORD_REVIEW_SHEET (widget)->panes), -1);
}

static void
accord_review_sheet_dispose (GObject *object)
{
  AccordReviewSheet *self = ACCORD_REVIEW_SHEET (object);

  accord_review_sheet_stop (self);
  g_clear_object (&self->shown);
  g_clear_object (&self->model);
  g_clear_pointer (&self->origins, g_ptr_array_unref);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_review_sheet_parent_class)->dispose (object);
}

static void
accord_review_sheet_class_init (AccordReviewSheetClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = accord_review_sheet_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = accord_review_sheet_close_request;

  /**
   * AccordReviewSheet::kept:
   * @result: an #AccordPlanResult, valid during the call
   *
   * A page was kept.
   */
  signals[KEPT] = g_signal_new ("kept", ACCORD_TYPE_REVIEW_SHEET, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_install_action (widget_class, "review.keep", NULL, keep_action);
  gtk_widget_class_install_action (widget_class, "review.skip", NULL, skip_action);
  gtk_widget_class_install_action (widget_class, "review.again", NULL, again_action);
  gtk_widget_class_install_action (widget_class, "review.doubt", NULL, doubt_action);
  gtk_widget_class_install_action (widget_class, "review.next-pane", NULL, next_pane_action);
  gtk_widget_class_install_action (widget_class, "review.previous-pane", NULL, previous_pane_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
accord_review_sheet_init (AccordReviewSheet *self)
{
  gtk_window_set_modal (GTK_WINDOW (self), TRUE);
  accord_page_early_key (GTK_WIDGET (self), "<Control>Return|<Control>KP_Enter", "review.keep");
  /* Panes and lists have meanings of their own for these. */
  accord_page_early_key (GTK_WIDGET (self), "F6", "review.next-pane");
  accord_page_early_key (GTK_WIDGET (self), "<Control>Down", "review.doubt");
  accord_page_early_key (GTK_WIDGET (self), "<Shift>F6", "review.previous-pane");
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
}

static void
connect_parts (AccordReviewSheet *self)
{
  g_signal_connect_object (self->list, "chosen", G_CALLBACK (on_chosen), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "edit", G_CALLBACK (on_edit), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->text, "chosen", G_CALLBACK (on_place), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->detail, "point", G_CALLBACK (on_point), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->detail, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->asks, "answered", G_CALLBACK (on_answered), self, G_CONNECT_SWAPPED);
}

/**
 * accord_review_sheet_new:
 * @workspace: where records are to be kept
 * @origins: (element-type AccordPageOrigin): pages that came together, at least one
 *
 * Returns: (transfer floating): a window in which a person goes through what was read of each; the caller
 *   says whose it is and presents it
 */
GtkWidget *
accord_review_sheet_new (AccordWorkspace *workspace, GPtrArray *origins)
{
  AccordReviewSheet *self;

  g_return_val_if_fail (ACCORD_IS_WORKSPACE (workspace), NULL);
  g_return_val_if_fail (origins != NULL && origins->len > 0, NULL);

  self = g_object_new (ACCORD_TYPE_REVIEW_SHEET, "title", _ ("Go through what was read"), NULL);
  self->workspace = g_object_ref (workspace);
  self->origins = g_ptr_array_ref (origins);
  accord_review_sheet_build (self);
  connect_parts (self);
  show_names (self);
  accord_review_sheet_begin (self);
  return GTK_WIDGET (self);
}
