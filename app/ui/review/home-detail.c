/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "review/home-detail.h"

#include "form/page-parts.h"
#include "form/words.h"
#include "review/home-field.h"
#include "review/home-words.h"
#include "status-pill.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* A record that would come in: all of it where it is new, field by field where it is not. */
struct _AccordHomeDetail
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkWidget *column;
  GtkWidget *take;

  AccordWorkspace *workspace;
  AccordHomeModel *model;
  const AccordHomeItem *item;
  gboolean settling;
};

G_DEFINE_FINAL_TYPE (AccordHomeDetail, accord_home_detail, GTK_TYPE_WIDGET)

static void
update (AccordHomeDetail *self)
{
  if (self->take == NULL || self->item == NULL)
    return;
  self->settling = TRUE;
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->take), accord_home_item_is_taken (self->item));
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->take),
                                     accord_home_item_is_undecided (self->item));
  self->settling = FALSE;
}

static void
on_take (GtkCheckButton *button, AccordHomeDetail *self)
{
  if (!self->settling)
    accord_home_model_set_taken (self->model, self->item, gtk_check_button_get_active (button));
}

static void
forget_model (AccordHomeDetail *self)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, update, self);
  g_clear_object (&self->model);
  self->item = NULL;
}

static void
accord_home_detail_dispose (GObject *object)
{
  AccordHomeDetail *self = ACCORD_HOME_DETAIL (object);

  forget_model (self);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->workspace);

  G_OBJECT_CLASS (accord_home_detail_parent_class)->dispose (object);
}

static void
accord_home_detail_class_init (AccordHomeDetailClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = accord_home_detail_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
accord_home_detail_init (AccordHomeDetail *self)
{
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  gtk_widget_add_css_class (self->column, "review-column");
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->column);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/**
 * accord_home_detail_new:
 * @workspace: where the records will be
 *
 * Returns: (transfer floating): a detail that shows nothing
 */
GtkWidget *
accord_home_detail_new (AccordWorkspace *workspace)
{
  AccordHomeDetail *self = g_object_new (ACCORD_TYPE_HOME_DETAIL, NULL);

  self->workspace = g_object_ref (workspace);
  return GTK_WIDGET (self);
}

static void
show_head (AccordHomeDetail *self)
{
  const char *words;
  const AccordStatus *status = accord_home_status (self->item, &words);
  GtkWidget *head = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *text = accord_words_new (1);
  GtkWidget *pill = accord_status_pill_new ();
  GtkWidget *title = accord_page_label (self->item->title, "review-name");

  gtk_label_set_lines (GTK_LABEL (title), 4);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  accord_words_append (text, title);
  accord_words_append (text, accord_page_label (_ (self->item->kind->label), "second-line"));
  gtk_widget_set_hexpand (text, TRUE);
  accord_status_pill_show (ACCORD_STATUS_PILL (pill), status, words);
  gtk_widget_set_valign (pill, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (head), text);
  gtk_box_append (GTK_BOX (head), pill);
  gtk_box_append (GTK_BOX (self->column), head);
}

static void
show_why_not (AccordHomeDetail *self)
{
  g_autofree char *words = accord_home_dup_why_not (self->item);
  GtkWidget *notice;

  if (words == NULL)
    return;
  notice = accord_page_label (words, "notice");
  gtk_widget_add_css_class (notice, "inset");
  gtk_box_append (GTK_BOX (self->column), notice);
}

static void
show_take (AccordHomeDetail *self)
{
  const char *label = self->item->sort == ACCORD_HOME_DELETED ? _ ("Delete it here too") : _ ("Take it in");

  self->take = gtk_check_button_new_with_label (label);
  gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->take), GTK_ACCESSIBLE_RELATION_LABELLED_BY);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->take), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_object (self->take, "toggled", G_CALLBACK (on_take), self, 0);
  gtk_box_append (GTK_BOX (self->column), self->take);
}

static void
show_new (AccordHomeDetail *self)
{
  const AccordHomecoming *home = accord_home_model_get_home (self->model);
  GtkWidget *head, *card = accord_page_card (&head, _ ("What it says")), *body = accord_words_new (9);

  gtk_widget_add_css_class (body, "card-body");
  for (guint i = 0; i < self->item->fields->len; i++)
    {
      const AccordMergeField *field = self->item->fields->pdata[i];
      g_autofree char *value = accord_home_dup_value (home, self->item->kind, field->field, field->theirs);
      GtkWidget *line, *label;

      if (value == NULL)
        continue;
      line = accord_words_new (1);
      label = accord_page_label (value, NULL);
      accord_words_append (
          line, accord_page_label (accord_home_field_label (self->item->kind, field->field), "caption-line"));
      accord_words_append (line, label);
      accord_words_append (body, line);
    }
  gtk_box_append (GTK_BOX (card), body);
  gtk_box_append (GTK_BOX (self->column), card);
}

/**
 * accord_home_detail_show:
 * @self: a detail
 * @model: what is gone through
 * @item: (nullable): a record of it
 *
 * Shows a record.
 */
void
accord_home_detail_show (AccordHomeDetail *self, AccordHomeModel *model, const AccordHomeItem *item)
{
  g_return_if_fail (ACCORD_IS_HOME_DETAIL (self));

  if (item == self->item && model == self->model)
    return;
  forget_model (self);
  self->take = NULL;
  accord_page_empty_box (self->column);
  if (item == NULL)
    return;
  self->model = g_object_ref (model);
  self->item = item;
  show_head (self);
  show_why_not (self);
  if (item->sort != ACCORD_HOME_BOTH)
    show_take (self);
  if (item->sort == ACCORD_HOME_NEW)
    show_new (self);
  else
    for (guint i = 0; i < item->fields->len; i++)
      gtk_box_append (GTK_BOX (self->column),
                      accord_home_field_new (self->workspace, model, item, item->fields->pdata[i]));
  g_signal_connect_object (model, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}
