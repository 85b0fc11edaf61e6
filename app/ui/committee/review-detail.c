/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "committee/review-detail.h"

#include "committee/review-changes.h"
#include "committee/review-fields.h"
#include "committee/review-links.h"
#include "committee/review-words.h"
#include "form/page-parts.h"
#include "form/words.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>

/* All about the line that is chosen: what a person should know, what changes, what is kept, and what it may
 * speak of. */
struct _AccordReviewDetail
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *column;
  GtkWidget *kind;
  GtkWidget *title;
  GtkWidget *pill;
  GtkWidget *why;
  GtkWidget *take;
  GtkWidget *changes;
  GtkWidget *fields;
  GtkWidget *links;

  AccordReviewModel *model;
  AccordReviewEntry *entry;
  gboolean showing;
};

G_DEFINE_FINAL_TYPE (AccordReviewDetail, accord_review_detail, GTK_TYPE_WIDGET)

enum
{
  POINT,
  DONE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
on_point (AccordReviewDetail *self, guint64 start, guint64 end)
{
  g_signal_emit (self, signals[POINT], 0, start, end);
}

static void
on_done (AccordReviewDetail *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
on_take (GtkCheckButton *take, AccordReviewDetail *self)
{
  if (!self->showing && self->entry != NULL)
    accord_review_model_set_taken (self->model, self->entry, gtk_check_button_get_active (take));
}

static void
show_head (AccordReviewDetail *self, const char *kind, const char *title, const char *why)
{
  gtk_label_set_label (GTK_LABEL (self->kind), kind);
  gtk_label_set_label (GTK_LABEL (self->title), title);
  gtk_label_set_label (GTK_LABEL (self->why), why != NULL ? why : "");
  gtk_widget_set_visible (self->why, why != NULL);
}

static void
update_head (AccordReviewDetail *self)
{
  const AccordPlanRow *row = accord_review_model_get_row (self->model, self->entry);
  const AccordPageUnread *unread = accord_review_model_get_unread (self->model, self->entry);
  const char *words = NULL;

  self->showing = TRUE;
  if (row != NULL)
    {
      g_autofree char *title = accord_review_dup_row_title (row);
      const AccordStatus *status = accord_review_get_status (row, &words);

      show_head (self, _ (accord_record_get_kind (row->record)->label), title, row->why);
      accord_status_pill_show (ACCORD_STATUS_PILL (self->pill), status, words);
      gtk_check_button_set_active (GTK_CHECK_BUTTON (self->take),
                                   accord_review_model_get_taken (self->model, self->entry));
    }
  else if (unread != NULL)
    {
      show_head (self, _ ("Not read"), unread->why, NULL);
      accord_status_pill_show (ACCORD_STATUS_PILL (self->pill), NULL, NULL);
    }
  gtk_widget_set_visible (self->take, row != NULL && accord_review_model_can_take (self->model, self->entry));
  self->showing = FALSE;
}

/**
 * accord_review_detail_show:
 * @self: a detail
 * @model: (nullable): what is gone through
 * @entry: (nullable): the line that is chosen, or %NULL for none
 *
 * Shows all about a line.
 */
void
accord_review_detail_show (AccordReviewDetail *self, AccordReviewModel *model, AccordReviewEntry *entry)
{
  const AccordPlanRow *row;

  g_return_if_fail (ACCORD_IS_REVIEW_DETAIL (self));

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_func (self->entry, update_head, self);
  g_set_object (&self->model, model);
  g_set_object (&self->entry, entry);
  gtk_widget_set_visible (self->column, entry != NULL);
  if (entry == NULL)
    return;
  g_signal_connect_object (entry, "changed", G_CALLBACK (update_head), self, G_CONNECT_SWAPPED);
  row = accord_review_model_get_row (model, entry);
  update_head (self);
  accord_review_changes_show (ACCORD_REVIEW_CHANGES (self->changes), row);
  gtk_widget_set_visible (self->fields, row != NULL);
  gtk_widget_set_visible (self->links, row != NULL);
  if (row == NULL)
    return;
  accord_review_fields_show (ACCORD_REVIEW_FIELDS (self->fields), model, entry);
  accord_review_links_show (ACCORD_REVIEW_LINKS (self->links), model, entry);
}

/**
 * accord_review_detail_edit:
 * @self: a detail
 *
 * Turns what is kept of the line into a form.
 */
void
accord_review_detail_edit (AccordReviewDetail *self)
{
  g_return_if_fail (ACCORD_IS_REVIEW_DETAIL (self));

  if (self->entry != NULL && accord_review_model_get_row (self->model, self->entry) != NULL)
    accord_review_fields_edit (ACCORD_REVIEW_FIELDS (self->fields));
}

/**
 * accord_review_detail_leave:
 * @self: a detail
 *
 * Takes over what was typed, before another line is shown or the plan is kept.
 *
 * Returns: %FALSE when something in the form is not right
 */
gboolean
accord_review_detail_leave (AccordReviewDetail *self)
{
  g_return_val_if_fail (ACCORD_IS_REVIEW_DETAIL (self), TRUE);

  return accord_review_fields_leave (ACCORD_REVIEW_FIELDS (self->fields));
}

static void
accord_review_detail_dispose (GObject *object)
{
  AccordReviewDetail *self = ACCORD_REVIEW_DETAIL (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->model);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (accord_review_detail_parent_class)->dispose (object);
}

static void
accord_review_detail_class_init (AccordReviewDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_review_detail_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);

  /**
   * AccordReviewDetail::point:
   * @start: first byte of a place in the page's text
   * @end: the byte after the last
   *
   * A person is at something that the words there say.
   */
  signals[POINT] = g_signal_new ("point", ACCORD_TYPE_REVIEW_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 2, G_TYPE_UINT64, G_TYPE_UINT64);

  /**
   * AccordReviewDetail::done:
   *
   * A person has ended an edit.
   */
  signals[DONE] = g_signal_new ("done", ACCORD_TYPE_REVIEW_DETAIL, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                G_TYPE_NONE, 0);
}

static void
accord_review_detail_init (AccordReviewDetail *self)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);

  self->kind = accord_page_label (NULL, "caption-line");
  gtk_widget_set_hexpand (self->kind, TRUE);
  self->pill = accord_status_pill_new ();
  self->take = gtk_check_button_new_with_label (_ ("Keep this"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Keep this"),
                                  -1);
  g_signal_connect_object (self->take, "toggled", G_CALLBACK (on_take), self, 0);
  gtk_box_append (GTK_BOX (line), self->kind);
  gtk_box_append (GTK_BOX (line), self->pill);
  self->title = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING, "xalign", 0.0,
                              "wrap", TRUE, "wrap-mode", PANGO_WRAP_WORD_CHAR, "lines", 12, "ellipsize",
                              PANGO_ELLIPSIZE_END, NULL);
  gtk_widget_add_css_class (self->title, "section-title");
  self->why = accord_page_label (NULL, "notice");
  gtk_widget_add_css_class (self->why, "rounded");
  self->column = accord_words_new (12);
  gtk_widget_add_css_class (self->column, "review-column");
  accord_words_append (self->column, line);
  accord_words_append (self->column, self->title);
  accord_words_append (self->column, self->take);
  accord_words_append (self->column, self->why);
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * accord_review_detail_new:
 * @workspace: where the records are to be kept
 *
 * Returns: (transfer floating): a detail that shows nothing
 */
GtkWidget *
accord_review_detail_new (AccordWorkspace *workspace)
{
  AccordReviewDetail *self = g_object_new (ACCORD_TYPE_REVIEW_DETAIL, NULL);

  self->changes = accord_review_changes_new (workspace);
  self->fields = accord_review_fields_new (workspace);
  self->links = accord_review_links_new (workspace);
  accord_words_append (self->column, self->changes);
  accord_words_append (self->column, self->fields);
  accord_words_append (self->column, self->links);
  g_signal_connect_object (self->links, "point", G_CALLBACK (on_point), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->fields, "done", G_CALLBACK (on_done), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}
